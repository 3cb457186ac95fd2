package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a policy, spelled out without any thought of speed: one recursion over the conditions, for one use.
 * The oracle against which what the library compiles is tested; it shares nothing with it but the policy's records.
 */
public final class NaiveInterpreter {
    private final Policy policy;
    private final Reading reading;
    private final Set<String> assigned;
    private final Map<String, Set<String>> jurisdictions = new TreeMap<>();
    private final Map<String, Condition> definitions = new TreeMap<>();
    private final Map<String, Set<String>> categories = new TreeMap<>();

    public NaiveInterpreter(Policy policy, Reading reading) {
        this.policy = policy;
        this.reading = reading;
        assigned = countries("anywhere");
        for (Vocabulary.Jurisdiction jurisdiction : policy.vocabulary().jurisdictions()) {
            jurisdictions.put(jurisdiction.name(), countries(jurisdiction.name()));
        }
        policy.definitions().forEach(definition -> definitions.put(definition.name(), definition.condition()));
        for (Vocabulary.CategoryEntry entry : policy.vocabulary().categories()) {
            categories.put(entry.name().name(), categoryAndAbove(entry.name().name()));
        }
    }

    /** {@link #TRUE}, {@link #FALSE}, or unknown, and then for want of which facts. */
    record Truth(Optional<Boolean> value, Set<String> missing) {
        static final Truth TRUE = new Truth(Optional.of(true), Set.of());
        static final Truth FALSE = new Truth(Optional.of(false), Set.of());

        static Truth of(boolean value) {
            return value ? TRUE : FALSE;
        }

        static Truth unknown(String... facts) {
            return new Truth(Optional.empty(), Set.of(facts));
        }

        boolean isTrue() {
            return value.orElse(false);
        }

        boolean isFalse() {
            return !value.orElse(true);
        }

        Truth opposite() {
            return value.isPresent() ? of(!value.get()) : this;
        }

        Truth and(Truth other) {
            if (isFalse() || other.isFalse()) {
                return FALSE;
            }
            if (isTrue() && other.isTrue()) {
                return TRUE;
            }
            Set<String> facts = new TreeSet<>(missing);
            facts.addAll(other.missing);
            return new Truth(Optional.empty(), facts);
        }
    }

    /** The decision on one use: which rules are true of it, and which unknown for want of which facts. */
    public record Verdict(
            boolean permitted,
            boolean inForce,
            Set<String> prohibiting,
            Map<String, Set<String>> perhapsProhibiting,
            Set<String> permitting,
            Map<String, Set<String>> perhapsPermitting) {}

    /** Decides one use. */
    public Verdict decide(TestUse use) {
        Set<String> prohibiting = new TreeSet<>();
        Map<String, Set<String>> perhapsProhibiting = new TreeMap<>();
        Set<String> permitting = new TreeSet<>();
        Map<String, Set<String>> perhapsPermitting = new TreeMap<>();
        for (Policy.Rule rule : policy.rules()) {
            boolean prohibits = rule.effect() == Policy.Effect.PROHIBIT;
            Truth truth = truth(rule.when(), use);
            if (truth.isTrue()) {
                (prohibits ? prohibiting : permitting).add(rule.id());
            } else if (!truth.isFalse()) {
                (prohibits ? perhapsProhibiting : perhapsPermitting).put(rule.id(), truth.missing());
            }
        }
        boolean inForce =
                policy.effective().from().map(day -> !use.used().isBefore(day)).orElse(true)
                        && policy.effective()
                                .until()
                                .map(day -> !use.used().isAfter(day))
                                .orElse(true);
        boolean permitted = inForce && !permitting.isEmpty() && prohibiting.isEmpty() && perhapsProhibiting.isEmpty();
        return new Verdict(permitted, inForce, prohibiting, perhapsProhibiting, permitting, perhapsPermitting);
    }

    /** Whether all the data that a purpose usually uses, collected and used on a day, may be used. */
    public boolean isPermitted(TestMember member, String purpose, LocalDate day) {
        for (Vocabulary.PurposeEntry entry : policy.vocabulary().purposes()) {
            if (entry.name().name().equals(purpose)) {
                return entry.usual().stream()
                        .allMatch(usual -> decide(new TestUse(
                                        member,
                                        purpose,
                                        entry.defaultRecipient().name(),
                                        usual.category().name(),
                                        usual.audience().map(Audience::name).orElse(null),
                                        day,
                                        day))
                                .permitted());
            }
        }
        return false;
    }

    /** What a condition is of one use. */
    Truth truth(Condition condition, TestUse use) {
        if (condition instanceof Condition.All all) {
            Truth result = Truth.TRUE;
            for (Condition part : all.of()) {
                result = result.isFalse() ? result : result.and(truth(part, use));
            }
            return result;
        }
        if (condition instanceof Condition.Any any) {
            Truth result = Truth.FALSE;
            for (Condition part : any.of()) {
                result = result.isTrue()
                        ? result
                        : result.opposite().and(truth(part, use).opposite()).opposite();
            }
            return result;
        }
        if (condition instanceof Condition.Not not) {
            return truth(not.of(), use).opposite();
        }
        if (condition instanceof Condition.Certainly certainly) {
            return Truth.of(truth(certainly.of(), use).isTrue());
        }
        if (condition instanceof Condition.Possibly possibly) {
            return Truth.of(!truth(possibly.of(), use).isFalse());
        }
        if (condition instanceof Condition.Defined defined) {
            return truth(Objects.requireNonNull(definitions.get(defined.name())), use);
        }
        if (condition instanceof Condition.Answered answered) {
            return Truth.of(answered.answer().equals(reading.answers().get(answered.question())));
        }
        return ofTheUse(condition, use);
    }

    private Truth ofTheUse(Condition condition, TestUse use) {
        if (condition instanceof Condition.PurposeIs is) {
            String purpose = use.purpose();
            return purpose == null
                    ? Truth.unknown("purpose")
                    : Truth.of(is.oneOf().stream().anyMatch(p -> p.name().equals(purpose)));
        }
        if (condition instanceof Condition.RecipientIs is) {
            String recipient = use.recipient();
            return recipient == null
                    ? Truth.unknown("recipient")
                    : Truth.of(is.oneOf().stream()
                            .anyMatch(r -> recipientAndAbove(recipient).contains(r.name())));
        }
        if (condition instanceof Condition.CategoryIs is) {
            String category = use.category();
            return category == null
                    ? Truth.unknown("category")
                    : Truth.of(is.oneOf().stream()
                            .anyMatch(c ->
                                    categories.getOrDefault(category, Set.of()).contains(c.name())));
        }
        if (condition instanceof Condition.AudienceIs is) {
            String audience = use.audience();
            boolean known = policy.vocabulary().audiences().stream()
                    .anyMatch(a -> a.name().equals(audience));
            return known
                    ? Truth.of(is.oneOf().stream().anyMatch(a -> a.name().equals(audience)))
                    : Truth.unknown("audience");
        }
        if (condition instanceof Condition.UsedFrom from) {
            return Truth.of(!use.used().isBefore(from.day()));
        }
        if (condition instanceof Condition.CollectedFrom from) {
            LocalDate collected = use.collected();
            return collected == null ? Truth.unknown("day of collection") : Truth.of(!collected.isBefore(from.day()));
        }
        if (condition instanceof Condition.UsedBeforeCollected) {
            LocalDate collected = use.collected();
            return collected == null
                    ? Truth.unknown("day of collection")
                    : Truth.of(use.used().isBefore(collected));
        }
        return ofTheMember(condition, use, use.member());
    }

    private Truth ofTheMember(Condition condition, TestUse use, TestMember member) {
        if (condition instanceof Condition.Located located) {
            String country = country(member, located.at(), use);
            return country == null
                    ? Truth.unknown("country" + on(located.at()))
                    : Truth.of(located.in().stream().anyMatch(name -> holds(name, country)));
        }
        if (condition instanceof Condition.FirstDayReached reached) {
            return firstDayReached(reached, use, member);
        }
        if (condition instanceof Condition.AgeAtLeast age) {
            LocalDate day = day(age.at(), use);
            LocalDate born = member.born();
            return day == null || born == null
                    ? Truth.unknown("age" + on(age.at()))
                    : Truth.of(!day.isBefore(birthday(born, age.years())));
        }
        if (condition instanceof Condition.SettingIs setting) {
            LocalDate day = day(setting.at(), use);
            List<TestMember.Event> history = settingHistory(setting.setting(), member);
            if (day == null || history == null || !told(history, TestMember.Kind.ON, day, setting.onCounts())) {
                return Truth.unknown("setting " + setting.setting() + on(setting.at()));
            }
            boolean off = restricted(history, TestMember.Kind.OFF, day, setting.onCounts());
            return Truth.of(off != setting.on());
        }
        if (condition instanceof Condition.SignalIs signal) {
            LocalDate day = day(signal.at(), use);
            List<TestMember.Event> history = member.signals().get(signal.signal());
            if (day == null || history == null || !told(history, TestMember.Kind.ABSENT, day, signal.absentCounts())) {
                return Truth.unknown("signal " + signal.signal() + on(signal.at()));
            }
            boolean present = restricted(history, TestMember.Kind.PRESENT, day, signal.absentCounts());
            return Truth.of(present == signal.present());
        }
        if (condition instanceof Condition.ObjectionStands objection) {
            LocalDate day = day(objection.at(), use);
            List<TestMember.Event> history = member.objections().get(objection.scope());
            return day == null
                            || history == null
                            || !told(history, TestMember.Kind.WITHDRAWN, day, objection.withdrawalCounts())
                    ? Truth.unknown("objections " + objection.scope() + on(objection.at()))
                    : Truth.of(stands(objection, history, day));
        }
        if (condition instanceof Condition.FlagIsSet flag) {
            return Truth.of(member.flags().contains(flag.flag()));
        }
        if (condition instanceof Condition.TraitIs trait) {
            String value = member.traits().get(trait.trait());
            boolean known = value != null
                    && policy.vocabulary().traits().stream()
                            .anyMatch(t ->
                                    t.name().equals(trait.trait()) && t.values().contains(value));
            return known ? Truth.of(trait.oneOf().contains(value)) : Truth.unknown("trait " + trait.trait());
        }
        throw new AssertionError(condition);
    }

    private static String on(Moment moment) {
        return moment instanceof Moment.OnDay ? " on " + moment : " at " + moment;
    }

    private Truth firstDayReached(Condition.FirstDayReached reached, TestUse use, TestMember member) {
        Policy.FirstDays table = policy.firstDays().stream()
                .filter(t -> t.name().equals(reached.table()))
                .findFirst()
                .orElseThrow();
        String country = country(member, reached.place(), use);
        LocalDate day = day(reached.day(), use);
        List<Optional<LocalDate>> possible = new ArrayList<>();
        for (Policy.FirstDays.Row row : table.rows()) {
            if (country == null || row.in().stream().anyMatch(name -> holds(name, country))) {
                possible.add(row.day());
            }
        }
        if (country == null || possible.isEmpty()) {
            possible.add(table.elsewhere());
        }
        if (possible.stream().allMatch(Optional::isEmpty)) {
            return Truth.FALSE;
        }
        if (day == null) {
            String collected = "day of collection";
            return country == null
                    ? Truth.unknown("country" + on(reached.place()), collected)
                    : Truth.unknown(collected);
        }
        List<Boolean> answers = possible.stream()
                .map(first -> first.isPresent() && !day.isBefore(first.get()))
                .distinct()
                .toList();
        return answers.size() == 1 ? Truth.of(answers.get(0)) : Truth.unknown("country" + on(reached.place()));
    }

    private @Nullable LocalDate day(Moment moment, TestUse use) {
        if (moment instanceof Moment.OnDay on) {
            return on.day();
        }
        return moment instanceof Moment.AtUse ? use.used() : use.collected();
    }

    /** The country on the day of a moment, or null: not known, not assigned, or before the first move. */
    private @Nullable String country(TestMember member, Moment moment, TestUse use) {
        String code = member.country();
        if (!member.moves().isEmpty()) {
            LocalDate day = day(moment, use);
            LocalDate latest = null;
            code = null;
            for (TestMember.Move move : member.moves()) {
                if (day != null
                        && !move.day().isAfter(day)
                        && (latest == null || move.day().isAfter(latest))) {
                    latest = move.day();
                    code = move.country();
                }
            }
        }
        return code != null && assigned.contains(code) ? code : null;
    }

    /** The day on which an age is reached; the 29th day of a February that has 28 is 1 March. */
    static LocalDate birthday(LocalDate born, int years) {
        return LocalDate.of(born.getYear() + years, born.getMonth(), 1).plusDays(born.getDayOfMonth() - 1L);
    }

    private @Nullable List<TestMember.Event> settingHistory(String name, TestMember member) {
        List<TestMember.Event> all = null;
        boolean whole = false;
        for (Vocabulary.SettingEntry entry : policy.vocabulary().settings()) {
            if (!entry.name().equals(name)) {
                continue;
            }
            List<String> names = new ArrayList<>(entry.aliases());
            names.add(name);
            for (String each : names) {
                List<TestMember.Event> part = member.settings().get(each);
                if (part != null) {
                    all = all == null ? new ArrayList<>() : all;
                    all.addAll(part);
                    whole |= TestMember.whole(part);
                }
            }
        }
        if (whole) {
            all.removeIf(event -> event.kind() == TestMember.Kind.UNTOLD);
        }
        return all;
    }

    /** Whether a history says how things stand on a day: from its beginning, or since an event that counts by then. */
    private static boolean told(
            List<TestMember.Event> history, TestMember.Kind releasing, LocalDate day, Counts counts) {
        if (TestMember.whole(history)) {
            return true;
        }
        for (TestMember.Event event : history) {
            boolean waits = event.kind() == releasing && counts == Counts.NEXT_DAY;
            if (event.kind() != TestMember.Kind.UNTOLD
                    && !event.day().plusDays(waits ? 1 : 0).isAfter(day)) {
                return true;
            }
        }
        return false;
    }

    /** Lives through every day with an event: what restricts counts at once and wins its day, what frees when it may. */
    private static boolean restricted(
            List<TestMember.Event> history, TestMember.Kind restricting, LocalDate day, Counts counts) {
        Set<LocalDate> restrictions = new TreeSet<>();
        Set<LocalDate> releases = new TreeSet<>();
        for (TestMember.Event event : history) {
            if (event.kind() == TestMember.Kind.UNTOLD) {
                continue;
            }
            (event.kind() == restricting ? restrictions : releases).add(event.day());
        }
        releases.removeAll(restrictions);
        Map<LocalDate, Boolean> from = new TreeMap<>();
        releases.forEach(release -> from.put(counts == Counts.NEXT_DAY ? release.plusDays(1) : release, false));
        restrictions.forEach(restriction -> from.put(restriction, true));
        boolean restricted = false;
        for (Map.Entry<LocalDate, Boolean> change : from.entrySet()) {
            if (!change.getKey().isAfter(day)) {
                restricted = change.getValue();
            }
        }
        return restricted;
    }

    private static boolean stands(Condition.ObjectionStands objection, List<TestMember.Event> history, LocalDate day) {
        Map<LocalDate, Set<TestMember.Kind>> byDay = new TreeMap<>();
        history.stream()
                .filter(event -> event.kind() != TestMember.Kind.UNTOLD)
                .forEach(event ->
                        byDay.computeIfAbsent(event.day(), d -> new TreeSet<>()).add(event.kind()));
        // What nobody told about may have been granted, and then a filing does not take that back.
        boolean filed = !TestMember.whole(history);
        boolean granted = filed;
        for (Map.Entry<LocalDate, Set<TestMember.Kind>> entry : byDay.entrySet()) {
            LocalDate on = entry.getKey();
            Set<TestMember.Kind> kinds = entry.getValue();
            if (on.isAfter(day)) {
                break;
            }
            if (kinds.contains(TestMember.Kind.GRANTED)) {
                filed = true;
                granted = true;
            } else if (kinds.contains(TestMember.Kind.FILED)) {
                filed = true;
            } else if (on.isBefore(day) || objection.withdrawalCounts() == Counts.SAME_DAY) {
                filed = false;
                granted = false;
            }
        }
        return objection.stage() == Condition.Stage.GRANTED ? granted : filed;
    }

    private Set<String> recipientAndAbove(String name) {
        Set<String> above = new TreeSet<>();
        for (Vocabulary.RecipientEntry entry : policy.vocabulary().recipients()) {
            if (entry.name().name().equals(name)) {
                above.add(name);
                entry.under().ifPresent(under -> above.addAll(recipientAndAbove(under.name())));
            }
        }
        return above;
    }

    private Set<String> categoryAndAbove(String name) {
        Set<String> above = new TreeSet<>();
        for (Vocabulary.CategoryEntry entry : policy.vocabulary().categories()) {
            if (entry.name().name().equals(name)) {
                above.add(name);
                entry.under().ifPresent(under -> above.addAll(categoryAndAbove(under.name())));
            }
        }
        return above;
    }

    private boolean holds(String jurisdiction, String country) {
        return jurisdiction.equals("anywhere")
                || Objects.requireNonNull(jurisdictions.get(jurisdiction)).contains(country);
    }

    /** The codes in a jurisdiction, in this reading. */
    Set<String> countries(String name) {
        Set<String> codes = new TreeSet<>();
        if (name.equals("anywhere")) {
            Country.all().forEach(country -> codes.add(country.code()));
            return codes;
        }
        Vocabulary.Jurisdiction jurisdiction = policy.vocabulary().jurisdictions().stream()
                .filter(j -> j.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (jurisdiction.allExcept().isPresent()) {
            codes.addAll(countries("anywhere"));
            jurisdiction.allExcept().get().forEach(other -> codes.removeAll(countries(other)));
            return codes;
        }
        jurisdiction.countries().forEach(country -> codes.add(country.code()));
        jurisdiction.includes().forEach(other -> codes.addAll(countries(other)));
        for (Vocabulary.IncludesWhen when : jurisdiction.includesWhen()) {
            if (when.answer().equals(reading.answers().get(when.question()))) {
                when.jurisdictions().forEach(other -> codes.addAll(countries(other)));
            }
        }
        return codes;
    }
}
