package dev.datause.testkit.pipeline;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.Decision;
import dev.datause.Ground;
import dev.datause.Policy;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Truth;
import dev.datause.Use;
import dev.datause.Vocabulary;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import dev.datause.gate.Dataset;
import dev.datause.gate.Finding;
import dev.datause.gate.FindingCode;
import dev.datause.gate.Gate;
import dev.datause.gate.GateReport;
import dev.datause.gate.ManifestReader;
import dev.datause.gate.Metadata;
import dev.datause.gate.Port;
import dev.datause.gate.Stated;
import dev.datause.gate.Step;
import dev.datause.gate.Tag;
import dev.datause.gate.Window;
import dev.datause.testkit.Broken;
import dev.datause.testkit.LawBroken;
import dev.datause.testkit.MadeUpUse;
import dev.datause.testkit.Samples;
import dev.datause.testkit.Tries;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A manifest that a gate has checked, to be tried on made-up members. The gate proves, this samples: it is there to
 * notice if the proof were wrong, or if the manifest did not mean what its authors think.
 *
 * <p>Immutable and thread-safe.
 */
public final class SampledManifest {
    private static final int MOST_WAYS = 1_000;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 12, 31);

    private final DataUsePolicy policy;
    private final LocalDate asOf;
    private final Metadata metadata;
    private final GateReport report;
    private final Samples samples;

    private SampledManifest(DataUsePolicy policy, LocalDate asOf, Metadata metadata, GateReport report) {
        this.policy = policy;
        this.asOf = asOf;
        this.metadata = metadata;
        this.report = report;
        samples = Samples.of(policy.policy());
    }

    /**
     * Reads a manifest, and lets a gate check it.
     *
     * @param baseDirectory the project
     * @param manifest the file, relative to the project
     * @throws dev.datause.document.DocumentException if the manifest cannot be read
     */
    public static SampledManifest of(DataUsePolicy policy, LocalDate asOf, Path baseDirectory, Path manifest) {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(asOf, "asOf");
        Path file = baseDirectory.resolve(manifest);
        String name = DocumentFile.name(manifest);
        byte[] bytes = DocumentFile.bytes(file, name, Limits.STANDARD);
        Metadata metadata = new ManifestReader().read(name, bytes, policy.policy(), Limits.STANDARD);
        GateReport report = Gate.of(policy, asOf).check(baseDirectory, List.of(manifest));
        return new SampledManifest(policy, asOf, metadata, report);
    }

    /** What the gate says. */
    public GateReport report() {
        return report;
    }

    /**
     * One way of data that the gate passes.
     *
     * @param steps the steps on the way, the one that uses the data last
     * @param dataset where the data comes from
     * @param contents what of it gets through
     */
    private record Way(
            List<Step> steps, Dataset dataset, List<Dataset.Content> contents, Purpose purpose, Recipient recipient) {
        Step pipeline() {
            return steps.get(steps.size() - 1);
        }

        @Override
        public String toString() {
            StringBuilder out = new StringBuilder(dataset.name().value());
            steps.forEach(step -> out.append(" -> ").append(step.name().value()));
            return out.toString();
        }
    }

    /**
     * Does nothing if nobody who passes is denied, among members made up for each way of data that the gate passes.
     *
     * @param seed where chance begins
     * @param count how many members for each way
     * @throws LawBroken if somebody is, or if nobody passes a way at all, so that nothing was sampled; also if the gate
     *     found something everywhere
     */
    public void checkPasses(long seed, int count) {
        List<Way> ways = ways();
        boolean findings =
                report.findings().stream().anyMatch(finding -> finding.flow().isPresent());
        if (ways.isEmpty() && !findings) {
            throw broken("nobody", metadata.document().name(), "there is no flow of member data to sample");
        }
        RandomGenerator random = new SplittableRandom(seed);
        for (Way way : ways) {
            int passed = 0;
            for (int i = 0; i < count; i++) {
                MadeUpUse use = within(way, samples.use(random, way.purpose()), random);
                if (passes(way, use)) {
                    passed++;
                    if (isDenied(use)) {
                        MadeUpUse plainest = Tries.plainest(use, plainer -> inside(way, plainer) && isDenied(plainer));
                        throw denied(way, plainest);
                    }
                }
            }
            if (passed == 0) {
                throw broken(
                        "nobody", way.toString(), "none of " + count + " made-up members passes: nothing was sampled");
            }
        }
    }

    private boolean isDenied(MadeUpUse use) {
        return !policy.isPermitted(use.use());
    }

    private static final String LAW = "what the gate passes is permitted at run time";

    private static LawBroken broken(String person, String what, String found) {
        return new LawBroken(new Broken(LAW, person, what, found, List.of()));
    }

    private LawBroken denied(Way way, MadeUpUse use) {
        List<Policy.Rule> rules = new ArrayList<>();
        policy.decide(use.use()).grounds().forEach(ground -> rules.addAll(ground.rules()));
        return new LawBroken(new Broken(
                LAW, use.member().toString(), way + ": " + use.what(), "passes the guards, but is denied", rules));
    }

    /** The ways that the gate passes: those to steps with a purpose about which it found nothing. */
    private List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        for (Step step : metadata.steps()) {
            boolean found = report.findings().stream()
                    .filter(finding -> finding.code() != FindingCode.NAMES_ALIKE)
                    .flatMap(finding -> finding.flow().stream())
                    .anyMatch(flow -> flow.pipeline().equals(step.name().value()));
            if (!found) {
                for (Stated<String> purpose : step.purposes()) {
                    ways(List.of(step), step.inputs(), purpose.value(), ways);
                }
            }
        }
        return ways;
    }

    /** Goes on against the flow; no step is taken twice, and of very many ways the first are enough. */
    private void ways(List<Step> steps, List<Stated<Port>> inputs, String purpose, List<Way> ways) {
        for (Stated<Port> input : inputs) {
            for (Dataset dataset : metadata.datasets()) {
                if (dataset.name().value().equals(input.value().dataset()) && ways.size() < MOST_WAYS) {
                    List<Dataset.Content> contents = contents(dataset, input.value(), steps);
                    if (!contents.isEmpty()) {
                        Step last = steps.get(steps.size() - 1);
                        ways.add(new Way(
                                steps, dataset, contents, Purpose.of(purpose), recipient(last.recipient(), purpose)));
                    }
                }
            }
            for (Step step : metadata.steps()) {
                if (!steps.contains(step) && ways.size() < MOST_WAYS) {
                    List<Step> longer = new ArrayList<>(List.of(step));
                    longer.addAll(steps);
                    for (Stated<Port> output : step.outputs()) {
                        if (touches(output.value(), input.value())) {
                            ways(longer, sources(step, output.value()), purpose, ways);
                        }
                    }
                }
            }
        }
    }

    private static boolean touches(Port one, Port other) {
        return one.dataset().equals(other.dataset())
                && (one.field().isEmpty()
                        || other.field().isEmpty()
                        || one.field().equals(other.field()));
    }

    private static List<Stated<Port>> sources(Step step, Port output) {
        return step.derivations().stream()
                .filter(derivation -> derivation.output().value().equals(output))
                .findFirst()
                .map(Step.Derivation::from)
                .orElse(step.inputs());
    }

    /** What a dataset holds by itself where it is read, but for what a step on the way stops. */
    private List<Dataset.Content> contents(Dataset dataset, Port read, List<Step> steps) {
        List<Stated<Dataset.Content>> all = new ArrayList<>(dataset.contents());
        for (Dataset.Field field : dataset.fields()) {
            if (read.field().isEmpty() || read.field().get().equals(field.name().value())) {
                all.addAll(field.contents());
            }
        }
        List<Dataset.Content> left = new ArrayList<>();
        for (Stated<Dataset.Content> content : all) {
            Optional<Category> category =
                    Optional.of(Category.of(content.value().category()));
            boolean stopped = steps.stream()
                    .flatMap(step -> step.breakers().stream())
                    .flatMap(breaker -> breaker.value().categories().stream())
                    .anyMatch(stops -> isBelow(category, Category.of(stops.value())));
            if (!stopped) {
                left.add(content.value());
            }
        }
        return left;
    }

    private Recipient recipient(Optional<Stated<String>> stated, String purpose) {
        return stated.map(name -> Recipient.of(name.value()))
                .orElseGet(() -> policy.policy().vocabulary().purposes().stream()
                        .filter(entry -> entry.name().name().equals(purpose))
                        .findFirst()
                        .orElseThrow()
                        .defaultRecipient());
    }

    /** The use, moved to where the way leads: its category or one below, its days. */
    private MadeUpUse within(Way way, MadeUpUse use, RandomGenerator random) {
        Vocabulary words = policy.policy().vocabulary();
        Dataset.Content content =
                way.contents().get(random.nextInt(way.contents().size()));
        List<Category> categories = new ArrayList<>(List.of(Category.of(content.category())));
        for (int i = 0; i < categories.size(); i++) {
            Optional<Category> parent = Optional.of(categories.get(i));
            for (Vocabulary.CategoryEntry entry : words.categories()) {
                if (entry.under().equals(parent)) {
                    categories.add(entry.name());
                }
            }
        }
        MadeUpUse inside = use.purpose(way.purpose())
                .recipient(way.recipient())
                .category(categories.get(random.nextInt(categories.size())));
        if (content.audience().isPresent()) {
            inside = inside.audience(Audience.of(content.audience().get()));
        } else if (!words.audiences().isEmpty() && random.nextBoolean()) {
            int any = random.nextInt(words.audiences().size());
            inside = inside.audience(Audience.of(words.audiences().get(any).name()));
        }
        Optional<Window> collected = way.dataset().collected().map(Stated::value);
        LocalDate earliest = collected.flatMap(Window::from).orElse(FIRST);
        inside = inside.used(within(runs(way), use.used().isBefore(earliest) ? earliest : use.used()));
        if (collected.isPresent()) {
            LocalDate day = within(collected.get(), use.collected().orElse(inside.used()));
            inside = inside.collected(day.isAfter(inside.used()) ? inside.used() : day);
        } else if (inside.collected().isPresent() && inside.collected().get().isAfter(inside.used())) {
            inside = inside.collected(inside.used());
        }
        return inside;
    }

    private Window runs(Way way) {
        return way.pipeline()
                .runs()
                .map(Stated::value)
                .orElseGet(() -> new Window(Optional.of(asOf), Optional.empty()));
    }

    private static LocalDate within(Window window, LocalDate day) {
        LocalDate from = window.from().orElse(FIRST);
        LocalDate until = window.until().orElse(LAST);
        return day.isBefore(from) ? from : day.isAfter(until) ? until : day;
    }

    /** Whether the use lies on the days of the way and passes its population and its guards. */
    private boolean passes(Way way, MadeUpUse use) {
        Window runs = runs(way);
        Window collected = way.dataset()
                .collected()
                .map(Stated::value)
                .orElseGet(() -> new Window(Optional.empty(), Optional.empty()));
        boolean days = within(runs, use.used()).equals(use.used())
                && use.collected()
                        .map(day -> within(collected, day).equals(day) && !day.isAfter(use.used()))
                        .orElse(way.dataset().collected().isEmpty());
        if (!days) {
            return false;
        }
        List<Condition> conditions = new ArrayList<>();
        way.dataset().members().ifPresent(members -> conditions.add(members.value()));
        Use made = use.use();
        boolean called = true;
        for (Step step : way.steps()) {
            step.guards().forEach(guard -> conditions.add(guard.value()));
            if (step.call().isPresent()) {
                Optional<Tag> asked = step.call().get().value().use();
                MadeUpUse other = asked.isEmpty()
                        ? use
                        : use.purpose(Purpose.of(asked.get().purpose()))
                                .recipient(recipient(
                                        asked.get().recipient(), asked.get().purpose()));
                called &= policy.isPermitted(other.use());
            }
        }
        List<Condition> certain = new ArrayList<>();
        conditions.forEach(condition -> certain.add(new Condition.Certainly(condition)));
        return called && policy.truth(new Condition.All(certain), made) == Truth.TRUE;
    }

    /** Whether a plainer use is still one of the way's. */
    private boolean inside(Way way, MadeUpUse use) {
        return use.purpose().equals(Optional.of(way.purpose()))
                && use.recipient().equals(Optional.of(way.recipient()))
                && way.contents().stream().anyMatch(content -> holds(content, use))
                && passes(way, use);
    }

    private boolean holds(Dataset.Content content, MadeUpUse use) {
        return isBelow(use.category(), Category.of(content.category()))
                && (content.audience().isEmpty()
                        || use.audience().map(Audience::name).equals(content.audience()));
    }

    private boolean isBelow(Optional<Category> category, Category declared) {
        if (category.isEmpty() || category.get().equals(declared)) {
            return category.isPresent();
        }
        return policy.policy().vocabulary().categories().stream()
                .filter(entry -> category.equals(Optional.of(entry.name())))
                .anyMatch(entry -> isBelow(entry.under(), declared));
    }

    /**
     * Does nothing if the witness of every finding is denied, for the reason that the finding names first.
     *
     * @throws LawBroken if one is not
     */
    public void checkFindings() {
        for (Finding finding : report.findings()) {
            finding.witness().ifPresent(witness -> {
                Decision decision = policy.decide(witness.use());
                Optional<String> named = finding.reasons().isEmpty()
                        ? Optional.empty()
                        : finding.reasons().get(0).rule();
                boolean forTheReason = decision.grounds().stream()
                        .anyMatch(ground ->
                                named.isEmpty() ? ground instanceof Ground.NotGranted : names(ground, named.get()));
                if (decision.permitted() || !forTheReason) {
                    throw new LawBroken(new Broken(
                            "the witness of every finding is denied for the reason named",
                            witness.story(),
                            finding.what(),
                            decision.permitted() ? "the witness is permitted" : "the witness is denied otherwise",
                            List.of()));
                }
            });
        }
    }

    private static boolean names(Ground ground, String rule) {
        return ground.rules().stream().anyMatch(one -> one.id().equals(rule));
    }
}
