package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All possible uses, cut so finely that none of some policies tells two uses of one cell apart: what exact analysis
 * stands on. Sets of uses are made here and joined by {@link UseSet}; nothing is sampled.
 *
 * <p>For tools that analyse policies, one thread at a time. Several policies must have the same words.
 */
public final class UseSpace {
    /** A policy, and its rules' conditions as they are asked here. */
    private record Asked(DataUsePolicy policy, Terms terms, List<Condition> conditions) {}

    private static final LocalDate ORDINARY = LocalDate.of(2025, 11, 3);

    final Vocabulary vocabulary;
    final Space space;
    final Diagram diagram = new Diagram();
    final Window window;
    private final List<Asked> asked = new ArrayList<>();
    private final Map<List<Integer>, Possible> possibles = new HashMap<>();
    private final int ordinaryDay;

    private UseSpace(List<DataUsePolicy> policies, List<Condition> more, Window window) {
        this.window = window;
        vocabulary = policies.get(0).policy().vocabulary();
        Terms first = new Terms(policies.get(0).policy(), policies.get(0).reading());
        Space.Builder builder = new Space.Builder(first);
        for (DataUsePolicy policy : policies) {
            if (!policy.policy().vocabulary().equals(vocabulary)) {
                throw new IllegalArgumentException("policies: they have different words");
            }
            Terms terms = new Terms(policy.policy(), policy.reading());
            SameDay sameDay = new SameDay(terms);
            List<Condition> conditions = new ArrayList<>();
            builder.under(terms);
            for (Policy.Rule rule : policy.policy().rules()) {
                Condition condition = window.sameDay() ? sameDay.of(rule.when()) : rule.when();
                conditions.add(condition);
                builder.add(condition);
            }
            more.forEach(builder::add);
            Outcome.ask(policy.policy().effective(), builder);
            asked.add(new Asked(policy, terms, conditions));
        }
        space = builder.build();
        int last = Days.UNKNOWN;
        for (Axis axis : space.axes()) {
            if (axis.kind == Axis.Kind.USED && axis.cuts.length > 0) {
                last = axis.cuts[axis.cuts.length - 1];
            }
        }
        int ordinary = last == Days.UNKNOWN || last == Days.LAST ? Days.of(ORDINARY) : last;
        ordinaryDay = Math.max(window.usedFrom(), Math.min(window.usedUntil(), ordinary));
    }

    /** All uses, as these policies tell them apart. */
    public static UseSpace of(List<DataUsePolicy> policies) {
        return new UseSpace(checked(policies), List.of(), Window.ALL);
    }

    /** The uses of a passage's days, as these policies and the passage's conditions tell them apart. */
    public static UseSpace of(List<DataUsePolicy> policies, Passage passage) {
        return new UseSpace(checked(policies), passage.passes(), Window.of(passage));
    }

    /** The uses of data that is collected on the day of its use. */
    public static UseSpace ofSameDay(List<DataUsePolicy> policies) {
        return new UseSpace(checked(policies), List.of(), Window.SAME_DAY);
    }

    private static List<DataUsePolicy> checked(List<DataUsePolicy> policies) {
        List<DataUsePolicy> all = List.copyOf(policies);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("policies: one at least");
        }
        return all;
    }

    private Asked asked(DataUsePolicy policy) {
        for (Asked one : asked) {
            if (one.policy.equals(policy)) {
                return one;
            }
        }
        throw new IllegalArgumentException("policy: it is none of this space's");
    }

    private Compiler compiler(Asked of, UseKind kind, int audience) {
        return new Compiler(
                of.terms,
                space,
                diagram,
                of.terms.purpose(kind.purpose().orElse(null)),
                of.terms.recipient(kind.recipient().orElse(null)),
                of.terms.category(kind.category().orElse(null)),
                audience);
    }

    /** The uses of a kind that a policy permits. */
    public UseSet permitted(DataUsePolicy policy, UseKind kind) {
        Asked of = asked(policy);
        Compiler compiler = compiler(of, kind, Compiler.ANY_AUDIENCE);
        return new UseSet(this, kind, Outcome.of(of.terms, compiler, diagram, nodes(of, compiler)));
    }

    private static int[] nodes(Asked of, Compiler compiler) {
        int[] nodes = new int[of.conditions.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = compiler.compile(of.conditions.get(i));
        }
        return nodes;
    }

    /**
     * The uses of which the short form {@link DataUsePolicy#isPermitted(Member, Purpose, LocalDate)} is true, in a space
     * of its own; the examples are uses of the first of the usual categories.
     *
     * @throws IllegalArgumentException if the policy does not have the purpose
     */
    public static UseSet shortForm(DataUsePolicy policy, Purpose purpose) {
        UseSpace uses = ofSameDay(List.of(policy));
        Asked of = uses.asked.get(0);
        int position = of.terms.purpose(Objects.requireNonNull(purpose, "purpose"));
        if (position < 0) {
            throw new IllegalArgumentException("purpose: the policy does not have it");
        }
        Vocabulary.PurposeEntry entry = uses.vocabulary.purposes().get(position);
        int all = Diagram.TRUE;
        for (Vocabulary.Usual usual : entry.usual()) {
            UseKind kind = UseKind.of(purpose, entry.defaultRecipient(), usual.category());
            Compiler compiler =
                    uses.compiler(of, kind, of.terms.audience(usual.audience().orElse(null)));
            all = uses.diagram.and(all, Outcome.of(of.terms, compiler, uses.diagram, nodes(of, compiler)));
        }
        UseKind first = UseKind.of(
                purpose, entry.defaultRecipient(), entry.usual().get(0).category());
        return new UseSet(uses, first, all);
    }

    /** What is possible on the axes that a node asks. */
    Possible possible(int... nodes) {
        TreeSet<Integer> positions = new TreeSet<>();
        for (int node : nodes) {
            diagram.axes(node, positions);
        }
        return possibles.computeIfAbsent(
                List.copyOf(positions),
                asked -> new Possible(
                        vocabulary,
                        space,
                        diagram,
                        asked.stream().mapToInt(Integer::intValue).toArray(),
                        window,
                        ordinaryDay));
    }

    UseExample example(UseKind kind, Possible.Invented invented, boolean inside) {
        Use.Builder use = Use.of(invented.member());
        kind.purpose().ifPresent(use::purpose);
        kind.recipient().ifPresent(use::recipient);
        kind.category().ifPresent(use::category);
        StringBuilder story = new StringBuilder(invented.story())
                .append("; ")
                .append(kind.category().map(Category::name).orElse("data of no category"));
        Optional<Audience> audience = invented.audience() == 0
                ? Optional.empty()
                : Optional.of(Audience.of(
                        vocabulary.audiences().get(invented.audience() - 1).name()));
        if (audience.isPresent()) {
            use.audience(audience.get());
            story.append(" shown to ").append(audience.get());
        }
        if (invented.collected() == Days.UNKNOWN) {
            story.append(" collected on an unknown day");
        } else {
            use.collected(Days.date(invented.collected()));
            story.append(" collected ").append(Days.date(invented.collected()));
        }
        LocalDate used = Days.date(invented.used());
        story.append(", used ").append(used);
        return new UseExample(use.used(used), story.toString(), inside);
    }
}
