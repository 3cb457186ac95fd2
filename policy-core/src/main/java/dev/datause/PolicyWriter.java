package dev.datause;

import dev.datause.document.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Policies as nodes: what {@link PolicyReader} reads, keys in the order of the format, lists in their own. */
final class PolicyWriter {
    private PolicyWriter() {}

    static Node node(Policy policy) {
        Nodes out = new Nodes().put("format", Nodes.number(1));
        out.put("policy", policy.id()).put("version", policy.version()).put("title", policy.title());
        Nodes effective = new Nodes().putPresent("from", policy.effective().from());
        out.putFilled(
                "effective",
                effective.putPresent("until", policy.effective().until()).object());
        out.put("vocabulary", vocabulary(policy.vocabulary()));
        out.put("sources", sources(policy.sources()));
        out.putFilled("questions", questions(policy.questions()));
        out.put("readings", readings(policy.readings()));
        out.put("defaultReading", policy.defaultReading());
        out.putFilled("firstDays", tables(policy.firstDays()));
        Nodes definitions = new Nodes();
        for (Policy.Definition definition : policy.definitions()) {
            definitions.put(definition.name(), ConditionWriter.node(definition.condition()));
        }
        out.putFilled("definitions", definitions.object());
        List<Node> rules = new ArrayList<>();
        for (Policy.Rule rule : policy.rules()) {
            rules.add(rule(rule));
        }
        out.put("rules", Nodes.list(rules));
        return out.putFilled("controllers", statements(policy.controllers())).object();
    }

    private static Node vocabulary(Vocabulary vocabulary) {
        Nodes out = new Nodes();
        Nodes purposes = new Nodes();
        for (Vocabulary.PurposeEntry entry : vocabulary.purposes()) {
            purposes.put(entry.name().name(), purpose(entry));
        }
        Nodes recipients = new Nodes();
        for (Vocabulary.RecipientEntry entry : vocabulary.recipients()) {
            Nodes recipient = new Nodes().put("title", entry.title()).putPresent("under", entry.under());
            recipients.put(entry.name().name(), recipient.object());
        }
        Nodes categories = new Nodes();
        for (Vocabulary.CategoryEntry entry : vocabulary.categories()) {
            Nodes category = new Nodes().put("title", entry.title()).putPresent("under", entry.under());
            categories.put(entry.name().name(), category.object());
        }
        Nodes jurisdictions = new Nodes();
        for (Vocabulary.Jurisdiction jurisdiction : vocabulary.jurisdictions()) {
            jurisdictions.put(jurisdiction.name(), jurisdiction(jurisdiction));
        }
        Nodes settings = new Nodes();
        for (Vocabulary.SettingEntry entry : vocabulary.settings()) {
            Nodes setting = new Nodes().put("title", entry.title()).put("path", entry.path());
            settings.put(
                    entry.name(),
                    setting.putFilled("aliases", Nodes.texts(entry.aliases())).object());
        }
        Nodes traits = new Nodes();
        for (Vocabulary.Trait trait : vocabulary.traits()) {
            Nodes one = new Nodes().put("title", trait.title()).put("values", Nodes.texts(trait.values()));
            traits.put(trait.name(), one.object());
        }
        out.put("purposes", purposes.object()).put("recipients", recipients.object());
        out.put("categories", categories.object()).putFilled("audiences", entries(vocabulary.audiences()));
        out.putFilled("jurisdictions", jurisdictions.object()).putFilled("settings", settings.object());
        out.putFilled("signals", entries(vocabulary.signals()));
        out.putFilled("objections", entries(vocabulary.objections()));
        out.putFilled("flags", entries(vocabulary.flags()));
        return out.putFilled("traits", traits.object()).object();
    }

    private static Node entries(List<Vocabulary.Entry> entries) {
        Nodes out = new Nodes();
        for (Vocabulary.Entry entry : entries) {
            out.put(entry.name(), entry.title());
        }
        return out.object();
    }

    private static Node purpose(Vocabulary.PurposeEntry entry) {
        Nodes out = new Nodes().put("title", entry.title());
        out.put("defaultRecipient", entry.defaultRecipient().name());
        List<Node> usual = new ArrayList<>();
        for (Vocabulary.Usual data : entry.usual()) {
            Nodes one = new Nodes().put("category", data.category().name());
            usual.add(one.putPresent("audience", data.audience()).object());
        }
        out.put("usual", Nodes.list(usual));
        return out.putFilled("bases", statements(entry.bases())).object();
    }

    private static Node jurisdiction(Vocabulary.Jurisdiction jurisdiction) {
        Nodes out = new Nodes().put("title", jurisdiction.title());
        out.putFilled("countries", Nodes.texts(jurisdiction.countries()));
        if (!jurisdiction.countries().isEmpty()) {
            out.put("count", Nodes.number(jurisdiction.countries().size()));
        }
        out.putFilled("includes", Nodes.texts(jurisdiction.includes()));
        List<Node> when = new ArrayList<>();
        for (Vocabulary.IncludesWhen includes : jurisdiction.includesWhen()) {
            Nodes one = new Nodes().put("question", includes.question()).put("answer", includes.answer());
            when.add(one.put("jurisdictions", Nodes.texts(includes.jurisdictions()))
                    .object());
        }
        out.putFilled("includesWhen", Nodes.list(when));
        if (jurisdiction.allExcept().isPresent()) {
            out.put("allExcept", Nodes.texts(jurisdiction.allExcept().get()));
        }
        return out.object();
    }

    private static Node sources(List<Policy.Source> sources) {
        Nodes out = new Nodes();
        for (Policy.Source source : sources) {
            Nodes one = new Nodes().put("title", source.title()).put("where", source.where());
            one.put("trust", source.trust().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            out.put(source.key(), one.putPresent("document", source.document()).object());
        }
        return out.object();
    }

    private static Node citations(List<Policy.Citation> citations) {
        List<Node> out = new ArrayList<>();
        for (Policy.Citation citation : citations) {
            Nodes one = new Nodes().put("source", citation.source()).put("at", citation.locator());
            out.add(one.put("quote", citation.quote()).object());
        }
        return Nodes.list(out);
    }

    private static Node statements(List<Policy.Statement> statements) {
        List<Node> out = new ArrayList<>();
        for (Policy.Statement statement : statements) {
            Nodes one = new Nodes().putFilled("in", Nodes.texts(statement.in())).put("says", statement.says());
            out.add(one.put("cites", citations(statement.citations())).object());
        }
        return Nodes.list(out);
    }

    private static Node questions(List<Policy.Question> questions) {
        Nodes out = new Nodes();
        for (Policy.Question question : questions) {
            Nodes answers = new Nodes();
            for (Policy.Answer answer : question.answers()) {
                Nodes one = new Nodes().put("says", answer.says());
                answers.put(
                        answer.name(),
                        one.put("cites", citations(answer.citations())).object());
            }
            Nodes one = new Nodes().put("asks", question.asks()).put("answers", answers.object());
            out.put(question.name(), one.object());
        }
        return out.object();
    }

    private static Node readings(List<Reading> readings) {
        Nodes out = new Nodes();
        for (Reading reading : readings) {
            Nodes answers = new Nodes();
            for (Map.Entry<String, String> answer : reading.answers().entrySet()) {
                answers.put(answer.getKey(), answer.getValue());
            }
            Nodes one = new Nodes().put("title", reading.title()).putFilled("answers", answers.object());
            out.put(reading.name(), one.object());
        }
        return out.object();
    }

    private static Node tables(List<Policy.FirstDays> tables) {
        Nodes out = new Nodes();
        for (Policy.FirstDays table : tables) {
            List<Node> rows = new ArrayList<>();
            for (Policy.FirstDays.Row row : table.rows()) {
                Nodes one = new Nodes().put("in", Nodes.texts(row.in()));
                rows.add(one.put("day", dayOrNever(row.day())).object());
            }
            Nodes one = new Nodes().putFilled("rows", Nodes.list(rows));
            out.put(
                    table.name(),
                    one.put("elsewhere", dayOrNever(table.elsewhere())).object());
        }
        return out.object();
    }

    private static String dayOrNever(Optional<LocalDate> day) {
        return day.isPresent() ? day.get().toString() : "never";
    }

    private static Node rule(Policy.Rule rule) {
        Nodes out = new Nodes().put("id", rule.id());
        out.put("effect", rule.effect() == Policy.Effect.PERMIT ? "permit" : "prohibit");
        out.put("sentence", rule.sentence()).put("when", ConditionWriter.node(rule.when()));
        out.put("cites", citations(rule.citations()));
        Nodes remedy = new Nodes().putPresent("member", rule.remedy().member());
        return out.putFilled(
                        "remedy",
                        remedy.putPresent("engineer", rule.remedy().engineer()).object())
                .object();
    }
}
