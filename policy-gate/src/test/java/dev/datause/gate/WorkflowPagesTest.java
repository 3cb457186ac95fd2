package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about waivers, watches and the baseline: their examples, against one manifest with one finding, do what they say. */
class WorkflowPagesTest {
    private static final DataUsePolicy POLICY = LinkedIn.strict();
    private static final String MANIFEST = """
            format: 1
            datasets:
              - name: warehouse.profiles
                categories: [profile]
                collected: {from: 2025-11-03}
            pipelines:
              - name: train
                purpose: ai-training
                recipient: linkedin
                inputs: [warehouse.profiles]
                guards:
                  # All that the policy asks for, but for the switch on the day of use.
                  - {located: {in: [anywhere], at: use}}
                  - {located: {in: [anywhere], at: collection}}
                  - {age: {atLeast: 18, at: use}}
                  - {age: {atLeast: 18, at: collection}}
                  - {not: {flag: reason-to-believe-minor}}
                  - {trait: {name: account, is: standard}}
                  - {setting: {name: data-for-generative-ai-improvement, is: on, at: collection, onCounts: next-day}}
                  - {not: {objection: {scope: content-generating-ai, stage: filed, at: use, withdrawalCounts: next-day}}}
                  - {not: {objection: {scope: other-ml, stage: filed, at: use, withdrawalCounts: next-day}}}
            """;

    private static Report report(String manifest, Workflow workflow) {
        GateReport result = Gate.of(POLICY, Given.AS_OF).check(Map.of("m.yaml", Given.bytes(manifest)));
        return Report.of(List.of(POLICY), List.of(result), workflow);
    }

    private static Workflow workflow(FindingCode code, String text) {
        byte[] bytes = Given.bytes(text);
        return code == FindingCode.STALE_BASELINE
                ? Workflow.none().baseline(Baseline.read("baseline.yaml", bytes, Limits.STANDARD))
                : Workflow.none().waivers(Waivers.read("waivers.yaml", bytes, Limits.STANDARD));
    }

    @ParameterizedTest
    @EnumSource(value = FindingCode.class, mode = EnumSource.Mode.MATCH_ALL, names = FindingPagesTest.WORKFLOW)
    void everyPageHasExamplesThatAreTrue(FindingCode code) throws IOException {
        String page = Files.readString(FindingPagesTest.PAGES.resolve(code.id() + ".md"));
        assertTrue(page.startsWith("# " + code.id() + ": " + code.meaning() + "\n"), page);
        assertTrue(page.contains("\n## When a waiver is right\n"), page);
        String manifest = code == FindingCode.WAIVED_UNCHECKED
                ? MANIFEST.replace("purpose: ai-training", "purpose: ai_training")
                : MANIFEST;
        String good = FindingPagesTest.example(page, "Good");
        assertEquals(List.of(), report(manifest, workflow(code, good)).workflow());
        if (code == FindingCode.TOO_MANY_FINDINGS) {
            assertFalse(page.contains("\n## Bad\n"), page);
            return;
        }
        String bad = FindingPagesTest.example(page, "Bad");
        Report report = report(manifest, workflow(code, bad));
        assertEquals(
                List.of(code),
                report.workflow().stream().map(one -> one.finding().code()).toList());
        String schema = code == FindingCode.STALE_BASELINE ? "baseline-1" : "waivers-1";
        assertTrue(takes(schema, bad) && takes(schema, good), page);
    }

    @Test
    void theExampleOfTheFormatIsChecked() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "waivers.md"));
        String example = FindingPagesTest.example("## \n" + page, "");
        Report report = report(MANIFEST, workflow(FindingCode.UNMATCHED_WAIVER, example));
        assertEquals(Ending.PASSED, report.ending(), report.text());
        assertEquals(1, report.checks().get(0).waived());
        assertTrue(takes("waivers-1", example));
    }

    @ParameterizedTest
    @ValueSource(strings = {"waivers-1", "baseline-1"})
    void theSchemaIsItselfASchema(String name) throws IOException {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), meta.validate(text(name), InputFormat.JSON));
    }

    @Test
    void theBaselineThatIsWrittenFollowsTheSchema() throws IOException {
        assertTrue(takes(
                "baseline-1", Baseline.of(report(MANIFEST, Workflow.none())).text()));
    }

    private static String text(String schema) throws IOException {
        try (InputStream in = Gate.class.getResourceAsStream(schema + ".schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean takes(String schema, String yaml) throws IOException {
        String json = JsonDocument.write(
                YamlDocument.read("x.yaml", Given.bytes(yaml), Limits.STANDARD).root());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(schema), InputFormat.JSON)
                .validate(json, InputFormat.JSON)
                .isEmpty();
    }
}
