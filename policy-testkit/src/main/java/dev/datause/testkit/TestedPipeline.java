package dev.datause.testkit;

import dev.datause.DataUsePolicy;
import dev.datause.Purpose;
import dev.datause.Use;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A pipeline of your own, as far as the laws of gates need to know it: which policy it is to keep to, for what, what goes
 * in, what comes out, and whose it is. Immutable, and thread-safe if its functions are.
 *
 * @param <P> what the pipeline knows of a person
 * @param <R> a row that comes out
 */
public final class TestedPipeline<P, R> {
    private final DataUsePolicy policy;
    private final Purpose purpose;
    private final Function<MadeUpMember, P> person;
    private final BiFunction<List<P>, LocalDate, List<R>> run;
    private final Function<R, P> personOf;
    private final BiFunction<MadeUpMember, LocalDate, List<Use>> uses;

    private TestedPipeline(
            DataUsePolicy policy,
            Purpose purpose,
            Function<MadeUpMember, P> person,
            BiFunction<List<P>, LocalDate, List<R>> run,
            Function<R, P> personOf,
            BiFunction<MadeUpMember, LocalDate, List<Use>> uses) {
        this.policy = Objects.requireNonNull(policy, "policy");
        this.purpose = Objects.requireNonNull(purpose, "purpose");
        this.person = Objects.requireNonNull(person, "person");
        this.run = Objects.requireNonNull(run, "run");
        this.personOf = Objects.requireNonNull(personOf, "personOf");
        this.uses = Objects.requireNonNull(uses, "uses");
    }

    /**
     * A pipeline that uses the usual data of a purpose, collected and used on the day it runs: the short form.
     *
     * @param person makes of a made-up member what the pipeline takes
     * @param run runs the pipeline on a day
     * @param personOf whose row it is: {@code equals} to one of those that went in
     * @throws IllegalArgumentException if the policy does not have the purpose
     */
    public static <P, R> TestedPipeline<P, R> of(
            DataUsePolicy policy,
            Purpose purpose,
            Function<MadeUpMember, P> person,
            BiFunction<List<P>, LocalDate, List<R>> run,
            Function<R, P> personOf) {
        Vocabulary.PurposeEntry entry = policy.policy().vocabulary().purposes().stream()
                .filter(one -> one.name().equals(purpose))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("purpose: the policy does not have it"));
        return new TestedPipeline<>(
                policy, purpose, person, run, personOf, (member, day) -> shortForm(entry, member, day));
    }

    private static List<Use> shortForm(Vocabulary.PurposeEntry entry, MadeUpMember member, LocalDate day) {
        List<Use> uses = new ArrayList<>();
        for (Vocabulary.Usual usual : entry.usual()) {
            Use.Builder use = Use.of(member.member())
                    .purpose(entry.name())
                    .recipient(entry.defaultRecipient())
                    .category(usual.category())
                    .collected(day);
            usual.audience().ifPresent(use::audience);
            uses.add(use.used(day));
        }
        return uses;
    }

    /**
     * The same pipeline, a row of which makes these uses of a member's data on a day; it is permitted if every one of them
     * is.
     */
    public TestedPipeline<P, R> uses(BiFunction<MadeUpMember, LocalDate, List<Use>> made) {
        return new TestedPipeline<>(policy, purpose, person, run, personOf, made);
    }

    /** The policy that the pipeline is to keep to. */
    public DataUsePolicy policy() {
        return policy;
    }

    /** What the pipeline uses data for. */
    public Purpose purpose() {
        return purpose;
    }

    P person(MadeUpMember member) {
        return Objects.requireNonNull(person.apply(member), "person");
    }

    List<P> emitted(List<P> people, LocalDate day) {
        List<P> emitted = new ArrayList<>();
        for (R row : run.apply(List.copyOf(people), day)) {
            emitted.add(Objects.requireNonNull(personOf.apply(row), "personOf"));
        }
        return emitted;
    }

    List<Use> uses(MadeUpMember member, LocalDate day) {
        List<Use> made = uses.apply(member, day);
        if (made.isEmpty()) {
            throw new IllegalArgumentException("uses: a row uses something");
        }
        return made;
    }
}
