package dev.datause.gate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which part of the gate may know which; what is public is compared with {@code api.txt} by the test kit's build. */
@Tag("costly")
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(Gate.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void onlyTheYamlDocumentKnowsTheYamlParser() {
        DescribedPredicate<JavaClass> yaml = JavaClass.Predicates.resideInAPackage("org.snakeyaml..");
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.datause\\.gate\\.YamlDocument.*")
                .should()
                .dependOnClassesThat(yaml)
                .check(CLASSES);
    }
}
