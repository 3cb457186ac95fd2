package dev.datause;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which part of the core may know which; what is public is compared with {@code api.txt} by the test kit's build. */
@Tag("costly")
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(DataUsePolicy.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void documentsKnowNothingOfPolicies() {
        noClasses()
                .that()
                .resideInAPackage("dev.datause.document")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.datause")
                .check(CLASSES);
    }

    @Test
    void onlyTheJsonDocumentKnowsJackson() {
        DescribedPredicate<JavaClass> jackson = JavaClass.Predicates.resideInAPackage("com.fasterxml..");
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.datause\\.document\\.JsonDocument.*")
                .should()
                .dependOnClassesThat(jackson)
                .check(CLASSES);
    }
}
