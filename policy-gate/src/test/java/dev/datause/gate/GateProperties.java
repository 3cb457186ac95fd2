package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.Audience;
import dev.datause.Category;
import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.Ground;
import dev.datause.Member;
import dev.datause.Policy;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Truth;
import dev.datause.Use;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import dev.datause.document.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The laws of the gate, on random manifests. */
class GateProperties {
    private static final int PIPELINES = 10;
    private static final List<DataUsePolicy> POLICIES = List.of(Given.SMALL_STRICT, Given.SMALL_DOCUMENTED);

    private static GateReport check(DataUsePolicy policy, Node manifest) {
        return Gate.of(policy, Given.AS_OF).check(Map.of("m.json", Given.bytes(JsonDocument.write(manifest))));
    }

    private static <T> T from(RandomGenerator random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Test
    void whatPassesIsPermittedAtRunTimeAndWhatDoesNotIsDeniedForTheReasonNamed() {
        int[] outcomes = new int[2];
        Tries.of(50, random -> {
            DataUsePolicy policy = from(random, POLICIES);
            Node manifest = new RandomManifest(random).manifest(4, PIPELINES);
            byte[] bytes = Given.bytes(JsonDocument.write(manifest));
            Metadata metadata = new ManifestReader().read("m.json", bytes, policy.policy(), Limits.STANDARD);
            GateReport report = check(policy, manifest);
            report.findings().forEach(finding -> witnessIsDenied(policy, metadata, finding));
            for (Step pipeline : metadata.pipelines()) {
                boolean found = report.findings().stream()
                        .anyMatch(f -> f.flow().isPresent()
                                && f.flow()
                                        .get()
                                        .pipeline()
                                        .equals(pipeline.name().value()));
                outcomes[found ? 1 : 0]++;
                if (!found) {
                    for (int i = 0; i < 100; i++) {
                        nobodyIsDenied(policy, metadata, pipeline, random);
                    }
                }
            }
        });
        assertTrue(
                !Tries.ENOUGH || (outcomes[0] > 80 && outcomes[1] > 50),
                outcomes[0] + " pass, " + outcomes[1] + " do not");
    }

    private static void witnessIsDenied(DataUsePolicy policy, Metadata metadata, Finding finding) {
        if (finding.code() != FindingCode.VIOLATION) {
            return;
        }
        Use use = finding.witness().orElseThrow().use();
        List<Ground> grounds = policy.decide(use).grounds();
        assertFalse(policy.isPermitted(use), finding.text());
        Optional<String> named = finding.reasons().get(0).rule();
        assertTrue(
                grounds.stream()
                        .anyMatch(g -> named.isEmpty()
                                ? g instanceof Ground.NotGranted
                                : g.rules().stream().map(Policy.Rule::id).anyMatch(named.get()::equals)),
                finding.text());
        Flow flow = finding.flow().orElseThrow();
        Step pipeline = metadata.pipelines().stream()
                .filter(p -> p.name().value().equals(flow.pipeline()))
                .findFirst()
                .orElseThrow();
        Dataset dataset = dataset(metadata, flow.dataset().orElseThrow());
        assertTrue(passes(policy, pipeline, dataset, use), finding.text());
    }

    private static Dataset dataset(Metadata metadata, String name) {
        return metadata.datasets().stream()
                .filter(d -> d.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean passes(DataUsePolicy policy, Step pipeline, Dataset dataset, Use use) {
        List<Condition> conditions = new ArrayList<>();
        dataset.members().ifPresent(members -> conditions.add(members.value()));
        pipeline.guards().forEach(guard -> conditions.add(guard.value()));
        return conditions.stream().allMatch(condition -> policy.truth(condition, use) == Truth.TRUE);
    }

    /** One use that the manifest allows, at the limits where decisions change. */
    private static void nobodyIsDenied(DataUsePolicy policy, Metadata metadata, Step pipeline, RandomGenerator random) {
        Dataset dataset =
                dataset(metadata, from(random, pipeline.inputs()).value().dataset());
        LocalDate first = pipeline.runs().flatMap(w -> w.value().from()).orElse(Given.AS_OF);
        LocalDate last = pipeline.runs().flatMap(w -> w.value().until()).orElse(LocalDate.of(2199, 12, 31));
        LocalDate used = from(random, List.of(first, first.plusDays(1), last.minusDays(1), last));
        LocalDate collected =
                from(random, List.of(used, used.minusDays(1), used.minusYears(1), LocalDate.of(2025, 11, 3)));
        Optional<Window> window = dataset.collected().map(Stated::value);
        boolean known = window.isPresent() || random.nextInt(4) > 0;
        if (used.isBefore(first) || used.isAfter(last) || (known && collected.isAfter(used))) {
            return;
        }
        if (window.isPresent()
                && (collected.isBefore(window.get().from().orElse(collected))
                        || collected.isAfter(window.get().until().orElse(collected)))) {
            return;
        }
        Dataset.Content content = from(random, dataset.contents()).value();
        Use.Builder use = Use.of(member(policy, used, collected, random))
                .purpose(Purpose.of(pipeline.purposes().get(0).value()))
                .recipient(Recipient.of(pipeline.recipient().orElseThrow().value()))
                .category(Category.of(content.category()));
        if (content.audience().isPresent()) {
            use.audience(Audience.of(content.audience().get()));
        } else if (random.nextBoolean()) {
            use.audience(Audience.of(random.nextBoolean() ? "public" : "friends"));
        }
        if (known) {
            use.collected(collected);
        }
        Use made = use.used(used);
        if (passes(policy, pipeline, dataset, made)) {
            assertTrue(policy.isPermitted(made), "a use passes and is denied");
        }
    }

    static Member member(DataUsePolicy policy, LocalDate used, LocalDate collected, RandomGenerator random) {
        Member.Builder member = policy.member();
        String country = from(random, List.of("", "NO", "SE", "IT", "DE"));
        if (!country.isEmpty()) {
            member.country(country);
        }
        if (random.nextInt(4) == 0) {
            member.moved(from(random, List.of(collected, used)), from(random, List.of("NO", "IT")));
        }
        if (random.nextInt(5) > 0) {
            LocalDate day = from(random, List.of(used, collected)).minusYears(from(random, List.of(18, 30)));
            member.born(day.plusDays(random.nextInt(3) - 1));
        }
        if (random.nextInt(6) == 0) {
            member.flag("minor");
        }
        if (random.nextInt(6) > 0) {
            member.untouched("improve");
        }
        if (random.nextInt(3) == 0) {
            LocalDate day = from(random, List.of(used, collected)).minusDays(random.nextInt(3));
            member.off("improve", day);
            if (random.nextBoolean()) {
                member.on("improve", day.plusDays(random.nextInt(3)));
            }
        }
        return member.build();
    }

    /** What a report says, without the places. */
    private static List<String> content(GateReport report) {
        return report.findings().stream()
                .map(f -> f.code() + " " + f.flow() + " " + f.what() + " "
                        + f.witness().map(w -> w.story()).orElse("") + " " + f.reasons())
                .sorted()
                .toList();
    }

    @Test
    void yamlAndJsonOfOneManifestGiveTheSameFindings() {
        Tries.of(500, random -> {
            Node manifest = new RandomManifest(random).manifest(3, 5);
            GateReport yaml = Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                    .check(Map.of("m.yaml", Given.bytes(RandomManifest.yaml(manifest))));
            GateReport json = check(Given.SMALL_STRICT, manifest);
            assertEquals(content(json), content(yaml));
            assertEquals(json.summary(), yaml.summary());
        });
    }

    @Test
    void renamingDatasetsRenamesFindingsAndNothingElse() {
        Tries.of(500, random -> {
            String json = JsonDocument.write(new RandomManifest(random).manifest(3, 5));
            String renamed =
                    json.replace("\"d0\"", "\"e0\"").replace("\"d1\"", "\"a1\"").replace("\"d2\"", "\"z2\"");
            List<String> before = content(check(Given.SMALL_STRICT, RandomManifest.parsed(json)));
            List<String> after = content(check(Given.SMALL_STRICT, RandomManifest.parsed(renamed)));
            assertEquals(
                    new TreeSet<>(before.stream()
                            .map(s -> s.replaceAll("\\bd0\\b", "e0")
                                    .replaceAll("\\bd1\\b", "a1")
                                    .replaceAll("\\bd2\\b", "z2"))
                            .toList()),
                    new TreeSet<>(after));
        });
    }

    @Test
    void whereAManifestIsCutInTwoDoesNotMatter() {
        Tries.of(5, random -> {
            Node.Members manifest = (Node.Members) new RandomManifest(random).manifest(3, 5);
            Node datasets = new Node.Members(Position.START, manifest.entries().subList(0, 2));
            Node pipelines = new Node.Members(
                    Position.START,
                    List.of(manifest.entries().get(0), manifest.entries().get(2)));
            GateReport split = Gate.of(Given.SMALL_STRICT, Given.AS_OF)
                    .check(Map.of(
                            "z.json", Given.bytes(JsonDocument.write(datasets)),
                            "a.json", Given.bytes(JsonDocument.write(pipelines))));
            assertEquals(content(check(Given.SMALL_STRICT, manifest)), content(split));
        });
    }

    @Test
    void moreDataMorePeopleMorePurposesNeverTurnAFindingIntoAPass() {
        Tries.of(500, random -> {
            Node manifest = new RandomManifest(random).manifest(1, 1);
            if (check(Given.SMALL_STRICT, manifest).verdict() == Verdict.PASSED) {
                return;
            }
            Node.Items datasets =
                    (Node.Items) ((Node.Members) manifest).get("datasets").orElseThrow();
            Node.Items pipelines =
                    (Node.Items) ((Node.Members) manifest).get("pipelines").orElseThrow();
            Node dataset = datasets.items().get(0);
            Node pipeline = pipelines.items().get(0);
            List<Node> categories = new ArrayList<>(
                    ((Node.Items) ((Node.Members) dataset).get("categories").orElseThrow()).items());
            categories.add(RandomManifest.parsed("{\"category\": \"post\", \"audience\": \"friends\"}"));
            Node more = RandomManifest.with(dataset, "categories", new Node.Items(Position.START, categories));
            Optional<Node> members = ((Node.Members) dataset).get("members");
            Node wider = members.isEmpty()
                    ? dataset
                    : RandomManifest.with(
                            dataset,
                            "members",
                            new Node.Members(
                                    Position.START,
                                    List.of(
                                            new Node.Entry(
                                                    "any",
                                                    Position.START,
                                                    new Node.Items(
                                                            Position.START,
                                                            List.of(
                                                                    members.get(),
                                                                    RandomManifest.parsed(
                                                                            "{\"located\": {\"in\": [\"north\"], \"at\": \"use\"}}")))))));
            for (Node changed : List.of(more, wider)) {
                Node larger =
                        RandomManifest.with(manifest, "datasets", new Node.Items(Position.START, List.of(changed)));
                assertNotEquals(
                        Verdict.PASSED, check(Given.SMALL_STRICT, larger).verdict());
            }
            Node purposes = RandomManifest.with(pipeline, "purpose", RandomManifest.parsed("[\"training\", \"ads\"]"));
            Node larger = RandomManifest.with(manifest, "pipelines", new Node.Items(Position.START, List.of(purposes)));
            assertNotEquals(Verdict.PASSED, check(Given.SMALL_STRICT, larger).verdict());
        });
    }
}
