package dev.datause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All possible uses, cut so finely that none of some policies tells two uses of one cell apart: what exact analysis
 * stands on. Sets of uses are made here and joined by {@link UseSet}; nothing is sampled.
 *
 * <p>For tools that analyse policies, one thread at a time. Several policies must have the same words.
 */
public final class UseSpace {
    private static final LocalDate ORDINARY = LocalDate.of(2025, 11, 3);

    final Vocabulary vocabulary;
    final Space space;
    final Diagram diagram = new Diagram();
    final Window window;
    private final List<AskedPolicy> asked = new ArrayList<>();
    private final Map<List<Integer>, Possible> possibles = new LinkedHashMap<>();
    private final Map<List<Integer>, Facets> facets = new HashMap<>();
    /** By policy and lot of kinds. */
    private final Map<List<Integer>, Integer> permitted = new HashMap<>();

    private final KindLots lots;
    private final int ordinaryDay;
    private final Wording wording;
    private final Optional<Audience> audience;

    private final Facets.Found ways;
    /** The nodes asked for last, and whose they are: rules are asked one after the other. */
    private int[] lastNodes = {};

    private @Nullable AskedPolicy lastPolicy;
    private @Nullable UseKind lastKind;

    private UseSpace(List<DataUsePolicy> policies, List<Condition> more, Window window, Optional<Audience> audience) {
        this(policies, more, window, audience, new Facets.Found());
    }

    private UseSpace(
            List<DataUsePolicy> policies,
            List<Condition> more,
            Window window,
            Optional<Audience> audience,
            Facets.Found ways) {
        this.ways = ways;
        this.window = window;
        this.audience = audience;
        vocabulary = policies.get(0).policy().vocabulary();
        Terms first = new Terms(policies.get(0).policy(), policies.get(0).reading());
        Space.Builder builder = new Space.Builder(first);
        for (DataUsePolicy policy : policies) {
            if (!sameWords(policy.policy().vocabulary(), vocabulary)) {
                throw new IllegalArgumentException("policies: they have different words");
            }
            AskedPolicy one = new AskedPolicy(policy, window);
            builder.under(one.terms);
            one.conditions.forEach(builder::add);
            more.forEach(builder::add);
            Outcome.ask(policy.policy().effective(), builder);
            asked.add(one);
        }
        space = builder.build();
        lots = new KindLots(space);
        asked.forEach(one -> lots.add(one.terms, one.conditions));
        List<Regions> regions = new ArrayList<>();
        asked.forEach(one -> regions.add(one.terms.regions()));
        List<String> readings = new ArrayList<>();
        boolean onePolicy = asked.stream().map(UseSpace::version).distinct().count() == 1;
        asked.forEach(one -> readings.add(
                (onePolicy ? "" : version(one) + ", ") + one.policy.reading().name()));
        wording = new Wording(vocabulary, space, new Territories(vocabulary, regions, readings));
        int last = Days.UNKNOWN;
        for (Axis axis : space.axes()) {
            if (axis.kind == Axis.Kind.USED && axis.cuts.length > 0) {
                last = axis.cuts[axis.cuts.length - 1];
            }
        }
        int ordinary = last == Days.UNKNOWN || last == Days.LAST ? Days.of(ORDINARY) : last;
        ordinaryDay = Math.max(window.usedFrom(), Math.min(window.usedUntil(), ordinary));
    }

    private static String version(AskedPolicy one) {
        Policy policy = one.policy.policy();
        return policy.id() + " " + policy.version();
    }

    /** All uses, as these policies tell them apart. */
    public static UseSpace of(List<DataUsePolicy> policies) {
        return new UseSpace(checked(policies), List.of(), Window.ALL, Optional.empty());
    }

    /**
     * All uses, as other policies tell them apart: as {@link #of(List)}, and faster where they ask about facts that this space
     * has been asked about.
     */
    public UseSpace beside(List<DataUsePolicy> policies) {
        boolean same = checked(policies).get(0).policy().vocabulary().equals(vocabulary);
        return new UseSpace(policies, List.of(), Window.ALL, Optional.empty(), same ? ways : new Facets.Found());
    }

    /** The uses of a passage's days, as these policies and the passage's conditions tell them apart. */
    public static UseSpace of(List<DataUsePolicy> policies, Passage passage) {
        return new UseSpace(checked(policies), passage.passes(), Window.of(passage), passage.audience());
    }

    /**
     * The uses on one day, about members whose facts are as they were on an earlier day: of data collected on the day of
     * use, or else of data collected up to the earlier day or on an unknown one.
     */
    public static UseSpace ofDay(
            List<DataUsePolicy> policies, LocalDate used, LocalDate steadySince, boolean collectedOnDayOfUse) {
        Window window =
                Window.on(Days.checked(used, "used"), Days.checked(steadySince, "steadySince"), collectedOnDayOfUse);
        return new UseSpace(checked(policies), List.of(), window, Optional.empty());
    }

    /** The uses of data that is collected on the day of its use. */
    public static UseSpace ofSameDay(List<DataUsePolicy> policies) {
        return new UseSpace(checked(policies), List.of(), Window.SAME_DAY, Optional.empty());
    }

    private static List<DataUsePolicy> checked(List<DataUsePolicy> policies) {
        List<DataUsePolicy> all = List.copyOf(policies);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("policies: one at least");
        }
        return all;
    }

    /** Whether members can be told in the words of either; what the words stand for may differ. */
    private static boolean sameWords(Vocabulary one, Vocabulary other) {
        return one.equals(other)
                || (Trees.purposes(one).names().equals(Trees.purposes(other).names())
                        && Trees.recipients(one)
                                .names()
                                .equals(Trees.recipients(other).names())
                        && Trees.categories(one)
                                .names()
                                .equals(Trees.categories(other).names())
                        && Trees.audiences(one)
                                .names()
                                .equals(Trees.audiences(other).names())
                        && names(one.settings(), Vocabulary.SettingEntry::name)
                                .equals(names(other.settings(), Vocabulary.SettingEntry::name))
                        && names(one.signals(), Vocabulary.Entry::name)
                                .equals(names(other.signals(), Vocabulary.Entry::name))
                        && names(one.objections(), Vocabulary.Entry::name)
                                .equals(names(other.objections(), Vocabulary.Entry::name))
                        && names(one.flags(), Vocabulary.Entry::name)
                                .equals(names(other.flags(), Vocabulary.Entry::name))
                        && names(one.traits(), trait -> List.of(trait.name(), trait.values()))
                                .equals(names(other.traits(), trait -> List.of(trait.name(), trait.values()))));
    }

    private static <T> List<Object> names(List<T> entries, Function<T, Object> name) {
        List<Object> names = new ArrayList<>();
        entries.forEach(entry -> names.add(name.apply(entry)));
        return names;
    }

    @SuppressWarnings("ReferenceEquality") // a compiled policy is equal to itself only
    private AskedPolicy asked(DataUsePolicy policy) {
        for (AskedPolicy one : asked) {
            if (one.policy == policy) {
                return one;
            }
        }
        throw new IllegalArgumentException("policy: it is none of this space's");
    }

    private Compiler compiler(AskedPolicy of, UseKind kind, int audience) {
        return new Compiler(
                of.terms,
                space,
                diagram,
                of.terms.purpose(kind.purpose().orElse(null)),
                of.terms.recipient(kind.recipient().orElse(null)),
                of.terms.category(kind.category().orElse(null)),
                audience);
    }

    /** Countries in words, by jurisdictions if that is possible: such as {@code located in EEA, CH}. */
    public String named(List<Country> countries) {
        BitSet set = new BitSet(Country.COUNT);
        countries.forEach(country -> set.set(country.index()));
        return wording.words(set);
    }

    Wording wording() {
        return wording;
    }

    private Compiler compiler(AskedPolicy of, UseKind kind) {
        return compiler(of, kind, audience.isPresent() ? of.terms.audience(audience.get()) : Compiler.ANY_AUDIENCE)
                .remembering(of.kindless);
    }

    /** All uses of a kind. */
    public UseSet every(UseKind kind) {
        return new UseSet(this, kind, Diagram.TRUE);
    }

    /**
     * The uses of a kind of which a condition is certainly true, in the words of a policy and under its reading.
     *
     * @throws IllegalStateException if the condition asks what no rule and no condition of this space asks
     */
    public UseSet where(DataUsePolicy policy, UseKind kind, Condition condition) {
        return new UseSet(
                this, kind, diagram.certainly(compiler(asked(policy), kind).compile(condition)));
    }

    /** The uses of a kind of which a condition is true or unknown. */
    public UseSet wherePossibly(DataUsePolicy policy, UseKind kind, Condition condition) {
        return new UseSet(
                this, kind, diagram.possibly(compiler(asked(policy), kind).compile(condition)));
    }

    /** The uses of a kind on the days on which a policy speaks at all. */
    public UseSet inForce(DataUsePolicy policy, UseKind kind) {
        Policy.Effective effective = policy.policy().effective();
        return new UseSet(this, kind, Outcome.inForce(effective, compiler(asked(policy), kind), diagram));
    }

    /** The uses of a kind that a policy permits. */
    public UseSet permitted(DataUsePolicy policy, UseKind kind) {
        AskedPolicy of = asked(policy);
        int lot = lots.of(kind);
        List<Integer> key = List.of(asked.indexOf(of), lot);
        Integer known = permitted.get(key);
        if (known == null) {
            Compiler compiler = compiler(of, kind);
            known = Outcome.of(of.terms, compiler, diagram, nodes(of, kind));
            permitted.put(key, known);
        }
        return new UseSet(this, kind, known);
    }

    /**
     * Some kinds of use in lots that no rule of these policies tells apart: what is so of the uses of one kind of a lot is so of
     * the uses of each. The lots stand in the order of their first kinds, by which they are found.
     */
    public Map<UseKind, List<UseKind>> lots(List<UseKind> kinds) {
        Map<Integer, List<UseKind>> byNumber = new LinkedHashMap<>();
        kinds.forEach(kind ->
                byNumber.computeIfAbsent(lots.of(kind), l -> new ArrayList<>()).add(kind));
        Map<UseKind, List<UseKind>> byFirst = new LinkedHashMap<>();
        byNumber.values().forEach(lot -> byFirst.put(lot.get(0), List.copyOf(lot)));
        return byFirst;
    }

    /** The uses of a kind to which a rule of a policy applies: for certain if it permits, possibly if it prohibits. */
    public UseSet reached(DataUsePolicy policy, UseKind kind, Policy.Rule rule) {
        AskedPolicy of = asked(policy);
        int node = nodes(of, kind)[of.position(rule)];
        boolean permits = rule.effect() == Policy.Effect.PERMIT;
        return new UseSet(this, kind, permits ? diagram.certainly(node) : diagram.possibly(node));
    }

    @SuppressWarnings("ReferenceEquality") // what is asked again and again is the very same
    private int[] nodes(AskedPolicy of, UseKind kind) {
        if (of != lastPolicy || kind != lastKind) {
            lastNodes = of.nodes(lots.of(kind), compiler(of, kind));
            lastPolicy = of;
            lastKind = kind;
        }
        return lastNodes;
    }

    /**
     * The uses of which the short form {@link DataUsePolicy#isPermitted(Member, Purpose, LocalDate)} is true, in a space
     * of its own; the examples are uses of the first of the usual categories.
     *
     * @throws IllegalArgumentException if the policy does not have the purpose
     */
    public static UseSet shortForm(DataUsePolicy policy, Purpose purpose) {
        UseSpace uses = ofSameDay(List.of(policy));
        AskedPolicy of = uses.asked.get(0);
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
            all = uses.diagram.and(all, Outcome.of(of.terms, compiler, uses.diagram, of.nodes(compiler)));
        }
        UseKind first = UseKind.of(
                purpose, entry.defaultRecipient(), entry.usual().get(0).category());
        return new UseSet(uses, first, all);
    }

    /**
     * Prepares for asking whether sets are empty that are made of these: not needed, but faster than asking one by one.
     */
    public void prepare(List<UseSet> sets) {
        possible(sets.stream().mapToInt(set -> set.node).toArray());
    }

    /** What is possible on the axes that a node asks, and perhaps on others too. */
    Possible possibleAtLeast(int node) {
        TreeSet<Integer> positions = new TreeSet<>();
        diagram.axes(node, positions);
        Possible exact = possibles.get(List.copyOf(positions));
        if (exact != null) {
            return exact;
        }
        for (Possible wider : possibles.values()) {
            if (wider.asks(positions)) {
                return wider;
            }
        }
        return possible(node);
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
                        ordinaryDay,
                        this::facets));
    }

    private Facets facets(List<Integer> positions) {
        return facets.computeIfAbsent(
                positions,
                some -> new Facets(
                        vocabulary,
                        space,
                        some.stream().mapToInt(Integer::intValue).toArray(),
                        window.steadySince(),
                        ways));
    }

    UseExample example(UseKind kind, Possible.Invented invented, boolean inside) {
        return example(kind, invented, inside, vocabulary);
    }

    /** A use in the words of a policy of this space. */
    UseExample example(UseKind kind, Possible.Invented invented, boolean inside, Vocabulary words) {
        Invention invention = invented.in(words);
        Use.Builder use = Use.of(invention.member());
        kind.purpose().ifPresent(use::purpose);
        kind.recipient().ifPresent(use::recipient);
        kind.category().ifPresent(use::category);
        StringBuilder story = new StringBuilder(invention.story())
                .append("; ")
                .append(kind.category().map(Category::name).orElse("data of no category"));
        Optional<Audience> shownTo = invented.audience() == 0
                ? audience
                : Optional.of(Audience.of(
                        vocabulary.audiences().get(invented.audience() - 1).name()));
        if (shownTo.isPresent()) {
            use.audience(shownTo.get());
            story.append(" shown to ").append(shownTo.get());
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
