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
import dev.datause.Passage;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Truth;
import dev.datause.Use;
import dev.datause.document.Limits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The laws of lineage, on random pipelines with circles, fields, breakers, guards, calls and days, against a naive walk
 * over all ways.
 */
class LineageProperties {
    private static final DataUsePolicy POLICY = Given.SMALL_STRICT;

    private static Metadata metadata(RandomLineage lineage) {
        return new ManifestReader().read("m.json", Given.bytes(lineage.json()), POLICY.policy(), Limits.STANDARD);
    }

    private static GateReport check(RandomLineage lineage) {
        return Gate.of(POLICY, Given.AS_OF).check(Map.of("m.json", Given.bytes(lineage.json())));
    }

    private static RandomLineage random(RandomGenerator random) {
        return new RandomLineage(random).fill(2, 3, 4, 3);
    }

    /** What is violated for what, without places. */
    private static Set<String> violations(GateReport report) {
        return report.findings().stream()
                .filter(f -> f.code() == FindingCode.VIOLATION)
                .map(f -> f.flow().orElseThrow())
                .map(flow -> flow.pipeline() + " " + flow.category().orElseThrow() + " "
                        + flow.purpose().orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean has(GateReport report, FindingCode code, String use, String purpose) {
        return report.findings().stream()
                .filter(f -> f.code() == code)
                .map(f -> f.flow().orElseThrow())
                .anyMatch(flow -> flow.pipeline().equals(use)
                        && flow.purpose().orElse(purpose).equals(purpose));
    }

    @Test
    void theVerdictOnEveryUseIsThatOfAllWalksAndNobodyWhoPassesIsDenied() {
        int[] outcomes = new int[3];
        Tries.of(80, random -> {
            RandomLineage made = random(random);
            Metadata metadata = metadata(made);
            GateReport report = check(made);
            NaiveLineage naive = new NaiveLineage(POLICY, metadata);
            boolean anything = false;
            for (Step step : metadata.steps()) {
                NaiveLineage.Day day = NaiveLineage.Day.of(step);
                List<Condition> guards =
                        step.guards().stream().map(Stated::value).toList();
                Set<String> asks = new TreeSet<>();
                step.call().flatMap(call -> call.value().use()).ifPresent(use -> asks.add(use.purpose()));
                for (Stated<String> purpose : step.purposes()) {
                    List<NaiveLineage.Arrival> arrivals = step.inputs().stream()
                            .flatMap(input -> naive.arrivals(input.value(), day).stream())
                            .toList();
                    anything |= arrivals.stream().anyMatch(NaiveLineage.Arrival::anything);
                    List<NaiveLineage.Arrival> known =
                            arrivals.stream().filter(a -> !a.anything()).toList();
                    boolean leaks =
                            known.stream().anyMatch(a -> naive.leaks(a, purpose.value(), "owner", day, guards, asks));
                    String name = step.name().value();
                    assertEquals(
                            leaks,
                            has(report, FindingCode.VIOLATION, name, purpose.value()),
                            made.json() + report.text());
                    outcomes[leaks ? 1 : 0]++;
                    for (int i = 0; i < 200 && !leaks && !known.isEmpty(); i++) {
                        outcomes[2] += nobodyIsDenied(made.from(known), purpose.value(), day, guards, asks, random);
                    }
                }
            }
            for (Dataset dataset : metadata.datasets()) {
                NaiveLineage.Day day = new NaiveLineage.Day(Given.AS_OF, Optional.empty());
                for (Stated<Tag> tag : dataset.uses()) {
                    Set<NaiveLineage.Arrival> arrivals =
                            naive.arrivals(Port.of(dataset.name().value()), day);
                    anything |= arrivals.stream().anyMatch(NaiveLineage.Arrival::anything);
                    String purpose = tag.value().purpose();
                    String recipient = purpose.equals("ads") ? "group" : "owner";
                    boolean leaks = arrivals.stream()
                            .filter(a -> !a.anything())
                            .anyMatch(a -> naive.leaks(a, purpose, recipient, day, List.of(), Set.of()));
                    assertEquals(
                            leaks,
                            has(report, FindingCode.VIOLATION, dataset.name().value(), purpose),
                            made.json() + report.text());
                }
            }
            assertEquals(anything, Given.codes(report).contains(FindingCode.COULD_BE_ANYTHING), made.json());
            report.findings().forEach(finding -> witnessIsDeniedAndPassesTheWay(metadata, finding));
        });
        assertTrue(
                !Tries.ENOUGH || (outcomes[0] > 60 && outcomes[1] > 100 && outcomes[2] > 500),
                List.of(outcomes[0], outcomes[1], outcomes[2]).toString());
    }

    private static Truth truth(Condition condition, Use use) {
        return POLICY.truth(condition, use);
    }

    private static int nobodyIsDenied(
            NaiveLineage.Arrival arrival,
            String purpose,
            NaiveLineage.Day day,
            List<Condition> guards,
            Set<String> asks,
            RandomGenerator random) {
        LocalDate last = day.until().orElse(LocalDate.of(2199, 12, 31));
        List<LocalDate> days = List.of(day.from(), day.from().plusDays(1), last.minusDays(1), last);
        LocalDate used = days.get(random.nextInt(days.size()));
        LocalDate first =
                arrival.source().collected().orElseThrow().value().from().orElseThrow();
        List<LocalDate> collectedDays = List.of(used, used.minusDays(1), first, first.plusDays(1));
        LocalDate collected = collectedDays.get(random.nextInt(collectedDays.size()));
        if (collected.isAfter(used) || collected.isBefore(first) || used.isBefore(day.from())) {
            return 0;
        }
        Use.Builder builder = Use.of(GateProperties.member(POLICY, used, collected, random))
                .purpose(Purpose.of(purpose))
                .recipient(Recipient.of("owner"))
                .category(Category.of(arrival.content().category()))
                .collected(collected);
        arrival.content().audience().ifPresent(audience -> builder.audience(Audience.of(audience)));
        Use use = builder.used(used);
        List<Condition> all = new ArrayList<>(arrival.conditions());
        all.addAll(guards);
        Set<String> asked = new TreeSet<>(arrival.asked());
        asked.addAll(asks);
        if (all.stream().allMatch(condition -> truth(condition, use) == Truth.TRUE)
                && asked.stream().allMatch(other -> POLICY.isPermitted(with(use, other)))) {
            assertTrue(POLICY.isPermitted(use), "a use passes and is denied");
            return 1;
        }
        return 0;
    }

    private static Use with(Use use, String purpose) {
        Use.Builder builder = Use.of(use.member())
                .purpose(Purpose.of(purpose))
                .recipient(Recipient.of("owner"))
                .category(use.category().orElseThrow());
        use.audience().ifPresent(builder::audience);
        use.collected().ifPresent(builder::collected);
        return builder.used(use.used());
    }

    private static void witnessIsDeniedAndPassesTheWay(Metadata metadata, Finding finding) {
        if (finding.code() != FindingCode.VIOLATION) {
            return;
        }
        Use use = finding.witness().orElseThrow().use();
        assertFalse(POLICY.isPermitted(use), finding.text());
        Optional<String> named = finding.reasons().get(0).rule();
        assertTrue(
                POLICY.decide(use).grounds().stream()
                        .anyMatch(g -> named.isEmpty()
                                ? g instanceof Ground.NotGranted
                                : g.rules().stream().map(Policy.Rule::id).anyMatch(named.get()::equals)),
                finding.text());
        Flow flow = finding.flow().orElseThrow();
        List<Hop> path = flow.path();
        Map<String, Step> steps = metadata.steps().stream()
                .collect(Collectors.toMap(step -> step.name().value(), step -> step));
        Hop end = path.get(path.size() - 1);
        boolean ofStep = end.kind() == Hop.Kind.STEP;
        NaiveLineage.Day day = ofStep
                ? NaiveLineage.Day.of(steps.get(end.name()))
                : new NaiveLineage.Day(Given.AS_OF, Optional.empty());
        boolean earlier = false;
        for (int i = path.size() - 1; i >= 0; i--) {
            Hop hop = path.get(i);
            if (hop.kind() == Hop.Kind.DATASET) {
                continue;
            }
            Step step = steps.get(hop.name());
            boolean last = i == path.size() - 1;
            earlier |= !last
                    && step.runs().filter(runs -> !day.within(runs.value())).isPresent();
            for (Stated<Condition> guard : step.guards()) {
                String text = PolicyJson.write(guard.value());
                Optional<String> left = last ? Optional.of(text) : NaiveLineage.left(text, earlier);
                left.ifPresent(condition -> assertEquals(
                        Truth.TRUE,
                        truth(new NaiveLineage(POLICY, metadata).condition(condition), use),
                        finding.text()));
            }
            Optional<Tag> asked = step.call().flatMap(call -> call.value().use());
            if (asked.isPresent() && !earlier) {
                assertTrue(POLICY.isPermitted(with(use, asked.get().purpose())), finding.text());
            }
        }
        Dataset source = metadata.datasets().stream()
                .filter(d -> d.name().value().equals(flow.dataset().orElseThrow()))
                .findFirst()
                .orElseThrow();
        assertEquals(source.name().value(), path.get(0).name());
        if (!earlier && source.members().isPresent()) {
            assertEquals(Truth.TRUE, truth(source.members().get().value(), use), finding.text());
        }
    }

    /** What a report says, without the places. */
    private static List<String> content(GateReport report) {
        return report.findings().stream()
                .map(f -> f.code() + " " + f.what() + " "
                        + f.flow()
                                .map(flow ->
                                        flow.path().stream().map(Hop::toString).toList()) + " "
                        + f.witness().map(w -> w.story()).orElse("") + " " + f.reasons())
                .sorted()
                .toList();
    }

    @Test
    void theOrderInWhichThingsAreDeclaredChangesNothing() {
        Tries.of(500, random -> {
            RandomLineage made = random(random);
            GateReport before = check(made);
            made.shuffle();
            GateReport after = check(made);
            assertEquals(content(before), content(after), made.json());
            assertEquals(before.summary(), after.summary());
            assertEquals(before.completeness(), after.completeness());
        });
    }

    @Test
    void newNamesChangeOnlyNames() {
        Tries.of(30, random -> {
            RandomLineage made = random(random);
            GateReport before = check(made);
            String json = made.json().replaceAll("\"d(\\d)\"", "\"e$1\"").replaceAll("\"s(\\d)\"", "\"a$1\"");
            GateReport after = Gate.of(POLICY, Given.AS_OF).check(Map.of("m.json", Given.bytes(json)));
            Set<String> renamed = violations(before).stream()
                    .map(text -> text.replaceAll("^d(\\d) ", "e$1 "))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(renamed, violations(after), json);
            assertEquals(before.total(), after.total(), json);
            assertEquals(before.verdict(), after.verdict());
        });
    }

    @Test
    void aStepThatDoesNothingBetweenADatasetAndItsReadersChangesNoVerdict() {
        Tries.of(250, random -> {
            RandomLineage made = random(random);
            GateReport before = check(made);
            made.split();
            GateReport after = check(made);
            assertEquals(violations(before), violations(after), made.json());
            // That guards contradict what an input declares itself is looked at where it is read, and only there.
            if (!Given.codes(before).contains(FindingCode.GUARD_LETS_NOTHING)) {
                assertEquals(before.verdict(), after.verdict(), made.json());
            }
        });
    }

    @Test
    void moreEdgesCategoriesPeopleOrPurposesNeverTurnAFindingIntoAPass() {
        Tries.of(60, random -> {
            RandomLineage made = random(random);
            Verdict before = check(made).verdict();
            String was = made.json();
            switch (random.nextInt(4)) {
                case 0 -> made.addEdge();
                case 1 -> {
                    RandomLineage.Made source = made.datasets.get(random.nextInt(2));
                    if (!source.categories.contains("\"message\"")) {
                        source.categories.add("\"message\"");
                    }
                }
                case 2 -> {
                    RandomLineage.Made source = made.datasets.get(random.nextInt(2));
                    source.members.replaceAll(condition ->
                            "{\"any\": [" + condition + ", {\"located\": {\"in\": [\"north\"], \"at\": \"use\"}}]}");
                }
                default -> {
                    RandomLineage.Doing use = made.steps.get(made.steps.size() - 1);
                    use.purposes = new ArrayList<>(List.of("training", "ads"));
                }
            }
            if (before != Verdict.PASSED) {
                assertNotEquals(Verdict.PASSED, check(made).verdict(), was + "\n" + made.json());
            }
        });
    }

    @Test
    void withoutAUseThereIsNoFindingMore() {
        Tries.of(250, random -> {
            RandomLineage made = random(random);
            Set<String> before = violations(check(made));
            RandomLineage.Doing last = made.steps.get(made.steps.size() - 1);
            last.purposes.clear();
            assertTrue(before.containsAll(violations(check(made))), made.json());
        });
    }

    /** Keeps the import of a passage honest: what another call lets pass is narrowed exactly. */
    @Test
    void whatAnotherCallLetsPassIsExactlyWhatItPermits() {
        Passage ads = Passage.of(
                        Purpose.of("training"),
                        Recipient.of("owner"),
                        Category.of("profile"),
                        LocalDate.of(2025, 11, 3))
                .permittedFor(Purpose.of("ads"), Recipient.of("owner"));
        assertTrue(POLICY.counterexamples(ads).isEmpty());
        assertTrue(POLICY.anythingPasses(ads));
        Passage group = Passage.of(
                        Purpose.of("ads"), Recipient.of("group"), Category.of("profile"), LocalDate.of(2025, 11, 3))
                .permittedFor(Purpose.of("training"), Recipient.of("owner"));
        assertFalse(POLICY.counterexamples(group).isEmpty());
        assertFalse(POLICY.anythingPasses(Passage.of(
                        Purpose.of("training"),
                        Recipient.of("owner"),
                        Category.of("message"),
                        LocalDate.of(2025, 11, 3))
                .permittedFor(Purpose.of("training"), Recipient.of("owner"))));
    }
}
