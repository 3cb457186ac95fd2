package dev.datause;

import java.util.ArrayList;
import java.util.List;

/** The bundled policy ten times over: ten of each purpose, each with rules, definitions and tables of its own. */
final class TenTimes {
    private static final int TIMES = 10;

    private TenTimes() {}

    static Policy policy() {
        Policy one = Bundled.POLICY;
        List<Vocabulary.PurposeEntry> purposes = new ArrayList<>();
        List<Policy.Definition> definitions = new ArrayList<>();
        List<Policy.FirstDays> tables = new ArrayList<>();
        List<Policy.Rule> rules = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            Copy copy = new Copy("-" + i);
            for (Vocabulary.PurposeEntry entry : one.vocabulary().purposes()) {
                purposes.add(new Vocabulary.PurposeEntry(
                        copy.of(entry.name()), entry.title(), entry.defaultRecipient(), entry.usual(), entry.bases()));
            }
            one.definitions()
                    .forEach(definition -> definitions.add(
                            new Policy.Definition(definition.name() + copy.suffix, copy.of(definition.condition()))));
            one.firstDays()
                    .forEach(table -> tables.add(
                            new Policy.FirstDays(table.name() + copy.suffix, table.rows(), table.elsewhere())));
            one.rules()
                    .forEach(rule -> rules.add(new Policy.Rule(
                            rule.id() + copy.suffix,
                            rule.effect(),
                            rule.sentence(),
                            copy.of(rule.when()),
                            rule.citations(),
                            rule.remedy())));
        }
        Vocabulary words = one.vocabulary();
        return one.toBuilder()
                .id("ten-times")
                .vocabulary(words.toBuilder().purposes(purposes).build())
                .firstDays(tables)
                .definitions(definitions)
                .rules(rules)
                .build();
    }

    /** Conditions in the words of one of the ten. */
    private record Copy(String suffix) {
        Purpose of(Purpose purpose) {
            return Purpose.of(purpose.name() + suffix);
        }

        Condition of(Condition condition) {
            if (condition instanceof Condition.Defined defined) {
                return new Condition.Defined(defined.name() + suffix);
            }
            if (condition instanceof Condition.PurposeIs is) {
                return new Condition.PurposeIs(is.oneOf().stream().map(this::of).toList());
            }
            return condition instanceof Condition.FirstDayReached reached
                    ? new Condition.FirstDayReached(reached.table() + suffix, reached.place(), reached.day())
                    : condition.mapParts(this::of);
        }
    }
}
