package dev.datause.testkit;

import dev.datause.Condition;
import dev.datause.Moment;
import dev.datause.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** Where the answers of a policy can change, whatever the reading: its days and its ages. */
final class Edges {
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final TreeSet<Integer> ages = new TreeSet<>();

    Edges(Policy policy) {
        policy.effective().from().ifPresent(days::add);
        policy.effective().until().ifPresent(day -> {
            days.add(day);
            days.add(day.plusDays(1));
        });
        for (Policy.FirstDays table : policy.firstDays()) {
            table.elsewhere().ifPresent(days::add);
            table.rows().forEach(row -> row.day().ifPresent(days::add));
        }
        policy.rules().forEach(rule -> collect(rule.when()));
        policy.definitions().forEach(definition -> collect(definition.condition()));
    }

    /** The days that the policy names, sorted. */
    List<LocalDate> days() {
        return List.copyOf(days);
    }

    /** The ages that the policy names, sorted. */
    List<Integer> ages() {
        return List.copyOf(ages);
    }

    private void collect(Condition condition) {
        if (condition instanceof Condition.UsedFrom from) {
            days.add(from.day());
        } else if (condition instanceof Condition.CollectedFrom from) {
            days.add(from.day());
        } else if (condition instanceof Condition.AgeAtLeast age) {
            ages.add(age.years());
        }
        for (Moment moment : condition.moments()) {
            if (moment instanceof Moment.OnDay on) {
                days.add(on.day());
            }
        }
        condition.parts().forEach(this::collect);
    }
}
