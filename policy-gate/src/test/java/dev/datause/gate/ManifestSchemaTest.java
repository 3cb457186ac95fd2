package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema takes what the reader takes, and refuses what a schema can refuse. */
class ManifestSchemaTest {
    private static Schema schema() throws IOException {
        try (InputStream in = Gate.class.getResourceAsStream("manifest-1.schema.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        }
    }

    private static String json(String yaml) {
        return JsonDocument.write(
                YamlDocument.read("m.yaml", Given.bytes(yaml), Limits.STANDARD).root());
    }

    private static boolean takes(String json) throws IOException {
        return schema().validate(json, InputFormat.JSON).isEmpty();
    }

    @Test
    void theSchemaIsItselfASchema() throws IOException {
        try (InputStream in = Gate.class.getResourceAsStream("manifest-1.schema.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
            assertEquals(List.of(), meta.validate(text, InputFormat.JSON));
        }
    }

    @Test
    void everyGoodExampleFollowsTheSchema() throws IOException {
        assertTrue(takes(json(Given.VIOLATION)));
        try (Stream<Path> pages = Files.list(Path.of("..", "docs", "findings"))) {
            for (Path page : pages.filter(p -> p.getFileName().toString().matches("DU0[0-3].*")
                            && !p.endsWith(FindingCode.REFUSED_SUMMARY.id() + ".md")
                            && DbtGiven.ABOUT_DBT.stream().noneMatch(code -> p.endsWith(code.id() + ".md")))
                    .toList()) {
                String text = Files.readString(page);
                String good = text.substring(text.indexOf("```yaml\n", text.indexOf("## Good")) + 8);
                assertTrue(takes(json(good.substring(0, good.indexOf("```")))), page.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"format\": 2}",
                "{\"format\": 1, \"dataset\": []}",
                "{\"format\": 1, \"datasets\": []}",
                "{\"format\": 1, \"datasets\": [{\"name\": \"a\"}]}",
                "{\"format\": 1, \"datasets\": [{\"name\": \" a\", \"categories\": [\"x\"]}]}",
                "{\"format\": 1, \"datasets\": [{\"name\": \"a\", \"categories\": [\"x\"], \"noMemberData\": \"y\"}]}",
                "{\"format\": 1, \"datasets\": [{\"name\": \"a\", \"categories\": [\"x\"], \"members\": {\"purpose\": \"p\"}}]}",
                "{\"format\": 1, \"datasets\": [{\"name\": \"a\", \"categories\": [\"x\"], \"collected\": {\"from\": \"2025-13-01\"}}]}",
                "{\"format\": 1, \"pipelines\": [{\"name\": \"a\", \"purpose\": \"p\", \"recipient\": \"r\", \"inputs\": [\"x\"], \"runs\": {}}]}",
                "{\"format\": 1, \"pipelines\": [{\"name\": \"a\", \"purpose\": 3, \"recipient\": \"r\", \"inputs\": [\"x\"]}]}",
                "{\"format\": 1, \"pipelines\": [{\"name\": \"a\", \"purpose\": \"p\", \"recipient\": \"r\", \"inputs\": [\"x\"], \"guards\": {}}]}"
            })
    void whatTheSchemaRefusesTheReaderRefusesToo(String json) throws IOException {
        assertFalse(takes(json));
        GateReport report =
                Gate.of(Given.SMALL_STRICT, Given.AS_OF).check(java.util.Map.of("m.json", Given.bytes(json)));
        assertEquals(List.of(FindingCode.REFUSED_MANIFEST), Given.codes(report), report.text());
    }
}
