package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A policy at the door of a pipeline: lets rows through for one purpose, and says why it kept others out.
 *
 * <p>Immutable and thread-safe if the function from a row to its facts is. What that function throws passes through:
 * no row is admitted by an accident.
 *
 * @param <T> the type of a row
 */
public final class Guard<T> {
    private final Purpose purpose;
    private final Predicate<T> permits;
    private final Function<T, List<Decision>> decide;

    private Guard(Purpose purpose, Predicate<T> permits, Function<T, List<Decision>> decide) {
        this.purpose = purpose;
        this.permits = permits;
        this.decide = decide;
    }

    static <T> Guard<T> shortForm(
            DataUsePolicy policy, Purpose purpose, LocalDate day, Function<? super T, Member> member) {
        Objects.requireNonNull(member, "member");
        Predicate<Member> permits = policy.permits(purpose, day);
        Optional<Vocabulary.PurposeEntry> entry = policy.policy().vocabulary().purposes().stream()
                .filter(e -> e.name().equals(purpose))
                .findFirst();
        return new Guard<>(
                purpose,
                row -> permits.test(memberOf(member, row)),
                row -> decisions(policy, entry, purpose, day, memberOf(member, row)));
    }

    private static <T> Member memberOf(Function<? super T, Member> member, T row) {
        return Objects.requireNonNull(member.apply(row), "member of a row");
    }

    private static List<Decision> decisions(
            DataUsePolicy policy,
            Optional<Vocabulary.PurposeEntry> entry,
            Purpose purpose,
            LocalDate day,
            Member member) {
        if (entry.isEmpty()) {
            return List.of(
                    policy.decide(Use.of(member).purpose(purpose).collected(day).used(day)));
        }
        List<Decision> decisions = new ArrayList<>();
        for (Vocabulary.Usual usual : entry.get().usual()) {
            Use.Builder use = Use.of(member)
                    .purpose(purpose)
                    .recipient(entry.get().defaultRecipient())
                    .category(usual.category())
                    .collected(day);
            usual.audience().ifPresent(use::audience);
            decisions.add(policy.decide(use.used(day)));
        }
        return decisions;
    }

    static <T> Guard<T> ofUses(DataUsePolicy policy, Purpose purpose, Function<? super T, Use> use) {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(use, "use");
        return new Guard<>(
                purpose,
                row -> policy.isPermitted(forPurpose(use, row, purpose)),
                row -> List.of(policy.decide(forPurpose(use, row, purpose))));
    }

    private static <T> Use forPurpose(Function<? super T, Use> of, T row, Purpose purpose) {
        Use use = Objects.requireNonNull(of.apply(row), "use of a row");
        if (!use.purpose().equals(Optional.of(purpose))) {
            throw new IllegalArgumentException("use: a row's use is not for the purpose of the guard");
        }
        return use;
    }

    /** The purpose for which rows are let through. */
    public Purpose purpose() {
        return purpose;
    }

    /** Whether the row may pass. */
    public boolean permits(T row) {
        return permits.test(row);
    }

    /** The row as permitted, or empty. */
    public Optional<Permitted<T>> admit(T row) {
        return permits.test(row) ? Optional.of(new Permitted<>(row, purpose)) : Optional.empty();
    }

    /** The rows that may pass, lazily, in their order. */
    public Stream<Permitted<T>> filter(Stream<T> rows) {
        return rows.filter(permits).map(row -> new Permitted<>(row, purpose));
    }

    /**
     * Splits rows into those that may pass and those that may not, and counts why not: by rule, a row counting once for
     * each rule that stood in its way. Holds all rows in memory.
     */
    public Partition<T> partition(Iterable<? extends T> rows) {
        List<Permitted<T>> permitted = new ArrayList<>();
        List<T> keptOut = new ArrayList<>();
        TreeMap<String, Long> reasons = new TreeMap<>();
        for (T row : rows) {
            if (permits.test(row)) {
                permitted.add(new Permitted<>(row, purpose));
            } else {
                keptOut.add(row);
                for (String reason : Partition.reasons(decide.apply(row))) {
                    reasons.merge(reason, 1L, Long::sum);
                }
            }
        }
        return new Partition<>(permitted, keptOut, reasons);
    }
}
