package dev.datause.gate;

import dev.datause.DataUsePolicy;
import dev.datause.Vocabulary;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import dev.datause.document.Position;
import dev.datause.document.Problem;
import dev.datause.document.Shown;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One check: takes what was read or refused, looks at declarations as a whole, then at every pipeline. Used once. */
final class GateCheck {
    private static final Pattern SLASHES = Pattern.compile("[/\\\\]+");

    private final DataUsePolicy policy;
    private final LocalDate asOf;
    private final Capacity capacity;
    private final List<String> categories;
    private final List<String> audiences;
    private final Findings findings;
    private final List<Metadata> all = new ArrayList<>();
    private final Map<String, Dataset> datasets = new LinkedHashMap<>();
    private final Set<String> ambiguous = new HashSet<>();
    private final Imported imported = new Imported();
    private final List<Metadata> fromModules = new ArrayList<>();
    private final Set<String> elsewhere = new HashSet<>();
    private Optional<LineageCheck> done = Optional.empty();
    private int refused;

    GateCheck(DataUsePolicy policy, LocalDate asOf, int kept, Capacity capacity) {
        this.capacity = capacity;
        findings = new Findings(kept);
        this.policy = policy;
        this.asOf = asOf;
        Vocabulary vocabulary = policy.policy().vocabulary();
        categories = vocabulary.categories().stream()
                .map(entry -> entry.name().name())
                .toList();
        audiences = vocabulary.audiences().stream().map(Vocabulary.Entry::name).toList();
    }

    /** Takes what a document says. */
    void add(Metadata metadata) {
        findings.show(metadata.document().name(), metadata.document().lines());
        Optional<Location> hidden = Imported.in(metadata);
        if (hidden.isPresent()) {
            refused++;
            findings.add(
                    FindingCode.REFUSED_MANIFEST,
                    hidden.get(),
                    "the manifest is refused: a name begins with the character U+0000",
                    Optional.empty(),
                    "correct the manifest");
            return;
        }
        all.add(metadata);
    }

    /** Takes what another module says about its datasets. */
    void addSummary(String name, byte[] bytes, Limits limits) {
        try {
            fromModules.add(SummaryReader.read(name, bytes, policy, asOf, limits, imported));
        } catch (DocumentException e) {
            refused++;
            for (Problem problem : e.problems()) {
                findings.add(
                        FindingCode.REFUSED_SUMMARY,
                        new Location(name, problem.at()),
                        "the summary of another module is refused: " + problem.message(),
                        Optional.empty(),
                        "build that module again with this policy");
            }
        }
    }

    /** What the datasets carry, for other modules; after the report. Nothing where a document was refused. */
    Optional<String> summary(String module) {
        Optional<LocalDate> until = all.stream()
                .flatMap(metadata -> metadata.steps().stream())
                .flatMap(step -> step.breakers().stream())
                .flatMap(breaker -> breaker.value().until().stream())
                .filter(day -> !day.isBefore(asOf))
                .min(LocalDate::compareTo);
        return refused > 0 ? Optional.empty() : done.map(check -> check.summary(module, until, elsewhere));
    }

    /** Takes that a file was not read at all. */
    void refused(String file, String why) {
        refused++;
        Location at = new Location(file, Position.START);
        findings.add(
                FindingCode.REFUSED_MANIFEST, at, why, Optional.empty(), "give the gate a manifest that it can read");
    }

    /** Takes that a document was refused, and why. */
    void refused(String file, List<Problem> problems) {
        refused++;
        for (Problem problem : problems) {
            Optional<FindingCode> own =
                    problem.code() instanceof FindingCode code ? Optional.of(code) : Optional.empty();
            String hint = problem.hint().map(text -> "; " + text).orElse("");
            findings.add(new Finding(
                    own.orElse(FindingCode.REFUSED_MANIFEST),
                    Optional.of(new Location(problem.document(), problem.at())),
                    own.isPresent()
                            ? problem.message()
                            : "the manifest is refused: " + problem.message() + hint + " ["
                                    + problem.code().id() + "]",
                    problem.snippet(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    remedy(problem),
                    Optional.empty()));
        }
    }

    private static String remedy(Problem problem) {
        if (problem.code() == FindingCode.PLACEHOLDER) {
            return "give the gate the manifest in which it is replaced";
        }
        if (problem.code() instanceof FindingCode) {
            return problem.hint().orElse("write it as the mapping has it");
        }
        return problem.code() == DocumentCode.UNREADABLE
                ? "make the file readable, or take it off the list of manifests"
                : "correct the manifest";
    }

    GateReport report() {
        declareDatasets();
        Violations violations = new Violations(policy, findings);
        Categories byNumber = new Categories(policy.policy().vocabulary());
        StepWords words = new StepWords(policy, asOf, findings, violations, byNumber);
        List<StepWords.Meant> meant = new ArrayList<>();
        Map<String, Stated<String>> names = new HashMap<>();
        for (Metadata metadata : all) {
            for (Step step : metadata.steps()) {
                refuseSecond(step, names);
                meant.add(words.of(step));
            }
        }
        LineageCheck check = new LineageCheck(policy, asOf, violations, byNumber, words, imported, capacity);
        done = Optional.of(check);
        for (Metadata metadata : fromModules) {
            metadata.steps().forEach(step -> meant.add(words.of(step)));
        }
        int own = (int)
                all.stream().mapToLong(metadata -> metadata.steps().size()).sum();
        boolean anyUse = check.run(meant, datasets, ambiguous, refused > 0);
        if (!anyUse && refused == 0) {
            noPipelines();
        }
        int understood = all.size() + check.understood();
        int couldNotCheck = refused + check.couldNotCheck();
        int ignored =
                all.stream().mapToInt(metadata -> metadata.ignored().size()).sum();
        int pipelines =
                all.stream().mapToInt(metadata -> metadata.pipelines().size()).sum();
        return new GateReport(
                new GateReport.Subject(
                        policy.policy().id(),
                        policy.reading().name(),
                        asOf,
                        pipelines,
                        (int) datasets.keySet().stream()
                                .filter(name -> !elsewhere.contains(name))
                                .count(),
                        own - pipelines),
                findings.kept(),
                findings.totals(),
                new Completeness(understood + ignored + couldNotCheck, understood, ignored, couldNotCheck),
                findings.verdict().and(couldNotCheck > 0 ? Verdict.COULD_NOT_CHECK : Verdict.PASSED),
                check.reaches());
    }

    private void noPipelines() {
        Optional<Location> at = all.isEmpty()
                ? Optional.empty()
                : Optional.of(new Location(all.get(0).document().name(), Position.START));
        findings.add(new Finding(
                FindingCode.NO_PIPELINES,
                at,
                all.isEmpty()
                        ? "no manifest was read, so nothing was checked"
                        : "no manifest declares a pipeline or another use",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "declare the pipelines that use members' data",
                Optional.empty()));
    }

    private void refuseSecond(Step step, Map<String, Stated<String>> names) {
        Stated<String> first = names.putIfAbsent(step.name().value(), step.name());
        if (first != null) {
            UseSite site = UseSite.of(step);
            findings.add(
                    FindingCode.PIPELINE_TWICE,
                    step.name().at(),
                    site.words() + " is declared twice, first at " + first.at(),
                    Optional.of(site.flow()),
                    "give one of the two another name, or remove it");
        }
    }

    private void declareDatasets() {
        for (Metadata metadata : fromModules) {
            for (Dataset dataset : metadata.datasets()) {
                words(dataset);
                elsewhere.add(dataset.name().value());
                declare(dataset);
            }
        }
        Map<String, Stated<String>> alike = new HashMap<>();
        for (Metadata metadata : all) {
            for (Dataset dataset : metadata.datasets()) {
                words(dataset);
                if (declare(dataset)) {
                    warnAlike(dataset.name(), alike);
                }
            }
        }
    }

    /** Whether it is the first of its name. */
    private boolean declare(Dataset dataset) {
        Dataset first = datasets.putIfAbsent(dataset.name().value(), dataset);
        if (first == null) {
            return true;
        }
        ambiguous.add(dataset.name().value());
        findings.add(
                FindingCode.DATASET_TWICE,
                dataset.name().at(),
                "dataset '" + FindingText.name(dataset.name().value()) + "' is declared twice, first at "
                        + first.name().at(),
                Optional.empty(),
                "declare it once, with everything that it holds");
        return false;
    }

    /** Names are compared character by character; two that a person takes for one are worth a warning. */
    private void warnAlike(Stated<String> name, Map<String, Stated<String>> alike) {
        Stated<String> first = alike.putIfAbsent(plain(name.value()), name);
        if (first != null) {
            findings.add(
                    FindingCode.NAMES_ALIKE,
                    name.at(),
                    "dataset '" + FindingText.name(name.value()) + "' is another one than '"
                            + FindingText.name(first.value()) + "' at " + first.at(),
                    Optional.empty(),
                    "if they are one, write the name in one way");
        }
    }

    private static String plain(String name) {
        if (isPlain(name)) {
            return name;
        }
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String plain = SLASHES.matcher(folded).replaceAll("/");
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** Whether nothing but itself is taken for the name: it is ASCII without capitals and slashes, as most are. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > '~' || (c >= 'A' && c <= 'Z') || c == '/' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Categories and audiences that the policy does not have. */
    private void words(Dataset dataset) {
        words(dataset, dataset.contents());
        dataset.fields().forEach(field -> words(dataset, field.contents()));
    }

    private void words(Dataset dataset, List<Stated<Dataset.Content>> contents) {
        for (Stated<Dataset.Content> content : contents) {
            String category = content.value().category();
            if (!categories.contains(category)) {
                word(FindingCode.UNKNOWN_CATEGORY, "category", dataset, content.at(), category, categories);
            }
            content.value()
                    .audience()
                    .filter(audience -> !audiences.contains(audience))
                    .ifPresent(audience ->
                            word(FindingCode.UNKNOWN_AUDIENCE, "audience", dataset, content.at(), audience, audiences));
        }
    }

    private void word(FindingCode code, String what, Dataset dataset, Location at, String word, List<String> known) {
        findings.add(
                code,
                at,
                "dataset '" + FindingText.name(dataset.name().value()) + "' has the unknown " + what + " "
                        + findings.unknown(word, at, known),
                Optional.empty(),
                "write one of the policy's: " + Shown.escaped(String.join(", ", known)));
    }
}
