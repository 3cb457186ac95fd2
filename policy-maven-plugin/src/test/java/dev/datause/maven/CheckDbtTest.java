package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What dbt wrote is checked beside manifests of our own, or instead of them. */
class CheckDbtTest {
    private static final String MANIFEST = """
            {
              "metadata": {
                "dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json",
                "generated_at": "2025-11-19T09:00:00.000000Z",
                "project_name": "shop"
              },
              "nodes": {
                "model.shop.sorted": {
                  "resource_type": "model",
                  "unique_id": "model.shop.sorted",
                  "package_name": "shop",
                  "original_file_path": "models/sorted.sql",
                  "checksum": {
                    "name": "sha256",
                    "checksum": "e80e62af29cb8ac4eeb3e0b73a8e671e294e09d2f964e2ede55967ba9ed69415"
                  },
                  "columns": {},
                  "depends_on": {"macros": [], "nodes": ["source.shop.app.letters"]},
                  "tags": [],
                  "meta": {},
                  "config": {"enabled": true, "tags": [], "meta": {}}
                }
              },
              "sources": {
                "source.shop.app.letters": {
                  "resource_type": "source",
                  "unique_id": "source.shop.app.letters",
                  "package_name": "shop",
                  "original_file_path": "models/sources.yml",
                  "columns": {},
                  "tags": ["datause:category=letter"],
                  "meta": {},
                  "config": {"enabled": true, "tags": ["datause:category=letter"], "meta": {}}
                }
              },
              "exposures": {
                "exposure.shop.read": {
                  "resource_type": "exposure",
                  "unique_id": "exposure.shop.read",
                  "package_name": "shop",
                  "original_file_path": "models/exposures.yml",
                  "type": "ml",
                  "depends_on": {"macros": [], "nodes": ["model.shop.sorted"]},
                  "tags": [],
                  "meta": META,
                  "config": {"enabled": true, "tags": [], "meta": META}
                }
              },
              "macros": {},
              "disabled": {},
              "parent_map": {
                "source.shop.app.letters": [],
                "model.shop.sorted": ["source.shop.app.letters"],
                "exposure.shop.read": ["model.shop.sorted"]
              }
            }
            """.replace(
                    "META",
                    "{\"datause\": {\"purpose\": \"reading\", \"recipient\": \"us\", \"guard\": {\"policy\": \"letters\", \"reading\": \"plain\"}}}");
    private static final String GUARD = ", \"guard\": {\"policy\": \"letters\", \"reading\": \"plain\"}";
    private static final String UNABLE = "Could not check: not everything could be checked, see above and, in the"
            + " build's output, policy/check-report.txt";
    private static final String STALE = "the file \"models/sorted.sql\" is not the one that the manifest was made from";

    @TempDir
    private Path root;

    private TestBuild build;

    @BeforeEach
    void aProject() throws IOException {
        build = TestBuild.in(root);
        build.file("dbt/target/manifest.json", MANIFEST);
    }

    /** Elements of {@code <dbt>}, name and value by turns. */
    private TestBuild.Goal check(String... elements) throws IOException {
        return goal("check", elements);
    }

    private TestBuild.Goal goal(String name, String... elements) throws IOException {
        build.kept("shop").clear();
        Xpp3Dom dbt = new Xpp3Dom("dbt");
        for (int i = 0; i < elements.length; i += 2) {
            Xpp3Dom element = new Xpp3Dom(elements[i]);
            element.setValue(elements[i + 1]);
            dbt.addChild(element);
        }
        Xpp3Dom metadata = new Xpp3Dom("metadata");
        metadata.addChild(dbt);
        return build.goal(name).set("asOf", "2025-11-20").set(metadata);
    }

    private TestBuild.Goal checkAll(String... more) throws IOException {
        String[] elements = new String[more.length + 2];
        elements[0] = "manifest";
        elements[1] = "dbt/target/manifest.json";
        System.arraycopy(more, 0, elements, 2, more.length);
        return check(elements);
    }

    @Test
    void anExposureIsAPipeline() throws Exception {
        String told = checkAll().passes();
        assertTrue(told.contains("policy: 0 findings in 1 pipeline, 2 datasets, 1 step"), told);

        build.file("dbt/target/manifest.json", MANIFEST.replace(GUARD, ""));
        assertTrue(checkAll().violated().startsWith("Violated: "));
    }

    @Test
    void pipelinesOfOurOwnCountToo() throws Exception {
        build.file("pipelines/read.yaml", TestBuild.GUARDED);

        String told = checkAll().passes();
        assertTrue(told.contains("policy: 0 findings in 2 pipelines, 3 datasets, 1 step"), told);
    }

    @Test
    void whatItsElementsSayMustBeSo() throws Exception {
        assertEquals("Could not check: metadata: <dbt> names no <manifest>", check().unable());
        assertEquals(
                "Could not check: metadata: <project> dbt has no dbt_project.yml",
                checkAll("project", "dbt").unable());
        assertEquals(
                "Could not check: metadata: <maxAgeDays> is a number of days, 0 or more",
                checkAll("maxAgeDays", "-1").unable());
        assertEquals(
                "Could not check: 1 problem in a document, see above",
                checkAll("mapping", "mapping.yaml").unable());
        assertEquals("[ERROR] [DP001] mapping.yaml:1:1  no such file", build.told());
    }

    @Test
    void aManifestThatIsNotThereIsNoPass() throws Exception {
        assertEquals(UNABLE, check("manifest", "target/manifest.json").unable());
    }

    @Test
    void aManifestIsNoOlderThanIsAllowed() throws Exception {
        checkAll("maxAgeDays", "1").passes();
        assertEquals(UNABLE, checkAll("maxAgeDays", "0").unable());
        String told = build.told();
        assertTrue(told.contains("the manifest was generated on 2025-11-19, before 2025-11-20"), told);
    }

    @Test
    void aMappingSaysWhatTagsMean() throws Exception {
        build.file("dbt/target/manifest.json", MANIFEST.replace("datause:category=letter", "post"));
        build.file("mapping.yaml", """
                format: 1
                rules:
                  - where: {tag: post}
                    says: {categories: [letter]}
                """);

        checkAll("mapping", "mapping.yaml").passes();
        assertEquals(UNABLE, checkAll().unable());
    }

    @Test
    void aManifestIsComparedWithTheProjectThatIsNamed() throws Exception {
        build.file("elsewhere/dbt_project.yml", "name: shop\n");
        build.file("elsewhere/models/sorted.sql", "select * from app.letters\n");

        checkAll().passes();
        assertEquals(UNABLE, checkAll("project", "elsewhere").unable());
        assertTrue(build.told().contains(STALE));
    }

    @Test
    void otherwiseItIsComparedWithTheProjectBesideItOrAboveIt() throws Exception {
        build.file("dbt_project.yml", "name: shop\n");
        build.file("models/sorted.sql", "select * from app.letters\n");
        // Two folders above: not that of the manifest.
        checkAll().passes();

        build.file("dbt/dbt_project.yml", "name: shop\n");
        build.file("dbt/models/sorted.sql", "select * from app.letters\n");
        assertEquals(UNABLE, checkAll().unable());
        assertTrue(build.told().contains(STALE));

        build.file("manifest.json", MANIFEST);
        assertEquals(UNABLE, check("manifest", "manifest.json").unable());
        assertTrue(build.told().contains(STALE));
    }

    @Test
    void aProjectAboveTheModuleIsNotTheOneOfItsManifest() throws Exception {
        build = TestBuild.in(root, "model");
        build.file("dbt_project.yml", "name: shop\n");
        build.file("models/sorted.sql", "select * from app.letters\n");
        build.file("model/manifest.json", MANIFEST);

        check("manifest", "manifest.json").in("model").passes();
    }

    @Test
    void modulesAreCheckedTogetherWithIt() throws Exception {
        build = TestBuild.in(root, "model");
        TestBuild.Goal aggregate =
                goal("check-aggregate", "manifest", "dbt/target/manifest.json").set("withoutVerdict", "shop,model");

        String told = aggregate.passes();
        assertTrue(told.contains("policy: 0 findings in 1 pipeline, 2 datasets, 1 step"), told);
        build.kept("shop").clear();
        build.file("dbt/target/manifest.json", MANIFEST.replace(GUARD, ""));
        assertTrue(aggregate.violated().startsWith("Violated: "));
        build.kept("shop").clear();
        Files.delete(root.resolve("dbt/target/manifest.json"));
        assertTrue(aggregate.unable().startsWith("Could not check: not everything could be checked"));
    }

    @Test
    void aBaselineHoldsWhatIsFoundInItToo() throws Exception {
        build.file("dbt/target/manifest.json", MANIFEST.replace(GUARD, ""));

        assertEquals(
                "[WARNING] policy:baseline: 1 finding in policy-baseline.json, grown by 1, shrunk by 0",
                goal("baseline", "manifest", "dbt/target/manifest.json")
                        .set("baseline", "policy-baseline.json")
                        .set("ci", "true")
                        .passes());
        checkAll().set("baseline", "policy-baseline.json").passes();
    }
}
