package dev.datause.gate;

import static dev.datause.gate.DbtGiven.NONE;
import static dev.datause.gate.DbtGiven.manifest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.DocumentException;
import dev.datause.document.Limits;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest that was made from other files than those beside it is not checked. */
class DbtFilesTest {
    @TempDir
    Path project;

    private static String sum(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Given.bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String checked(String of) {
        return manifest()
                .node(
                        "model",
                        "m",
                        "\"columns\": {}, \"checksum\": {\"name\": \"sha256\", \"checksum\": \"" + sum(of) + "\"}, "
                                + NONE,
                        "model.shop.n")
                .json();
    }

    private String problems(String mapping, String manifest, String file) throws IOException {
        Files.createDirectories(project.resolve("models"));
        Files.writeString(project.resolve("models/m.sql"), file);
        DbtMapping given = DbtMapping.of("map.yaml", Given.bytes(mapping));
        return DbtGiven.problems(DbtReader.of(given).comparing(project), manifest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select 1\n", "select 1", "select 1 ", "select 1\n  from X", "select 1 from X", "select1fromx"})
    void everyWayInWhichDbtComputesChecksumsIsKnown(String summed) throws IOException {
        String file = summed.contains("rom") || summed.contains("1f") ? "\nselect 1\n  from X" : "select 1\n";
        if (summed.endsWith(" ")) {
            file = "select 1 ";
        }
        assertEquals("", problems("format: 1\n", checked(summed), file));
        assertEquals("", problems("format: 1\n", checked(summed), file.replace("\n", "\r\n")));
    }

    @Test
    void aFileThatDiffersIsOutOfDate() throws IOException {
        String problems = problems("format: 1\n", checked("select 1"), "select 2");
        assertTrue(problems.startsWith("[DU030] target/manifest.json:"), problems);
        assertTrue(
                problems.contains("the file \"models/m.sql\" is not the one that the manifest was made from"),
                problems);
    }

    @Test
    void aFileThatIsGoneIsOutOfDate() {
        DbtReader reader = DbtReader.of(DbtMapping.standard()).comparing(project);
        assertTrue(DbtGiven.problems(reader, checked("x")).contains("\"models/m.sql\" is not there"));
    }

    @Test
    void aFileOutsideTheProjectIsNotRead() {
        DbtReader reader = DbtReader.of(DbtMapping.standard()).comparing(project);
        String manifest = checked("x").replace("models/m.sql", "../m.sql");
        assertTrue(DbtGiven.problems(reader, manifest).contains("leads out of the project"));
    }

    @Test
    void aFileThatMayDifferIsNamedAndNothingElseIs() throws IOException {
        String mapping = "format: 1\nstale:\n  - {file: models/m.sql, reason: reformatted}\n";
        assertEquals("", problems(mapping, checked("select 1"), "select 2"));
        String problems = problems(mapping, checked("select 1"), "select 1");
        assertTrue(
                problems.contains("[DU031] map.yaml:3:5  the file \"models/m.sql\" is not one that differs"), problems);
    }

    @Test
    void aModelThatTheManifestDoesNotHaveIsOutOfDate() throws IOException {
        Files.createDirectories(project.resolve("models/marts"));
        Files.writeString(project.resolve("models/marts/new.sql"), "select 3");
        Files.writeString(project.resolve("models/marts/off.sql"), "select 4");
        Files.writeString(project.resolve("models/notes.md"), "# Notes");
        String manifest = checked("select 1")
                .replace(
                        "{\n  \"metadata\"",
                        "{\n  \"disabled\": {\"model.shop.off\": [{\"original_file_path\": \"models/marts/off.sql\"}]},\n  \"metadata\"");
        String problems = problems("format: 1\n", manifest, "select 1");
        assertTrue(problems.contains("the file \"models/marts/new.sql\" is not in the manifest"), problems);
        assertEquals(1, problems.lines().count(), problems);
    }

    @Test
    void aModelOfAListOfWhatIsDisabledIsKnown() throws IOException {
        Files.createDirectories(project.resolve("models"));
        Files.writeString(project.resolve("models/off.sql"), "select 4");
        String manifest = checked("select 1")
                .replace(
                        "{\n  \"metadata\"",
                        "{\n  \"disabled\": [{\"original_file_path\": \"models/off.sql\"}],\n  \"metadata\"");
        assertEquals("", problems("format: 1\n", manifest, "select 1"));
    }

    @Test
    void onlyFilesInFoldersOfOwnModelsAndSnapshotsAreLookedFor() throws IOException {
        String manifest = manifest()
                .node("model", "m", "\"columns\": {}, " + NONE)
                .entry("nodes", "snapshot.shop.s", thing("snapshot", "shop", "snapshots/s.sql"))
                .entry("nodes", "seed.shop.d", thing("seed", "shop", "seeds/d.csv"))
                .entry("nodes", "model.dep.m", thing("model", "dep", "lower/m.sql"))
                .entry("nodes", "model.shop.rooted", thing("model", "shop", "/rooted.sql"))
                .entry("nodes", "model.shop.gone", thing("model", "shop", "gone/m.sql"))
                .json();
        for (String folder : List.of("models", "snapshots", "seeds", "lower", "other", "models/folder.sql")) {
            Files.createDirectories(project.resolve(folder));
            Files.writeString(project.resolve(folder + "/new.sql"), "select 1");
        }
        String problems = DbtGiven.problems(DbtReader.of(DbtMapping.standard()).comparing(project), manifest);
        assertEquals(
                List.of("models/folder.sql/new.sql", "models/new.sql", "snapshots/new.sql"),
                Pattern.compile("the file \"(.*?)\" is not in the manifest")
                        .matcher(problems)
                        .results()
                        .map(result -> result.group(1))
                        .toList());
        assertEquals(3, problems.lines().count(), problems);
    }

    private static String thing(String type, String dbtPackage, String file) {
        return "\"resource_type\": \"" + type + "\", \"package_name\": \"" + dbtPackage
                + "\", \"original_file_path\": \"" + file
                + "\", \"columns\": {}, \"depends_on\": {\"nodes\": []}, " + NONE;
    }

    @Test
    void aFileThatIsTooLargeToBeReadIsOutOfDate() throws IOException {
        Files.createDirectories(project.resolve("models"));
        try (RandomAccessFile file =
                new RandomAccessFile(project.resolve("models/m.sql").toFile(), "rw")) {
            file.setLength((64 << 20) + 1);
        }
        DbtReader reader = DbtReader.of(DbtMapping.standard()).comparing(project);
        String problems = DbtGiven.problems(reader, checked("x"));
        assertTrue(problems.contains("the file \"models/m.sql\" cannot be read"), problems);
    }

    @Test
    void aChecksumThatIsNotSha256IsNotCompared() throws IOException {
        for (String checksum : List.of("3", "\"x\"", "null", "{}", "{\"name\": \"none\", \"checksum\": \"\"}")) {
            String manifest = manifest()
                    .node("model", "m", "\"columns\": {}, \"checksum\": " + checksum + ", " + NONE)
                    .json();
            assertEquals("", problems("format: 1\n", manifest, "select 1"));
        }
    }

    @Test
    void withoutSourcesNothingIsCompared() {
        assertEquals("", DbtGiven.problems("", checked("x")));
    }

    private static String node(String name, String dbtPackage, String file) {
        return "\"model.shop." + name + "\": {\"resource_type\": \"model\", \"package_name\": \"" + dbtPackage
                + "\", \"original_file_path\": \"" + file + "\", \"checksum\": {\"name\": \"sha256\", \"checksum\": \""
                + sum("select 1") + "\"}, \"depends_on\": {\"nodes\": []}, \"tags\": [], \"meta\": {}}";
    }

    @Test
    void everyFileIsComparedWhereItsPackageLies() throws IOException {
        String manifest = "{\"metadata\": {\"dbt_schema_version\": \"" + DbtGiven.SCHEMA
                + "\", \"project_name\": \"shop\"}, \"sources\": {}, \"exposures\": {}, \"nodes\": {\n"
                + String.join(
                        ",\n",
                        node("gone", "shop", "models/gone.sql"),
                        node("again", "shop", "models/gone.sql"),
                        node("same", "shop", "models/same.sql"),
                        node("lower", "dep", "models/same.sql"),
                        node("absent", "dep", "models/absent.sql"),
                        node("yaml", "shop", "models/a.yml"),
                        node("yml", "shop", "models/a.yaml"),
                        node("none", "shop", ""),
                        node("bad", "shop", "\\u0000.sql"),
                        node("out", "dep", "../../../x.sql"),
                        node("root", "shop", "root.sql").replace("sha256", "none"))
                + "}}";
        Files.createDirectories(project.resolve("models/more"));
        Files.createDirectories(project.resolve("dbt_packages/dep/models"));
        Files.writeString(project.resolve("models/same.sql"), "select 1");
        Files.writeString(project.resolve("models/more/new.py"), "x");
        Files.writeString(project.resolve("dbt_packages/dep/models/same.sql"), "select 2");
        Files.writeString(project.resolve("dbt_packages/dep/models/new.sql"), "select 3");
        assertEquals("""
                [DU030] target/manifest.json:2:1  the file "models/more/new.py" is not in the manifest; run dbt again, or name the file under "stale" in the mapping
                [DU030] target/manifest.json:2:155  the file "models/gone.sql" is not there; run dbt again, or name the file under "stale" in the mapping
                [DU030] target/manifest.json:5:155  the file "dbt_packages/dep/models/same.sql" is not the one that the manifest was made from; run dbt again, or name the file under "stale" in the mapping
                [DU030] target/manifest.json:10:149  the file "\\u0000.sql" leads out of the project; run dbt again, or name the file under "stale" in the mapping
                [DU030] target/manifest.json:11:152  the file "dbt_packages/dep/../../../x.sql" leads out of the project; run dbt again, or name the file under "stale" in the mapping
                """, DbtGiven.problems(DbtReader.of(DbtMapping.standard()).comparing(project), manifest));
    }

    @Test
    void aMappingInAFileIsReadAtOnce() throws IOException {
        Path file = project.resolve("own.yaml");
        Files.writeString(file, "format: 1\nprefix: own\n");
        DbtMapping mapping = DbtMapping.file("own.yaml", file);
        Files.delete(file);
        assertEquals("own", mapping.rules(Given.SMALL, Limits.STANDARD).prefix());
        assertEquals(
                "no such file",
                assertThrows(DocumentException.class, () -> DbtMapping.file("own.yaml", file))
                        .problems()
                        .get(0)
                        .message());
    }
}
