package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.datause.document.DocumentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbtTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 1);

    @TempDir
    Path base;

    private final Dbt dbt = new Dbt();

    @BeforeEach
    void aManifest() throws IOException {
        dbt.manifest = "target/manifest.json";
        Files.createDirectories(base.resolve("target"));
    }

    private String refused() {
        return assertThrows(MojoExecutionException.class, () -> dbt.read(base, DAY))
                .getMessage();
    }

    @Test
    void itsReaderReadsThatFileAndNoOther() throws MojoExecutionException {
        ForeignMetadata.Read read = dbt.read(base, DAY);
        assertEquals(base.resolve("target/manifest.json"), read.file());
        assertTrue(read.reader().reads("target/manifest.json"));
        assertFalse(read.reader().reads("manifest.json"));
    }

    @Test
    void withoutAManifestNothingCanBeChecked() {
        dbt.manifest = " ";
        assertEquals("Could not check: metadata: <dbt> names no <manifest>", refused());
        dbt.manifest = null;
        assertEquals("Could not check: metadata: <dbt> names no <manifest>", refused());
    }

    @Test
    void noPathLeadsOutOfTheModule() {
        dbt.manifest = "../target/manifest.json";
        assertEquals("Could not check: manifest: the path leads out of the build", refused());
        dbt.manifest = "target/manifest.json";
        dbt.mapping = "../mapping.yaml";
        assertEquals("Could not check: mapping: the path leads out of the build", refused());
        dbt.mapping = null;
        dbt.project = "..";
        assertEquals("Could not check: project: the path leads out of the build", refused());
    }

    @Test
    void aMappingThatIsNotThereIsAProblem() {
        dbt.mapping = "mapping.yaml";
        DocumentException refused = assertThrows(DocumentException.class, () -> dbt.read(base, DAY));
        assertTrue(refused.getMessage().contains("mapping.yaml:1:1  no such file"), refused.getMessage());
    }

    @Test
    void aProjectHasItsFile() throws IOException, MojoExecutionException {
        dbt.project = "shop";
        assertEquals("Could not check: metadata: <project> shop has no dbt_project.yml", refused());
        Files.createDirectories(base.resolve("shop"));
        Files.writeString(base.resolve("shop/dbt_project.yml"), "name: shop\n");
        dbt.read(base, DAY);
    }

    @Test
    void anAgeIsANumberOfDays() {
        dbt.maxAgeDays = -1;
        assertEquals("Could not check: metadata: <maxAgeDays> is a number of days, 0 or more", refused());
    }
}
