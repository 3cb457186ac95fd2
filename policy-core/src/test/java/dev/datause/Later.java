package dev.datause;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same policies and uses 28 years later: from 1901 to 2099 the calendar repeats itself after 28 years, leap days
 * and days of the week included.
 */
final class Later {
    private static final int YEARS = 28;

    private Later() {}

    static LocalDate day(LocalDate day) {
        return day.plusYears(YEARS);
    }

    private static @Nullable LocalDate dayIfKnown(@Nullable LocalDate day) {
        return day == null ? null : day(day);
    }

    static Policy policy(Policy policy) {
        return policy.toBuilder()
                .effective(new Policy.Effective(
                        policy.effective().from().map(Later::day),
                        policy.effective().until().map(Later::day)))
                .firstDays(policy.firstDays().stream().map(Later::table).toList())
                .definitions(policy.definitions().stream()
                        .map(d -> new Policy.Definition(d.name(), condition(d.condition())))
                        .toList())
                .rules(policy.rules().stream()
                        .map(r -> new Policy.Rule(
                                r.id(), r.effect(), r.sentence(), condition(r.when()), r.citations(), r.remedy()))
                        .toList())
                .build();
    }

    private static Policy.FirstDays table(Policy.FirstDays table) {
        return new Policy.FirstDays(
                table.name(),
                table.rows().stream()
                        .map(row -> new Policy.FirstDays.Row(row.in(), row.day().map(Later::day)))
                        .toList(),
                table.elsewhere().map(Later::day));
    }

    private static Condition condition(Condition condition) {
        if (condition instanceof Condition.UsedFrom c) {
            return new Condition.UsedFrom(day(c.day()));
        } else if (condition instanceof Condition.CollectedFrom c) {
            return new Condition.CollectedFrom(day(c.day()));
        }
        return condition.mapParts(Later::condition).mapMoments(Later::moment);
    }

    private static Moment moment(Moment moment) {
        return moment instanceof Moment.OnDay on ? Moment.on(day(on.day())) : moment;
    }

    static TestUse use(TestUse use) {
        return use.withMember(member(use.member()))
                .withUsed(day(use.used()))
                .withCollected(dayIfKnown(use.collected()));
    }

    private static TestMember member(TestMember member) {
        return new TestMember(
                member.country(),
                member.moves().stream()
                        .map(move -> new TestMember.Move(day(move.day()), move.country()))
                        .toList(),
                dayIfKnown(member.born()),
                member.flags(),
                member.traits(),
                histories(member.settings()),
                histories(member.signals()),
                histories(member.objections()));
    }

    private static Map<String, List<TestMember.Event>> histories(Map<String, List<TestMember.Event>> histories) {
        Map<String, List<TestMember.Event>> later = new LinkedHashMap<>();
        histories.forEach((name, events) -> later.put(
                name,
                events.stream()
                        .map(event -> new TestMember.Event(day(event.day()), event.kind()))
                        .toList()));
        return later;
    }
}
