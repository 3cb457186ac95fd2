package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading and writing on machines with other habits, each in a virtual machine of its own. */
class PolicyLocaleTest {
    @ParameterizedTest
    @CsvSource({
        "tr, TR, Pacific/Kiritimati, ISO-8859-9",
        "ar, EG, America/New_York, UTF-16",
        "fa, IR, Etc/GMT+12, US-ASCII",
        "th, TH, Asia/Bangkok, UTF-8"
    })
    void readsWritesAndRefusesByteForByteTheSame(String language, String country, String zone, String encoding)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-Duser.timezone=" + zone,
                        "-Dfile.encoding=" + encoding,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PolicyLocaleTest.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals(report(), printed);
    }

    @Test
    void saysSomethingThatCouldDiffer() {
        assertFalse(report().isBlank());
    }

    /** Run in the other virtual machine. */
    public static void main(String[] none) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(report());
    }

    private static String report() {
        StringBuilder report = new StringBuilder(PolicyJson.contentHash(ExamplePolicy.POLICY));
        report.append('\n').append(PolicyJson.write(ExamplePolicy.POLICY));
        String json = ExamplePolicy.withCondition(
                "{\"any\": [{\"age\": {\"atLeast\": 151, \"at\": \"use\"}}, {\"flag\": \"REASON-TO-BELIEVE-MINOR\"},"
                        + " {\"located\": {\"in\": [\"İ\"], \"at\": \"use\"}}, {\"used\": {\"from\": \"٢٠٢٥-١١-٠٣\"}}]}");
        ExamplePolicy.problems(json.replace("[\"GB\"], \"count\": 1", "[\"ie\"], \"count\": 17"))
                .forEach(problem -> report.append(problem).append('\n'));
        return report.toString();
    }
}
