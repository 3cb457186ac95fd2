package dev.datause.benchmarks;

import dev.datause.Category;
import dev.datause.Condition;
import dev.datause.Country;
import dev.datause.DataUsePolicy;
import dev.datause.Decision;
import dev.datause.Member;
import dev.datause.Moment;
import dev.datause.Policy;
import dev.datause.Purpose;
import dev.datause.Reading;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How the cost of a decision grows with the number of rules: it should not. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GrowthBenchmark {
    private static final int MEMBERS = 1024;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Purpose RESEARCH = Purpose.of("research");
    private static final Category PROFILE = Category.of("profile");
    private static final Policy.Citation CITATION = new Policy.Citation("S", "line 1", "so it is");

    /** How many rules. */
    @Param({"10", "100", "1000", "10000"})
    int rules;

    private DataUsePolicy policy;
    private Member[] members;
    private Use[] uses;

    /** One permission, and prohibitions of every country, age, day and switch, over and over. */
    @Setup
    public void make() {
        SplittableRandom random = new SplittableRandom(rules);
        List<Policy.Rule> all = new ArrayList<>();
        all.add(rule("permission", Policy.Effect.PERMIT, new Condition.PurposeIs(List.of(RESEARCH))));
        while (all.size() < rules) {
            all.add(rule("no-" + all.size(), Policy.Effect.PROHIBIT, narrow(random)));
        }
        policy = DataUsePolicy.of(policy(all));
        members = new Member[MEMBERS];
        uses = new Use[MEMBERS];
        List<Country> countries = Country.all();
        for (int i = 0; i < MEMBERS; i++) {
            members[i] = policy.member()
                    .country(countries.get(random.nextInt(countries.size())).code())
                    .born(DAY.minusDays(16 * 365 + random.nextInt(20000)))
                    .othersUntouched()
                    .build();
            uses[i] = Use.of(members[i])
                    .purpose(RESEARCH)
                    .recipient(Recipient.of("us"))
                    .category(PROFILE)
                    .collected(DAY.minusDays(random.nextInt(1000)))
                    .used(DAY);
        }
    }

    /** Somebody in some country, born late, before some day: a rule that prohibits little. */
    private static Condition narrow(SplittableRandom random) {
        return new Condition.All(List.of(
                new Condition.Located(List.of("place-" + random.nextInt(40)), Moment.USE),
                new Condition.Not(new Condition.AgeAtLeast(16 + random.nextInt(4), Moment.USE)),
                new Condition.Not(new Condition.CollectedFrom(
                        LocalDate.of(2023 + random.nextInt(4), 1 + random.nextInt(12), 1)))));
    }

    private static Policy.Rule rule(String id, Policy.Effect effect, Condition when) {
        return new Policy.Rule(id, effect, "So it is.", when, List.of(CITATION), Policy.Remedy.NONE);
    }

    private static Policy policy(List<Policy.Rule> rules) {
        List<Vocabulary.Jurisdiction> places = new ArrayList<>();
        List<Country> countries = Country.all();
        for (int i = 0; i < 40; i++) {
            places.add(new Vocabulary.Jurisdiction(
                    "place-" + i,
                    "A place",
                    countries.subList(i * 6, i * 6 + 6),
                    List.of(),
                    List.of(),
                    Optional.empty()));
        }
        Vocabulary vocabulary = Vocabulary.builder()
                .purposes(List.of(new Vocabulary.PurposeEntry(
                        RESEARCH,
                        "Research",
                        Recipient.of("us"),
                        List.of(new Vocabulary.Usual(PROFILE, Optional.empty())),
                        List.of())))
                .recipients(List.of(new Vocabulary.RecipientEntry(Recipient.of("us"), "We", Optional.empty())))
                .categories(List.of(new Vocabulary.CategoryEntry(PROFILE, "The profile", Optional.empty())))
                .jurisdictions(places)
                .build();
        return Policy.builder("growing", "1")
                .title("A growing policy")
                .vocabulary(vocabulary)
                .sources(List.of(new Policy.Source("S", "A source", "Here", Policy.Trust.CHOICE, Optional.empty())))
                .readings(List.of(new Reading("only", "The only one", Map.of())))
                .defaultReading("only")
                .rules(rules)
                .build();
    }

    /** A policy compiled, and the first use decided: what every later decision does not pay again. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 3)
    @Measurement(iterations = 5)
    public Decision firstDecision() {
        return DataUsePolicy.of(policy.policy()).decide(uses[0]);
    }

    /** The short form. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public int isPermitted() {
        int permitted = 0;
        for (Member member : members) {
            if (policy.isPermitted(member, RESEARCH, DAY)) {
                permitted++;
            }
        }
        return permitted;
    }

    /** One use, yes or no. */
    @Benchmark
    @OperationsPerInvocation(MEMBERS)
    public int isPermittedUse() {
        int permitted = 0;
        for (Use use : uses) {
            if (policy.isPermitted(use)) {
                permitted++;
            }
        }
        return permitted;
    }
}
