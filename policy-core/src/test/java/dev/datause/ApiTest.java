package dev.datause;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is public is promised: it is listed in {@code api.txt}, and keeps the rules of the house. */
class ApiTest {
    private static final Path PROMISED = Path.of("api.txt");
    private static final Path ACTUAL = Path.of("target", "api.txt");
    private static final Set<String> OF_EVERY_TYPE = Set.of("equals", "hashCode", "toString", "values", "valueOf");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .importUrl(DataUsePolicy.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theApiIsTheOneThatIsPromised() throws IOException {
        String actual = String.join("\n", api()) + "\n";
        Files.writeString(ACTUAL, actual);
        String promised = Files.exists(PROMISED) ? Files.readString(PROMISED) : "";
        assertEquals(
                promised,
                actual,
                "the public API changed; if that is meant, copy policy-core/target/api.txt to policy-core/api.txt");
    }

    @Test
    void noTypeOfAThirdPartyStandsInAPublicSignature() {
        List<String> foreign = new ArrayList<>();
        for (Class<?> type : promised()) {
            Stream<Class<?>> mentioned = Stream.concat(
                    members(type).flatMap(ApiTest::mentioned),
                    Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass())));
            mentioned
                    .map(ApiTest::element)
                    .filter(t -> !t.isPrimitive()
                            && !t.getName().startsWith("java.")
                            && !t.getName().startsWith("dev.datause."))
                    .forEach(t -> foreign.add(type.getName() + " mentions " + t.getName()));
        }
        assertEquals(List.of(), foreign);
    }

    private static Class<?> element(Class<?> type) {
        return type.isArray() ? element(type.getComponentType()) : type;
    }

    private static Stream<Class<?>> mentioned(java.lang.reflect.Member member) {
        if (member instanceof Field field) {
            return Stream.of(field.getType());
        }
        Executable executable = (Executable) member;
        Stream<Class<?>> result =
                executable instanceof Method method ? Stream.of(method.getReturnType()) : Stream.empty();
        Stream<Class<?>> inputs = Stream.of(executable.getParameterTypes(), executable.getExceptionTypes())
                .flatMap(Arrays::stream);
        return Stream.concat(result, inputs);
    }

    private static List<Class<?>> promised() {
        return CLASSES.stream()
                .<Class<?>>map(JavaClass::reflect)
                .filter(ApiTest::isPromised)
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .collect(Collectors.toList());
    }

    private static boolean isPromised(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPromised(outer));
    }

    private static Stream<java.lang.reflect.Member> members(Class<?> type) {
        Stream<? extends java.lang.reflect.Member> all = Stream.of(
                        type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream);
        return all.<java.lang.reflect.Member>map(m -> m)
                .filter(m -> !m.isSynthetic())
                .filter(m -> Modifier.isPublic(m.getModifiers()) || Modifier.isProtected(m.getModifiers()))
                .filter(m -> !OF_EVERY_TYPE.contains(m.getName()));
    }

    private static List<String> api() {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : promised()) {
            String kind =
                    type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
            String sealed = type.isSealed() ? "sealed " : "";
            lines.add(sealed + kind + " " + type.getName());
            Set<String> members = new TreeSet<>();
            members(type).forEach(member -> members.add("  " + text(member)));
            lines.addAll(members);
        }
        return lines;
    }

    private static String text(java.lang.reflect.Member member) {
        String whole = member instanceof Method method
                ? method.toGenericString()
                : member instanceof Constructor<?> made ? made.toGenericString() : ((Field) member).toGenericString();
        String type = member.getDeclaringClass().getName();
        return whole.replace(type + "." + member.getName(), member.getName())
                .replace("public ", "")
                .replace("final ", "")
                .replace("abstract ", "")
                .replace("java.lang.", "")
                .replace("java.util.", "")
                .replace("dev.datause.", "");
    }

    @Test
    void namesAreNounsFromTheVocabulary() {
        classes()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Processor|Context)")
                .check(CLASSES);
    }

    @Test
    void exceptionsAreFinalAndUnchecked() {
        classes()
                .that()
                .areAssignableTo(Exception.class)
                .should()
                .beAssignableTo(RuntimeException.class)
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .check(CLASSES);
    }

    @Test
    void nothingStaticIsMutable() {
        com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields()
                .that()
                .areStatic()
                .should()
                .beFinal()
                .check(CLASSES);
    }

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
