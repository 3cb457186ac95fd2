package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.datause.LinkedIn;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema of mappings takes what the reader takes, and refuses what a schema can refuse. */
class DbtSchemaTest {
    private static String schemaText() throws IOException {
        try (InputStream in = Gate.class.getResourceAsStream("dbt-mapping-1.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean takes(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(), InputFormat.JSON);
        String json = JsonDocument.write(
                YamlDocument.read("m.yaml", Given.bytes(yaml), Limits.STANDARD).root());
        return schema.validate(json, InputFormat.JSON).isEmpty();
    }

    private static String rule(String rule) {
        return "{format: 1, rules: [" + rule + "]}";
    }

    @Test
    void theSchemaIsItselfASchema() throws IOException {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), meta.validate(schemaText(), InputFormat.JSON));
    }

    @Test
    void theMappingInTheDocumentationIsTakenByBoth() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "dbt.md"));
        int begin = page.indexOf("```yaml\nformat: 1") + "```yaml\n".length();
        String mapping = page.substring(begin, page.indexOf("```\n", begin));
        assertTrue(takes(mapping), mapping);
        DbtRules rules = DbtMapping.of("m.yaml", Given.bytes(mapping))
                .rules(LinkedIn.strict().policy(), Limits.STANDARD);
        assertEquals(7, rules.rules().size());
    }

    @Test
    void theMappingOfTheExampleIsTakenByBoth() throws IOException {
        byte[] mapping = Files.readAllBytes(Path.of("..", "examples", "dbt", "datause-dbt.yaml"));
        assertTrue(takes(new String(mapping, StandardCharsets.UTF_8)));
        assertFalse(DbtMapping.of("m.yaml", mapping)
                .rules(LinkedIn.strict().policy(), Limits.STANDARD)
                .rules()
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{where: {tag: a}, says: {noMemberData: b}, mayMatchNothing: c}",
                "{where: {tagLike: a*, on: [source, column], idLike: x}, says: {categories: a}}",
                "{where: {meta: {key: [a, b], value: true}}, says: {nothing: b}}",
                "{where: {on: exposure, type: ml}, says: {purpose: [a, b], recipient: c, runs: {from: 2026-01-01}}}",
                "{where: {id: a}, says: {guard: {policy: a, reading: b, purpose: c, recipient: d}, guards: [{flag: x}]}}",
                "{where: {id: a}, says: {breaks: [{categories: [a], method: aggregation, minimumGroup: 2, owner: a, reason: b, until: 2026-01-01}]}}"
            })
    void whatTheReaderTakesTheSchemaTakes(String rule) throws IOException {
        assertTrue(takes(rule(rule)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{where: {tag: a}}",
                "{says: {nothing: a}}",
                "{where: {}, says: {nothing: a}}",
                "{where: {tag: a}, says: {}}",
                "{where: {tag: a, tagLike: b}, says: {nothing: a}}",
                "{where: {on: modle}, says: {nothing: a}}",
                "{where: {meta: {key: a, value: b, valueLike: c}}, says: {nothing: a}}",
                "{where: {meta: {value: b}}, says: {nothing: a}}",
                "{where: {tag: a}, says: {purposes: a}}",
                "{where: {tag: a}, says: {guard: {policy: a, reading: b, recipient: d}}}",
                "{where: {tag: a}, says: {breaks: [{categories: [a], method: aggregation, owner: a, reason: b}]}}",
                "{where: {tag: a}, says: {breaks: [{categories: [a], method: anonymisation, minimumGroup: 2, owner: a, reason: b}]}}",
                "{where: {tag: a}, says: {breaks: [{categories: [a], method: anonymisation, owner: a}]}}",
                "{where: {tag: a}, says: {members: {purpose: a}}}",
                "{where: {tag: a}, says: {collected: {}}}"
            })
    void whatASchemaCanRefuseIsRefusedByBoth(String rule) throws IOException {
        assertFalse(takes(rule(rule)));
        assertFalse(DbtGiven.problems(rule(rule), DbtGiven.VIOLATION).isEmpty());
    }
}
