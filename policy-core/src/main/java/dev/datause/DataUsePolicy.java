package dev.datause;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Decides by one policy under one reading whether a member's data may be used.
 *
 * <pre>{@code
 * DataUsePolicy policy = LinkedIn.strict();
 * Member.Builder facts = policy.member().country("DE").born(LocalDate.of(1990, 5, 1));
 * Member member = facts.trait("account", "standard").othersUntouched().build();
 * policy.isPermitted(member, LinkedIn.AI_TRAINING, LocalDate.of(2025, 11, 3));
 * }</pre>
 *
 * <p>Immutable and thread-safe; compile once, share, decide often. Pure: the same question has the same answer, on any
 * machine, in any locale and time zone; nothing reads a clock. An unknown fact never permits unless the reading says
 * so in a rule that cites where.
 *
 * <p>A decision costs a handful of comparisons and does not grow with the number of rules. What a purpose, recipient
 * and category need is compiled at their first use, once or, when threads race, a few times with equal results.
 */
public final class DataUsePolicy {
    private final Policy policy;
    private final Reading reading;
    private final Terms terms;
    private final Space space;
    private final int recipients;
    private final int categories;
    private final AtomicReferenceArray<Slice> slices;
    private final AtomicReferenceArray<Usual> usuals;

    private DataUsePolicy(Policy policy, Reading reading) {
        this.policy = policy;
        this.reading = reading;
        RuleSizes.require(policy);
        terms = new Terms(policy, reading);
        Space.Builder builder = new Space.Builder(terms);
        for (Policy.Rule rule : policy.rules()) {
            builder.add(rule.when());
        }
        Outcome.ask(policy.effective(), builder);
        space = builder.build();
        // Definitions that no rule uses must be sound too.
        Space.Builder aside = new Space.Builder(terms);
        for (Policy.Definition definition : policy.definitions()) {
            aside.add(new Condition.Defined(definition.name()));
        }
        recipients = policy.vocabulary().recipients().size() + 2;
        categories = policy.vocabulary().categories().size() + 2;
        int purposes = policy.vocabulary().purposes().size();
        slices = new AtomicReferenceArray<>((purposes + 2) * recipients * categories);
        usuals = new AtomicReferenceArray<>(purposes);
    }

    /**
     * Compiles a policy under its default reading.
     *
     * @throws IllegalArgumentException if the policy has no such reading, or is not {@linkplain #of(Policy, Reading)
     *     consistent}
     */
    public static DataUsePolicy of(Policy policy) {
        Optional<Reading> reading = Objects.requireNonNull(policy, "policy").reading(policy.defaultReading());
        if (reading.isEmpty()) {
            throw new IllegalArgumentException("policy: its default reading is not among its readings");
        }
        return of(policy, reading.get());
    }

    /**
     * Compiles a policy under a reading, one of its own or a custom one.
     *
     * @throws IllegalArgumentException if the reading leaves a question open or answers what the policy does not ask; or
     *     if the policy was made in code and uses a name that it does not define, has two things of one name, a
     *     definition that uses itself, a country in two rows of a table, or a purpose without data
     */
    public static DataUsePolicy of(Policy policy, Reading reading) {
        return new DataUsePolicy(Objects.requireNonNull(policy, "policy"), Objects.requireNonNull(reading, "reading"));
    }

    /** The policy that decides. */
    public Policy policy() {
        return policy;
    }

    /** The reading under which it decides. */
    public Reading reading() {
        return reading;
    }

    /** Begins a member whose facts are named in this policy's words. */
    public Member.Builder member() {
        return Member.in(policy.vocabulary());
    }

    /**
     * Whether the usual data of the purpose, all of it, collected and used on {@code day}, may be used by the
     * purpose's default recipient. Anything else needs {@link #decide}.
     *
     * <p>Allocates nothing. A purpose that the policy does not have is not permitted.
     *
     * @throws NullPointerException if a parameter is null, by its name
     * @throws IllegalArgumentException if the day lies outside the years 1900 to 2200, or the member's facts are named
     *     in the words of another vocabulary
     * @throws AnalysisLimitException as {@link #decide} does
     */
    public boolean isPermitted(Member member, Purpose purpose, LocalDate day) {
        requireOurs(member);
        int position = terms.purpose(Objects.requireNonNull(purpose, "purpose"));
        int used = Days.of(day, "day");
        return position >= 0 && usual(position).permitted(member, used);
    }

    /**
     * Decides one use, with grounds.
     *
     * <p>Unknown purposes, recipients, categories and audiences are decided like any other: by what the rules say about
     * none of theirs. The cost of a permission is a walk; a denial also walks the rules that could stand in the way.
     *
     * @throws NullPointerException if {@code use} is null
     * @throws IllegalArgumentException if the member's facts are named in the words of another vocabulary
     * @throws AnalysisLimitException if the rules that can matter here ask for so much together that no memory would hold
     *     it; lint and tests of the policy say so before
     */
    public Decision decide(Use use) {
        Objects.requireNonNull(use, "use");
        Member member = use.member();
        requireOurs(member);
        return slice(use).decide(member, use.usedDay, use.collectedDay, use.audienceAt);
    }

    /** Whether {@link #decide} permits, without the grounds. Allocates nothing. */
    public boolean isPermitted(Use use) {
        Objects.requireNonNull(use, "use");
        Member member = use.member();
        requireOurs(member);
        return slice(use).permitted(member, use.usedDay, use.collectedDay, use.audienceAt);
    }

    /** The short form as a predicate for a fixed purpose and day. Thread-safe. */
    public Predicate<Member> permits(Purpose purpose, LocalDate day) {
        Objects.requireNonNull(purpose, "purpose");
        Days.checked(day, "day");
        return member -> isPermitted(member, purpose, day);
    }

    /** A guard for a fixed purpose and day over rows that belong to a member, by the short form. */
    public <T> Guard<T> guard(Purpose purpose, LocalDate day, Function<? super T, Member> member) {
        return Guard.shortForm(this, purpose, day, member);
    }

    /** A guard over rows that each make a use of their own. All uses must be for {@code purpose}; others are denied. */
    public <T> Guard<T> guard(Purpose purpose, Function<? super T, Use> use) {
        return Guard.ofUses(this, purpose, use);
    }

    /**
     * What a condition, in this policy's words and under its reading, is about a use. The condition is compiled at each
     * call; for explaining and testing, not for deciding many.
     *
     * @throws IllegalArgumentException if the condition uses a name that the policy does not have
     * @throws AnalysisLimitException if the condition asks for too much together
     */
    public Truth truth(Condition condition, Use use) {
        Objects.requireNonNull(condition, "condition");
        requireOurs(Objects.requireNonNull(use, "use").member());
        Space asked = new Space.Builder(terms).add(condition).build();
        Diagram diagram = new Diagram();
        Compiler compiler = new Compiler(
                terms, asked, diagram, use.purposeAt, use.recipientAt, use.categoryAt, Compiler.ANY_AUDIENCE);
        int[] roots = {compiler.compile(condition)};
        Walk walk = new Walk(asked.axes(), diagram.flatten(roots));
        int end = walk.end(roots[0], use.member(), use.usedDay, use.collectedDay, use.audienceAt);
        return end == Diagram.TRUE ? Truth.TRUE : end == Diagram.FALSE ? Truth.FALSE : Truth.UNKNOWN;
    }

    /**
     * Uses that the passage lets through and this policy denies: one for each ground on which any is, the plainest
     * found; none exactly if every use that passes is permitted. Exact: the whole space of uses is covered by cells,
     * nothing is sampled. The order is that of the policy's rules.
     *
     * @throws AnalysisLimitException if an exact answer would take too much; nothing is proved then
     * @throws IllegalArgumentException if a condition uses a name that the policy does not have
     */
    public List<Counterexample> counterexamples(Passage passage) {
        return new Search(this, terms, Objects.requireNonNull(passage, "passage")).counterexamples();
    }

    /**
     * Whether the passage lets any use through at all; a passage that does not proves nothing.
     *
     * @throws AnalysisLimitException if an exact answer would take too much
     * @throws IllegalArgumentException if a condition uses a name that the policy does not have
     */
    public boolean anythingPasses(Passage passage) {
        return new Search(this, terms, Objects.requireNonNull(passage, "passage")).anythingPasses();
    }

    @SuppressWarnings("ReferenceEquality") // the same vocabulary nearly always: spares comparing it word by word
    private void requireOurs(Member member) {
        Objects.requireNonNull(member, "member");
        if (!Objects.equals(member.vocabulary(), policy.vocabulary())) {
            throw new IllegalArgumentException(
                    "member: its facts are named in the words of another policy's vocabulary");
        }
    }

    private Slice slice(Use use) {
        return slice(use.purposeAt, use.recipientAt, use.categoryAt);
    }

    private Slice slice(int purpose, int recipient, int category) {
        int at = ((purpose + 2) * recipients + recipient + 2) * categories + category + 2;
        Slice slice = slices.get(at);
        if (slice == null) {
            slice = Slice.of(terms, reading, space, purpose, recipient, category);
            slices.set(at, slice);
        }
        return slice;
    }

    private Usual usual(int purpose) {
        Usual usual = usuals.get(purpose);
        if (usual == null) {
            usual = new Usual(terms, policy.vocabulary().purposes().get(purpose));
            usuals.set(purpose, usual);
        }
        return usual;
    }

    /** Names the policy and the reading. */
    @Override
    public String toString() {
        return policy.id() + ", reading " + reading.name();
    }
}
