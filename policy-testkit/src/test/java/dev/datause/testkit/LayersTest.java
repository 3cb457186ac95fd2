package dev.datause.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** Each layer works with what it needs and nothing else. */
class LayersTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Samples.class.getProtectionDomain().getCodeSource().getLocation());

    private static void knowsNothingOf(String layer, String... packages) {
        noClasses()
                .that()
                .resideInAPackage(layer)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(CLASSES);
    }

    @Test
    void theCoreOfTheKitKnowsNoTestFrameworkAndNoGate() {
        knowsNothingOf(
                "dev.datause.testkit",
                "net.jqwik..",
                "org.junit..",
                "dev.datause.gate..",
                "dev.datause.testkit.jqwik",
                "dev.datause.testkit.junit",
                "dev.datause.testkit.pipeline");
    }

    @Test
    void theLayerForJunitKnowsNeitherJqwikNorTheGate() {
        knowsNothingOf("dev.datause.testkit.junit", "net.jqwik..", "dev.datause.gate..");
    }

    @Test
    void theLayerForJqwikKnowsTheGateOnlyByWayOfManifests() {
        knowsNothingOf("dev.datause.testkit.jqwik", "org.junit..", "dev.datause.gate..");
    }

    @Test
    void theLayerForManifestsKnowsNoTestFramework() {
        knowsNothingOf("dev.datause.testkit.pipeline", "net.jqwik..", "org.junit..");
    }
}
