package dev.datause.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.datause.DataUsePolicy;
import dev.datause.gate.Gate;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is public is promised: it is listed in each module's {@code api.txt}, and keeps the rules of the house. One test for
 * all modules that publish an API; this module sees them all.
 */
class PublicApiTest {
    private static final Set<String> OF_EVERY_TYPE = Set.of("equals", "hashCode", "toString", "values", "valueOf");

    private static final Map<Module, JavaClasses> CLASSES = Stream.of(Module.values())
            .collect(Collectors.toMap(
                    module -> module,
                    module -> new ClassFileImporter()
                            .importUrl(module.type
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation())));

    /** The modules that publish an API. */
    enum Module {
        CORE("policy-core", DataUsePolicy.class),
        GATE("policy-gate", Gate.class),
        TESTKIT("policy-testkit", Samples.class);

        private final String folder;
        private final Class<?> type;

        Module(String folder, Class<?> type) {
            this.folder = folder;
            this.type = type;
        }

        private JavaClasses classes() {
            return CLASSES.get(this);
        }

        private List<Class<?>> promised() {
            return classes().stream()
                    .<Class<?>>map(JavaClass::reflect)
                    .filter(PublicApiTest::isPromised)
                    .sorted((a, b) -> a.getName().compareTo(b.getName()))
                    .collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theApiIsTheOneThatIsPromised(Module module) throws IOException {
        String actual = String.join("\n", api(module)) + "\n";
        String list = module.folder + "-api.txt";
        Files.writeString(Path.of("target", list), actual);
        Path listed = Path.of("..", module.folder, "api.txt");
        String promised = Files.exists(listed) ? Files.readString(listed) : "";
        assertEquals(
                promised,
                actual,
                "the public API changed; if that is meant, copy policy-testkit/target/" + list + " to " + module.folder
                        + "/api.txt");
    }

    @ParameterizedTest
    @EnumSource
    void noTypeOfAThirdPartyStandsInAPublicSignature(Module module) {
        List<String> foreign = new ArrayList<>();
        for (Class<?> type : module.promised()) {
            Stream<Class<?>> mentioned = Stream.concat(
                    members(type).flatMap(PublicApiTest::mentioned),
                    Stream.concat(Stream.of(type.getInterfaces()), Stream.ofNullable(type.getSuperclass())));
            mentioned
                    .map(PublicApiTest::element)
                    .filter(t -> !t.isPrimitive()
                            && !t.getName().startsWith("java.")
                            && !t.getName().startsWith("dev.datause.")
                            && !isForItsFramework(type, t))
                    .forEach(t -> foreign.add(type.getName() + " mentions " + t.getName()));
        }
        assertEquals(List.of(), foreign);
    }

    /** What a test framework is to find is of the framework's types. */
    private static boolean isForItsFramework(Class<?> type, Class<?> mentioned) {
        return type.getPackageName().equals("dev.datause.testkit.jqwik")
                && mentioned.getName().startsWith("net.jqwik.api.");
    }

    private static Class<?> element(Class<?> type) {
        return type.isArray() ? element(type.getComponentType()) : type;
    }

    private static Stream<Class<?>> mentioned(Member member) {
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

    private static boolean isPromised(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isPromised(outer));
    }

    private static Stream<Member> members(Class<?> type) {
        Stream<? extends Member> all = Stream.of(
                        type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream);
        return all.<Member>map(m -> m)
                .filter(m -> !m.isSynthetic())
                .filter(m -> Modifier.isPublic(m.getModifiers()) || Modifier.isProtected(m.getModifiers()))
                .filter(m -> !OF_EVERY_TYPE.contains(m.getName()));
    }

    private static List<String> api(Module module) {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : module.promised()) {
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

    private static String text(Member member) {
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

    @ParameterizedTest
    @EnumSource
    void namesAreNounsFromTheVocabulary(Module module) {
        classes()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Processor|Context)")
                .check(module.classes());
    }

    @ParameterizedTest
    @EnumSource
    void throwablesAreFinalAndUnchecked(Module module) {
        classes()
                .that()
                .areAssignableTo(Exception.class)
                .should()
                .beAssignableTo(RuntimeException.class)
                .allowEmptyShould(true)
                .check(module.classes());
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(module.classes());
    }

    @ParameterizedTest
    @EnumSource
    void nothingStaticIsMutable(Module module) {
        fields().that().areStatic().should().beFinal().check(module.classes());
    }
}
