package dev.datause.testkit;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Country;
import dev.datause.Policy;
import dev.datause.Purpose;
import dev.datause.Reading;
import dev.datause.Recipient;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Random samples that sit on the limits of one policy: its days and the days beside them, birthdays, moves and events on
 * the very days of use and collection, several events on one day, every group of countries, codes that are none, and
 * every fact unknown. Uniformly random samples would almost never meet the cases in which two implementations differ.
 *
 * <p>Every sample draws how plain it is. A plain fact usually stands in no permission's way, so that plain uses are often
 * permitted but for the one or two facts that are not; about a quarter differ from the plain member in one fact only.
 *
 * <p>Immutable and thread-safe; the same generator in the same state gives the same sample. A sample costs microseconds,
 * {@link #policy} and {@link #manifest} milliseconds.
 */
public final class Samples {
    private static final String USED = "day of use";
    private static final String COLLECTED = "day of collection";
    private static final String RECIPIENT = "recipient";
    private static final String CATEGORY = "category";
    private static final String AUDIENCE = "audience";
    /** What about a use can be odd; the day of collection often is when something else is too. */
    private static final List<String> OF_USES =
            List.of(USED, COLLECTED, COLLECTED, COLLECTED, RECIPIENT, CATEGORY, AUDIENCE);

    private static final LocalDate SOME_DAY = LocalDate.of(2025, 11, 3);

    private final Policy policy;
    private final Vocabulary vocabulary;
    private final List<LocalDate> days;
    private final LocalDate last;
    private final Members members;
    private final List<Granted.Kind> granted;
    private final Map<Purpose, List<Granted.Kind>> byPurpose;
    /** Those that some history matters to. */
    private final Map<Purpose, List<Granted.Kind>> turning;

    private final Conditions conditions;

    private Samples(Policy policy) {
        this.policy = policy;
        vocabulary = policy.vocabulary();
        Edges edges = new Edges(policy);
        days = edges.days().isEmpty() ? List.of(SOME_DAY) : edges.days();
        List<Integer> ages = edges.ages().isEmpty() ? List.of(18) : edges.ages();
        last = days.get(days.size() - 1);
        members = new Members(vocabulary, ages);
        granted = Granted.on(last.plusDays(30), policy);
        byPurpose = byPurpose(granted.stream());
        turning = byPurpose(granted.stream().filter(kind -> !kind.histories().isEmpty()));
        conditions = new Conditions(policy, days, ages);
    }

    /** Samples on the limits of a policy. */
    public static Samples of(Policy policy) {
        return new Samples(Objects.requireNonNull(policy, "policy"));
    }

    /** The policy on whose limits the samples sit. */
    public Policy policy() {
        return policy;
    }

    /** A use. */
    public MadeUpUse use(RandomGenerator random) {
        return use(random, Optional.empty());
    }

    /** A use for one purpose. */
    public MadeUpUse use(RandomGenerator random, Purpose purpose) {
        return use(random, Optional.of(purpose));
    }

    private MadeUpUse use(RandomGenerator random, Optional<Purpose> wanted) {
        Map<Purpose, List<Granted.Kind>> kinds = only(wanted, byPurpose);
        if (kinds.isEmpty()) {
            return anyUse(random, wanted);
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> anyUse(random, wanted);
            case 2 -> afterAMove(random, kinds);
            case 3, 4, 5, 6 -> afterATurn(random, kinds, only(wanted, turning));
            default -> nearly(random, kinds);
        };
    }

    private static Map<Purpose, List<Granted.Kind>> only(
            Optional<Purpose> wanted, Map<Purpose, List<Granted.Kind>> kinds) {
        if (wanted.isEmpty()) {
            return kinds;
        }
        List<Granted.Kind> ofPurpose = kinds.get(wanted.get());
        return ofPurpose == null ? Map.of() : Map.of(wanted.get(), ofPurpose);
    }

    private static Map<Purpose, List<Granted.Kind>> byPurpose(Stream<Granted.Kind> kinds) {
        return kinds.sorted(Comparator.comparing(kind -> kind.recipient().name()))
                .collect(Collectors.groupingBy(Granted.Kind::purpose, LinkedHashMap::new, Collectors.toList()));
    }

    /** A kind of use; each purpose, and of it each recipient, as likely as the others, however many kinds they have. */
    private static Granted.Kind kind(Draw draw, Map<Purpose, List<Granted.Kind>> kinds) {
        List<Granted.Kind> ofPurpose = draw.from(List.copyOf(kinds.values()));
        Recipient first = ofPurpose.get(0).recipient();
        Recipient last = ofPurpose.get(ofPurpose.size() - 1).recipient();
        if (first.equals(last)) {
            return draw.from(ofPurpose);
        }
        Recipient recipient = draw.from(
                ofPurpose.stream().map(Granted.Kind::recipient).distinct().toList());
        return draw.from(ofPurpose.stream()
                .filter(kind -> kind.recipient().equals(recipient))
                .toList());
    }

    /** A use that would be permitted but for one history that turned around the days of collection and use. */
    private MadeUpUse afterATurn(
            RandomGenerator random,
            Map<Purpose, List<Granted.Kind>> kinds,
            Map<Purpose, List<Granted.Kind>> withHistories) {
        if (withHistories.isEmpty()) {
            return nearly(random, kinds);
        }
        Draw draw = Draw.few(random, List.of());
        Granted.Kind kind = kind(draw, withHistories);
        LocalDate used = draw.oneIn(2) ? last.plusDays(draw.below(40)) : draw.beside(draw.from(days));
        LocalDate collected = switch (draw.below(8)) {
            case 0, 1 -> used;
            case 2, 3, 4 -> used.minusDays(1 + draw.below(3));
            case 5 -> used.minusDays(draw.below(60));
            default -> draw.beside(draw.from(days));
        };
        List<LocalDate> anchors = List.of(used, collected, used, collected, draw.from(days), draw.from(days));
        MadeUpMember turned = members.turned(draw, kind.countries(), draw.from(kind.histories()), draw.from(anchors));
        return new MadeUpUse(
                draw.oneIn(6) ? members.onTheMove(draw, turned, kind.countries(), collected, used) : turned,
                Optional.of(kind.purpose()),
                Optional.of(kind.recipient()),
                Optional.of(kind.category()),
                kind.audience(),
                Optional.of(collected),
                used);
    }

    /** A use that would be permitted if the member had not moved between collection and use. */
    private MadeUpUse afterAMove(RandomGenerator random, Map<Purpose, List<Granted.Kind>> kinds) {
        Draw draw = Draw.few(random, List.of());
        Granted.Kind kind = kind(draw, kinds);
        LocalDate one = draw.oneIn(4) ? last.plusDays(draw.below(60)) : draw.beside(draw.from(days));
        LocalDate other = draw.oneIn(4) ? last.plusDays(draw.below(60)) : draw.beside(draw.from(days));
        LocalDate collected = one.isBefore(other) ? one : other;
        LocalDate used = one.isBefore(other) ? other : one;
        return new MadeUpUse(
                members.moved(draw, kind.countries(), collected, used),
                Optional.of(kind.purpose()),
                Optional.of(kind.recipient()),
                Optional.of(kind.category()),
                kind.audience(),
                Optional.of(collected),
                used);
    }

    /** A use that would be permitted but for a few facts. */
    private MadeUpUse nearly(RandomGenerator random, Map<Purpose, List<Granted.Kind>> kinds) {
        Granted.Kind kind = kind(Draw.few(random, List.of()), kinds);
        List<String> facts = new ArrayList<>(OF_USES);
        facts.addAll(random.nextInt(8) == 0 ? members.facts() : kind.facts());
        facts.add(Members.MOVES);
        Draw draw = Draw.few(random, facts);
        LocalDate used = draw.plain(USED) ? last.plusDays(1 + draw.below(400)) : day(draw);
        Optional<LocalDate> collected = draw.plain(COLLECTED) ? Optional.of(used) : collected(draw, used);
        return new MadeUpUse(
                members.member(draw, kind.countries(), anchors(used, collected), used),
                Optional.of(kind.purpose()),
                Optional.of(draw.plain(RECIPIENT) ? kind.recipient() : recipient(random)),
                Optional.of(draw.plain(CATEGORY) ? kind.category() : category(random)),
                draw.plain(AUDIENCE) ? kind.audience() : audience(draw, Optional.empty()),
                collected,
                used);
    }

    private List<LocalDate> anchors(LocalDate used, Optional<LocalDate> collected) {
        List<LocalDate> anchors = new ArrayList<>(List.of(used, used, used));
        collected.ifPresent(day -> {
            LocalDate between = LocalDate.ofEpochDay((day.toEpochDay() + used.toEpochDay()) / 2);
            anchors.addAll(List.of(day, day, day, between));
        });
        anchors.addAll(days);
        return anchors;
    }

    private MadeUpUse anyUse(RandomGenerator random, Optional<Purpose> wanted) {
        Draw draw = Draw.of(random, members.facts());
        LocalDate used = day(draw);
        Optional<LocalDate> collected = collected(draw, used);
        Vocabulary.PurposeEntry purpose = vocabulary.purposes().stream()
                .filter(entry -> wanted.equals(Optional.of(entry.name())))
                .findFirst()
                .orElseGet(() -> draw.from(vocabulary.purposes()));
        Vocabulary.Usual usual = draw.from(purpose.usual());
        boolean usually = !draw.oneIn(3);
        String recipient = draw.plain(RECIPIENT)
                ? purpose.defaultRecipient().name()
                : draw.from(vocabulary.recipients()).name().name();
        String category = usually
                ? usual.category().name()
                : draw.from(vocabulary.categories()).name().name();
        return new MadeUpUse(
                members.member(draw, List.of(), anchors(used, collected), used),
                wanted.isPresent() ? wanted : draw.name(purpose.name().name()).map(Purpose::of),
                draw.name(recipient).map(Recipient::of),
                draw.name(category).map(Category::of),
                audience(draw, usually ? usual.audience() : Optional.empty()),
                collected,
                used);
    }

    /**
     * A member, on the limits of a use that is collected and used on {@code day}. Each history is whole or unknown, as
     * pipelines have them; those of {@link #use} may also be known in part.
     */
    public MadeUpMember member(RandomGenerator random, LocalDate day) {
        boolean few = !granted.isEmpty() && random.nextInt(5) > 1;
        Draw draw = few ? Draw.few(random, members.facts()) : Draw.of(random, members.facts());
        List<String> home = few ? draw.from(granted).countries() : List.of();
        return members.member(draw, home, anchors(day, Optional.empty()), day).withWholeHistories();
    }

    /** A member, on the limits of a random day. */
    public MadeUpMember member(RandomGenerator random) {
        return member(random, day(random));
    }

    /** One to {@code most} members, on the limits of one day. */
    public Crowd crowd(RandomGenerator random, int most) {
        LocalDate day = day(random);
        List<MadeUpMember> crowd = new ArrayList<>();
        for (int i = 1 + random.nextInt(most); i > 0; i--) {
            crowd.add(member(random, day));
        }
        return new Crowd(day, crowd);
    }

    /** A day of use. */
    public LocalDate day(RandomGenerator random) {
        return day(Draw.of(random, List.of()));
    }

    /** A history of a setting, on the limits of a random day. */
    public History history(RandomGenerator random) {
        List<LocalDate> anchors = new ArrayList<>(days);
        anchors.add(day(random));
        return members.history(Draw.of(random, List.of()), anchors);
    }

    /** One of the policy's purposes. */
    public Purpose purpose(RandomGenerator random) {
        return Draw.of(random, List.of()).from(vocabulary.purposes()).name();
    }

    /** One of the policy's recipients. */
    public Recipient recipient(RandomGenerator random) {
        return Draw.of(random, List.of()).from(vocabulary.recipients()).name();
    }

    /** One of the policy's categories. */
    public Category category(RandomGenerator random) {
        return Draw.of(random, List.of()).from(vocabulary.categories()).name();
    }

    /** A country, as likely as not from one of the policy's groups. */
    public Country country(RandomGenerator random) {
        return members.country(Draw.of(random, List.of()));
    }

    /** One of the policy's readings, or one that answers one question of it differently. */
    public Reading reading(RandomGenerator random) {
        Draw draw = Draw.of(random, List.of());
        Reading reading = draw.from(policy.readings());
        if (policy.questions().isEmpty() || !draw.oneIn(3)) {
            return reading;
        }
        Policy.Question question = draw.from(policy.questions());
        String answer = draw.from(question.answers()).name();
        return reading.with(reading.name() + "." + question.name() + "." + answer, question.name(), answer);
    }

    /** A rule in the policy's words, with a random condition. */
    public Policy.Rule rule(RandomGenerator random, Policy.Effect effect) {
        return conditions.rule(Draw.of(random, List.of()), effect);
    }

    /** The policy with a random rule more, or with a one-line {@link Fault}. It compiles; its document may be refused. */
    public Policy policy(RandomGenerator random) {
        Draw draw = Draw.of(random, List.of());
        if (draw.oneIn(2)) {
            return draw.from(Fault.all(policy)).policy();
        }
        List<Policy.Rule> rules = new ArrayList<>(policy.rules());
        rules.add(rule(random, draw.oneIn(2) ? Policy.Effect.PERMIT : Policy.Effect.PROHIBIT));
        return policy.toBuilder().rules(rules).build();
    }

    /**
     * A manifest of pipelines, as JSON in the format of the gate, of which many nearly pass: their guards keep out what
     * the policy's prohibitions deny, most of them.
     */
    public String manifest(RandomGenerator random) {
        return new Manifests(policy, days).manifest(Draw.of(random, List.of()));
    }

    private LocalDate day(Draw draw) {
        return switch (draw.below(10)) {
            case 0, 1, 2, 3 -> draw.beside(draw.from(days));
            case 4, 5, 6 -> last.plusDays(draw.below(500));
            case 7, 8 ->
                LocalDate.of(last.getYear() + draw.below(6), Month.FEBRUARY, 27).plusDays(draw.below(4));
            default -> days.get(0).minusDays(30).plusDays(draw.below(2000));
        };
    }

    private Optional<LocalDate> collected(Draw draw, LocalDate used) {
        return switch (draw.below(20)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(draw.beside(used));
            case 2, 3, 4, 5 -> Optional.of(draw.beside(draw.from(days)));
            case 6 -> Optional.of(used.plusDays(draw.below(60)));
            case 7, 8, 9 -> Optional.of(used.minusDays(draw.below(60)));
            case 10, 11 -> Optional.of(used.minusDays(draw.below(2000)));
            default -> Optional.of(used);
        };
    }

    private Optional<Audience> audience(Draw draw, Optional<Audience> usual) {
        if (usual.isPresent() && draw.plain(AUDIENCE)) {
            return usual;
        }
        if (vocabulary.audiences().isEmpty() || draw.oneIn(4)) {
            return draw.oneIn(2) ? Optional.empty() : Optional.of(Audience.of(Draw.NO_SUCH_NAME));
        }
        return Optional.of(Audience.of(draw.from(vocabulary.audiences()).name()));
    }
}
