package dev.datause;

import dev.datause.document.Node;
import java.util.ArrayList;
import java.util.List;

/** Conditions as nodes: what {@link ConditionReader} reads. */
final class ConditionWriter implements Condition.Cases<Node> {
    private static final ConditionWriter WRITER = new ConditionWriter();

    private ConditionWriter() {}

    static Node node(Condition condition) {
        return condition.accept(WRITER);
    }

    private static Node one(String key, Node value) {
        return new Nodes().put(key, value).object();
    }

    private static Node nodes(List<Condition> conditions) {
        List<Node> nodes = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            nodes.add(node(condition));
        }
        return Nodes.list(nodes);
    }

    private static String counts(Counts counts) {
        return counts == Counts.SAME_DAY ? "same-day" : "next-day";
    }

    @Override
    public Node all(Condition.All condition) {
        return one("all", nodes(condition.of()));
    }

    @Override
    public Node any(Condition.Any condition) {
        return one("any", nodes(condition.of()));
    }

    @Override
    public Node not(Condition.Not condition) {
        return one("not", node(condition.of()));
    }

    @Override
    public Node certainly(Condition.Certainly condition) {
        return one("certainly", node(condition.of()));
    }

    @Override
    public Node possibly(Condition.Possibly condition) {
        return one("possibly", node(condition.of()));
    }

    @Override
    public Node defined(Condition.Defined condition) {
        return one("defined", Nodes.text(condition.name()));
    }

    @Override
    public Node purposeIs(Condition.PurposeIs condition) {
        return one("purpose", Nodes.oneOrMany(condition.oneOf()));
    }

    @Override
    public Node recipientIs(Condition.RecipientIs condition) {
        return one("recipient", Nodes.oneOrMany(condition.oneOf()));
    }

    @Override
    public Node categoryIs(Condition.CategoryIs condition) {
        return one("category", Nodes.oneOrMany(condition.oneOf()));
    }

    @Override
    public Node audienceIs(Condition.AudienceIs condition) {
        return one("audience", Nodes.oneOrMany(condition.oneOf()));
    }

    @Override
    public Node located(Condition.Located condition) {
        Nodes located = new Nodes().put("in", Nodes.texts(condition.in()));
        return one("located", located.put("at", condition.at().toString()).object());
    }

    @Override
    public Node firstDayReached(Condition.FirstDayReached condition) {
        Nodes first = new Nodes()
                .put("table", condition.table())
                .put("place", condition.place().toString());
        return one(
                "firstDay", first.put("reachedBy", condition.day().toString()).object());
    }

    @Override
    public Node ageAtLeast(Condition.AgeAtLeast condition) {
        Nodes age = new Nodes().put("atLeast", Nodes.number(condition.years()));
        return one("age", age.put("at", condition.at().toString()).object());
    }

    @Override
    public Node settingIs(Condition.SettingIs condition) {
        Nodes setting = new Nodes().put("name", condition.setting()).put("is", condition.on() ? "on" : "off");
        setting.put("at", condition.at().toString()).put("onCounts", counts(condition.onCounts()));
        return one("setting", setting.object());
    }

    @Override
    public Node signalIs(Condition.SignalIs condition) {
        Nodes signal = new Nodes().put("name", condition.signal());
        signal.put("is", condition.present() ? "present" : "absent")
                .put("at", condition.at().toString());
        return one(
                "signal",
                signal.put("absentCounts", counts(condition.absentCounts())).object());
    }

    @Override
    public Node objectionStands(Condition.ObjectionStands condition) {
        Nodes objection = new Nodes().put("scope", condition.scope());
        objection.put("stage", condition.stage() == Condition.Stage.FILED ? "filed" : "granted");
        objection.put("at", condition.at().toString());
        return one(
                "objection",
                objection
                        .put("withdrawalCounts", counts(condition.withdrawalCounts()))
                        .object());
    }

    @Override
    public Node flagIsSet(Condition.FlagIsSet condition) {
        return one("flag", Nodes.text(condition.flag()));
    }

    @Override
    public Node traitIs(Condition.TraitIs condition) {
        Nodes trait = new Nodes().put("name", condition.trait());
        return one("trait", trait.put("is", Nodes.oneOrMany(condition.oneOf())).object());
    }

    @Override
    public Node usedFrom(Condition.UsedFrom condition) {
        return one("used", new Nodes().put("from", condition.day().toString()).object());
    }

    @Override
    public Node collectedFrom(Condition.CollectedFrom condition) {
        return one(
                "collected", new Nodes().put("from", condition.day().toString()).object());
    }

    @Override
    public Node usedBeforeCollected(Condition.UsedBeforeCollected condition) {
        return one("used", new Nodes().put("before", "collection").object());
    }

    @Override
    public Node answered(Condition.Answered condition) {
        Nodes answer = new Nodes().put("question", condition.question());
        return one("answer", answer.put("is", condition.answer()).object());
    }
}
