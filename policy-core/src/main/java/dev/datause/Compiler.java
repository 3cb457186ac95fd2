package dev.datause;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Turns conditions into nodes of a {@link Diagram}, for one purpose, recipient and category: what asks about these is
 * settled here, and so are answers, definitions, jurisdictions and tables. What remains asks about the axes.
 */
final class Compiler implements Condition.Cases<Integer> {
    private final Terms terms;
    private final Space space;
    private final Diagram diagram;
    private final int purpose;
    private final int recipient;
    private final int category;
    /** The audience if it is settled too, or {@link #ANY_AUDIENCE}. */
    private final int audience;

    private @Nullable Kindless kindless;

    static final int ANY_AUDIENCE = -1;

    Compiler(Terms terms, Space space, Diagram diagram, int purpose, int recipient, int category, int audience) {
        this.terms = terms;
        this.space = space;
        this.diagram = diagram;
        this.purpose = purpose;
        this.recipient = recipient;
        this.category = category;
        this.audience = audience;
    }

    /** The same, with what was compiled for other kinds of use, where the kind does not matter; the audience does. */
    Compiler remembering(Kindless known) {
        kindless = known;
        return this;
    }

    /** The position of the purpose that is settled. */
    int purpose() {
        return purpose;
    }

    int compile(Condition condition) {
        if (kindless == null) {
            return condition.accept(this);
        }
        int known = kindless.node(condition);
        if (known == Kindless.OF_A_KIND) {
            return condition.accept(this);
        }
        if (known == Kindless.NOT_YET) {
            known = condition.accept(this);
            kindless.keep(condition, known);
        }
        return known;
    }

    private static int end(boolean holds) {
        return holds ? Diagram.TRUE : Diagram.FALSE;
    }

    private int missing(String... facts) {
        return diagram.unknown(List.copyOf(new TreeSet<>(Arrays.asList(facts))));
    }

    /** The node of an axis: coordinate 0 is unknown if the axis can be, those among the wanted are true. */
    private int ask(Axis.Key key, boolean canBeUnknown, boolean[] wanted) {
        int position = space.position(key);
        int[] children = new int[wanted.length];
        for (int i = 0; i < children.length; i++) {
            children[i] = i == 0 && canBeUnknown ? missing(space.axis(position).fact) : end(wanted[i]);
        }
        return diagram.node(position, children);
    }

    /** The same, with the coordinates from {@code first} to {@code last} wanted. */
    private int ask(Axis.Key key, boolean canBeUnknown, int first, int last) {
        boolean[] wanted = new boolean[space.axis(space.position(key)).size];
        Arrays.fill(wanted, first, Math.min(last + 1, wanted.length), true);
        return ask(key, canBeUnknown, wanted);
    }

    /** The same, with the coordinates from {@code first} on wanted. */
    private int askFrom(Axis.Key key, boolean canBeUnknown, int first) {
        return ask(key, canBeUnknown, first, Integer.MAX_VALUE - 1);
    }

    /** Refuses what no condition of the space asks: coordinates that are not told apart would answer anything. */
    private static void requireAsked(boolean asked, Axis axis) {
        if (!asked) {
            throw new IllegalStateException("no condition of the space asks this: " + axis.fact);
        }
    }

    /** The interval that begins with a cut. */
    private int intervalFrom(Axis.Key key, int cut) {
        Axis axis = space.axis(space.position(key));
        int at = Arrays.binarySearch(axis.cuts, cut);
        requireAsked(at >= 0, axis);
        return 1 + at;
    }

    @Override
    public Integer all(Condition.All condition) {
        int node = Diagram.TRUE;
        for (Condition part : condition.of()) {
            if (node == Diagram.FALSE) {
                break;
            }
            node = diagram.and(node, compile(part));
        }
        return node;
    }

    @Override
    public Integer any(Condition.Any condition) {
        int node = Diagram.FALSE;
        for (Condition part : condition.of()) {
            if (node == Diagram.TRUE) {
                break;
            }
            node = diagram.or(node, compile(part));
        }
        return node;
    }

    @Override
    public Integer not(Condition.Not condition) {
        return diagram.not(compile(condition.of()));
    }

    @Override
    public Integer certainly(Condition.Certainly condition) {
        return diagram.certainly(compile(condition.of()));
    }

    @Override
    public Integer possibly(Condition.Possibly condition) {
        return diagram.possibly(compile(condition.of()));
    }

    @Override
    public Integer defined(Condition.Defined condition) {
        return compile(terms.definition(condition.name()));
    }

    @Override
    public Integer answered(Condition.Answered condition) {
        return end(terms.answered(condition.question(), condition.answer()));
    }

    @Override
    public Integer purposeIs(Condition.PurposeIs condition) {
        if (purpose == Terms.MISSING) {
            return missing(Facts.PURPOSE);
        }
        for (Purpose wanted : condition.oneOf()) {
            if (terms.purpose(wanted) == purpose) {
                return Diagram.TRUE;
            }
        }
        return Diagram.FALSE;
    }

    @Override
    public Integer recipientIs(Condition.RecipientIs condition) {
        if (recipient == Terms.MISSING) {
            return missing(Facts.RECIPIENT);
        }
        for (Recipient wanted : condition.oneOf()) {
            if (terms.recipientWithin(recipient, wanted)) {
                return Diagram.TRUE;
            }
        }
        return Diagram.FALSE;
    }

    @Override
    public Integer categoryIs(Condition.CategoryIs condition) {
        if (category == Terms.MISSING) {
            return missing(Facts.CATEGORY);
        }
        for (Category wanted : condition.oneOf()) {
            if (terms.categoryWithin(category, wanted)) {
                return Diagram.TRUE;
            }
        }
        return Diagram.FALSE;
    }

    @Override
    public Integer audienceIs(Condition.AudienceIs condition) {
        boolean[] wanted = new boolean[terms.vocabulary.audiences().size() + 1];
        for (Audience one : condition.oneOf()) {
            wanted[terms.audience(one)] = true;
        }
        if (audience == ANY_AUDIENCE) {
            return ask(Space.key(Axis.Kind.AUDIENCE), true, wanted);
        }
        return audience == 0 ? missing(Facts.AUDIENCE) : end(wanted[audience]);
    }

    @Override
    public Integer located(Condition.Located condition) {
        Axis.Key key = Space.key(Axis.Kind.PLACE, 0, Space.code(condition.at()));
        Axis place = space.axis(space.position(key));
        BitSet in = new BitSet(Country.COUNT);
        for (String jurisdiction : condition.in()) {
            in.or(terms.regions().countries(jurisdiction));
        }
        boolean[] wanted = new boolean[place.size];
        for (int country = 0; country < Country.COUNT; country++) {
            wanted[place.classes[country + 1]] |= in.get(country);
        }
        for (int country = 0; country < Country.COUNT; country++) {
            requireAsked(wanted[place.classes[country + 1]] == in.get(country), place);
        }
        return ask(key, true, wanted);
    }

    @Override
    public Integer firstDayReached(Condition.FirstDayReached condition) {
        Axis.Key placeKey = Space.key(Axis.Kind.PLACE, 0, Space.code(condition.place()));
        int placePosition = space.position(placeKey);
        Axis place = space.axis(placePosition);
        int[] days = terms.firstDays(condition.table());
        int[] dayOfClass = new int[place.size];
        int first = Days.NEVER;
        int last = Days.ALWAYS;
        for (int country = 0; country < Country.COUNT; country++) {
            dayOfClass[place.classes[country + 1]] = days[country];
            first = Math.min(first, days[country]);
            last = Math.max(last, days[country]);
        }
        for (int country = 0; country < Country.COUNT; country++) {
            requireAsked(dayOfClass[place.classes[country + 1]] == days[country], place);
        }
        boolean ofUse = condition.day() instanceof Moment.AtUse;
        int dayPosition = space.position(Space.key(ofUse ? Axis.Kind.USED : Axis.Kind.COLLECTED));
        Axis day = space.axis(dayPosition);
        for (int at = 1; at < dayOfClass.length; at++) {
            requireAsked(dayOfClass[at] == Days.NEVER || Arrays.binarySearch(day.cuts, dayOfClass[at]) >= 0, day);
        }
        int[] children = new int[day.size];
        for (int i = 0; i < children.length; i++) {
            boolean known = ofUse || i > 0;
            int interval = ofUse ? i : i - 1;
            int reached = !known || interval == 0 ? Days.ALWAYS : day.cuts[interval - 1];
            int[] ends = new int[place.size];
            for (int at = 1; at < ends.length; at++) {
                boolean never = dayOfClass[at] == Days.NEVER;
                ends[at] = known ? end(dayOfClass[at] <= reached) : never ? Diagram.FALSE : missing(day.fact);
            }
            if (first == Days.NEVER) {
                ends[0] = Diagram.FALSE;
            } else if (!known) {
                ends[0] = missing(place.fact, day.fact);
            } else {
                ends[0] = last <= reached ? Diagram.TRUE : first > reached ? Diagram.FALSE : missing(place.fact);
            }
            children[i] = diagram.node(placePosition, ends);
        }
        return diagram.node(dayPosition, children);
    }

    @Override
    public Integer ageAtLeast(Condition.AgeAtLeast condition) {
        Axis.Key key = Space.key(Axis.Kind.AGE, 0, Space.code(condition.at()));
        return askFrom(key, true, 1 + intervalFrom(key, condition.years()));
    }

    @Override
    public Integer settingIs(Condition.SettingIs condition) {
        int wanted = condition.on() ? Timeline.FREE : Timeline.RESTRICTED;
        return ask(
                Space.key(
                        Axis.Kind.SETTING,
                        terms.setting(condition.setting()),
                        Space.code(condition.at()),
                        condition.onCounts()),
                true,
                wanted,
                wanted);
    }

    @Override
    public Integer signalIs(Condition.SignalIs condition) {
        int wanted = condition.present() ? Timeline.RESTRICTED : Timeline.FREE;
        return ask(
                Space.key(
                        Axis.Kind.SIGNAL,
                        terms.signal(condition.signal()),
                        Space.code(condition.at()),
                        condition.absentCounts()),
                true,
                wanted,
                wanted);
    }

    @Override
    public Integer objectionStands(Condition.ObjectionStands condition) {
        int least = condition.stage() == Condition.Stage.FILED ? Timeline.FILED : Timeline.GRANTED;
        return askFrom(
                Space.key(
                        Axis.Kind.OBJECTION,
                        terms.objection(condition.scope()),
                        Space.code(condition.at()),
                        condition.withdrawalCounts()),
                true,
                least);
    }

    @Override
    public Integer flagIsSet(Condition.FlagIsSet condition) {
        return ask(Space.key(Axis.Kind.FLAG, terms.flag(condition.flag()), Axis.AT_USE), false, 1, 1);
    }

    @Override
    public Integer traitIs(Condition.TraitIs condition) {
        int trait = terms.trait(condition.trait());
        List<String> values = terms.vocabulary.traits().get(trait).values();
        boolean[] wanted = new boolean[values.size() + 1];
        for (int i = 1; i < wanted.length; i++) {
            wanted[i] = condition.oneOf().contains(values.get(i - 1));
        }
        return ask(Space.key(Axis.Kind.TRAIT, trait, Axis.AT_USE), true, wanted);
    }

    @Override
    public Integer usedFrom(Condition.UsedFrom condition) {
        return usedFrom(Days.of(condition.day()));
    }

    int usedFrom(int day) {
        Axis.Key key = Space.key(Axis.Kind.USED);
        return askFrom(key, false, intervalFrom(key, day));
    }

    @Override
    public Integer collectedFrom(Condition.CollectedFrom condition) {
        Axis.Key key = Space.key(Axis.Kind.COLLECTED);
        return askFrom(key, true, 1 + intervalFrom(key, Days.of(condition.day())));
    }

    @Override
    public Integer usedBeforeCollected(Condition.UsedBeforeCollected condition) {
        return ask(Space.key(Axis.Kind.ORDER), true, Axis.USED_FIRST, Axis.USED_FIRST);
    }
}
