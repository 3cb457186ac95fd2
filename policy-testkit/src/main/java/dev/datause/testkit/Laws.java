package dev.datause.testkit;

import dev.datause.DataUsePolicy;
import dev.datause.Decision;
import dev.datause.Ground;
import dev.datause.Member;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.Vocabulary;
import dev.datause.document.DocumentException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The laws that every policy should obey. Each is asked about one sample after the other; samples come from {@link Samples}. */
public final class Laws {
    private static final int DAYS = 900;
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private Laws() {}

    /**
     * A law by its name and how it is broken.
     *
     * @param <S> the samples
     */
    public static <S> Law<S> of(String name, Function<S, Optional<Broken>> brokenBy) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(brokenBy, "brokenBy");
        return new Law<>() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<Broken> brokenBy(S sample) {
                return brokenBy.apply(sample);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    /**
     * What is denied is still denied when one more fact is unknown. A reading whose rules say what an unknown fact counts
     * as may break it on purpose; such a reading is not safe for the member.
     */
    public static Law<MadeUpUse> lackingAFactNeverHelps(DataUsePolicy policy) {
        String name = "lacking a fact never helps";
        return of(name, use -> {
            Decision decision = policy.decide(use.use());
            if (decision.permitted()) {
                return Optional.empty();
            }
            return use.lessKnown().stream()
                    .filter(less -> policy.isPermitted(less.use()))
                    .findFirst()
                    .map(less -> broken(name, use, "denied, but permitted to " + less, decision));
        });
    }

    /**
     * What is denied is still denied after one more opt-out or objection, on any day on or beside those of use and
     * collection, whatever else is known of the history.
     */
    public static Law<MadeUpUse> optingOutNeverHelps(DataUsePolicy policy) {
        String name = "opting out never helps whoever uses the data";
        return of(name, use -> {
            Decision decision = policy.decide(use.use());
            if (decision.permitted()) {
                return Optional.empty();
            }
            return restricted(use).stream()
                    .filter(after -> policy.isPermitted(use.of(after).use()))
                    .findFirst()
                    .map(after -> broken(name, use, "denied, but permitted once " + after, decision));
        });
    }

    private static List<MadeUpMember> restricted(MadeUpUse use) {
        MadeUpMember member = use.member();
        Set<LocalDate> days = new LinkedHashSet<>();
        for (int beside = -1; beside <= 1; beside++) {
            days.add(use.used().plusDays(beside));
            if (use.collected().isPresent()) {
                days.add(use.collected().get().plusDays(beside));
            }
        }
        List<MadeUpMember> all = new ArrayList<>();
        Vocabulary words = member.vocabulary();
        for (LocalDate day : days) {
            for (Vocabulary.SettingEntry setting : words.settings()) {
                String name = Plain.givenName(setting, member.settings());
                all.add(member.setting(name, more(member.settings(), name, day, History.Kind.OFF)));
            }
            for (Vocabulary.Entry signal : words.signals()) {
                String name = signal.name();
                all.add(member.signal(name, more(member.signals(), name, day, History.Kind.PRESENT)));
            }
            for (Vocabulary.Entry scope : words.objections()) {
                String name = scope.name();
                all.add(member.objection(name, more(member.objections(), name, day, History.Kind.FILED)));
                all.add(member.objection(name, more(member.objections(), name, day, History.Kind.GRANTED)));
            }
        }
        return all;
    }

    private static History more(Map<String, History> known, String name, LocalDate day, History.Kind kind) {
        History history = known.get(name);
        return history == null ? History.atLeast(day, kind) : history.and(day, kind);
    }

    /** With one more prohibition, nothing is permitted that was denied. Compiles the longer policy once. */
    public static Law<MadeUpUse> anotherProhibitionNeverHelps(DataUsePolicy policy, Policy.Rule prohibition) {
        if (prohibition.effect() != Policy.Effect.PROHIBIT) {
            throw new IllegalArgumentException("prohibition: permits");
        }
        List<Policy.Rule> rules = new ArrayList<>(policy.policy().rules());
        rules.add(prohibition);
        DataUsePolicy more =
                DataUsePolicy.of(policy.policy().toBuilder().rules(rules).build(), policy.reading());
        String name = "another prohibition never helps";
        return of(name, use -> {
            Decision decision = policy.decide(use.use());
            boolean helps = !decision.permitted() && more.isPermitted(use.use());
            return helps
                    ? Optional.of(broken(
                            name, use, "denied, but permitted with the prohibition " + prohibition.when(), decision))
                    : Optional.empty();
        });
    }

    /** The rules in three other orders decide the same, with the same grounds. Compiles three policies once. */
    public static Law<MadeUpUse> theOrderOfRulesDoesNotMatter(DataUsePolicy policy) {
        List<Policy.Rule> rules = policy.policy().rules();
        List<Policy.Rule> reversed = new ArrayList<>(rules);
        Collections.reverse(reversed);
        List<Policy.Rule> sorted = new ArrayList<>(rules);
        sorted.sort((a, b) -> a.id().compareTo(b.id()));
        List<Policy.Rule> turned = new ArrayList<>(rules);
        Collections.rotate(turned, rules.size() / 2);
        List<DataUsePolicy> others = new ArrayList<>();
        for (List<Policy.Rule> order : List.of(reversed, sorted, turned)) {
            others.add(DataUsePolicy.of(policy.policy().toBuilder().rules(order).build(), policy.reading()));
        }
        String name = "the order of rules does not matter";
        return of(name, use -> {
            Decision decision = policy.decide(use.use());
            for (DataUsePolicy other : others) {
                Decision otherwise = other.decide(use.use());
                if (otherwise.permitted() != decision.permitted()
                        || !grounds(otherwise).equals(grounds(decision))
                        || !otherwise.holdsUntil().equals(decision.holdsUntil())) {
                    String found = word(decision) + ", but decided otherwise with the rules in another order";
                    return Optional.of(broken(name, use, found, decision));
                }
            }
            return Optional.empty();
        });
    }

    /** The grounds, without any order. */
    private static Set<List<Object>> grounds(Decision decision) {
        Set<List<Object>> grounds = new LinkedHashSet<>();
        for (Ground ground : decision.grounds()) {
            Set<String> rules = new TreeSet<>();
            ground.rules().forEach(rule -> rules.add(rule.id()));
            List<String> facts = ground instanceof Ground.FactUnknown unknown ? unknown.facts() : List.of();
            grounds.add(List.of(ground.getClass(), rules, facts));
        }
        return grounds;
    }

    /** A policy that is written as JSON reads as the same policy, and writes as the same bytes. */
    public static Law<Policy> whatIsWrittenReadsAsTheSame() {
        String name = "what is written reads as the same policy";
        return of(name, policy -> {
            String written = PolicyJson.write(policy);
            try {
                Policy read = PolicyJson.read("written", written.getBytes(StandardCharsets.UTF_8));
                if (read.equals(policy) && PolicyJson.write(read).equals(written)) {
                    return Optional.empty();
                }
                return Optional.of(ofPolicy(name, policy, "reads as another policy"));
            } catch (DocumentException refused) {
                return Optional.of(ofPolicy(name, policy, "refused: " + refused.getMessage()));
            }
        });
    }

    private static Broken ofPolicy(String name, Policy policy, String found) {
        return new Broken(name, "nobody", "the policy " + policy.id(), found, List.of());
    }

    /** What the stricter of two policies permits, the other permits too. */
    public static Law<MadeUpUse> theStricterPermitsNoMore(DataUsePolicy stricter, DataUsePolicy other) {
        String name = "the stricter reading permits no more";
        return of(name, use -> {
            boolean more = stricter.isPermitted(use.use()) && !other.isPermitted(use.use());
            return more
                    ? Optional.of(broken(
                            name, use, "permitted by " + stricter + ", denied by " + other, other.decide(use.use())))
                    : Optional.empty();
        });
    }

    /**
     * From the day of use on the decision stays as it is until the day that it names, and on that day it is the other
     * one. Asks day by day for 900 days, then the day named and the one before.
     */
    public static Law<MadeUpUse> decisionsHoldUntilTheDayTheyName(DataUsePolicy policy) {
        String name = "a decision holds until the day it names";
        return of(name, use -> {
            Member member = use.member().member();
            Decision decision = policy.decide(use.use(member));
            LocalDate until = decision.holdsUntil().orElse(LAST.plusDays(1));
            Set<LocalDate> days = new LinkedHashSet<>();
            for (int i = 1; i <= DAYS; i++) {
                days.add(use.used().plusDays(i));
            }
            days.add(until.minusDays(1));
            days.add(until);
            for (LocalDate day : days) {
                if (day.isAfter(use.used()) && !day.isAfter(until) && !day.isAfter(LAST)) {
                    boolean expected = decision.permitted() == day.isBefore(until);
                    if (policy.isPermitted(use.used(day).use(member)) != expected) {
                        String says =
                                decision.holdsUntil().map(d -> "until " + d).orElse("for ever");
                        String found = word(decision) + " " + says + ", but on " + day + " it is "
                                + (expected ? "denied" : "permitted");
                        return Optional.of(broken(name, use, found, decision));
                    }
                }
            }
            return until.isAfter(use.used())
                    ? Optional.empty()
                    : Optional.of(broken(name, use, "names a day that is over: " + until, decision));
        });
    }

    /** No row of a denied member, and none of nobody. */
    public static <P, R> Law<Crowd> noDeniedMemberComesOut(TestedPipeline<P, R> pipeline) {
        return new GateRun<>(pipeline).noDenied();
    }

    /** A row of every permitted member. */
    public static <P, R> Law<Crowd> everyPermittedMemberComesOut(TestedPipeline<P, R> pipeline) {
        return new GateRun<>(pipeline).everyPermitted();
    }

    /**
     * Whether a member comes out does not depend on facts that no rule reads for what the pipeline does: another setting,
     * another flag.
     */
    public static <P, R> Law<Crowd> whatNoRuleReadsDoesNotMatter(TestedPipeline<P, R> pipeline) {
        return new GateRun<>(pipeline).blind();
    }

    static String word(Decision decision) {
        return decision.permitted() ? "permitted" : "denied";
    }

    static Broken broken(String law, MadeUpUse use, String found, Decision decision) {
        return new Broken(law, use.member().toString(), use.what(), found, rules(List.of(decision)));
    }

    /** The rules that the grounds rest on, each once. */
    static List<Policy.Rule> rules(List<Decision> decisions) {
        Set<Policy.Rule> rules = new LinkedHashSet<>();
        for (Decision decision : decisions) {
            for (Ground ground : decision.grounds()) {
                rules.addAll(ground.rules());
            }
        }
        return List.copyOf(rules);
    }
}
