package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.document.DocumentException;
import dev.datause.document.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Cases in a file under {@code src/test/suites}: {@code == } and a sentence, documents that begin with {@code -- } and
 * their name, and after {@code -> says} all that must be said about them. {@code -Ddatause.suites=write} writes what is
 * said into the file, to be read before it is committed.
 */
final class WrittenCases {
    private static final String SAYS = "-> says\n";

    /** What one case says; may refuse a document. */
    interface Telling {
        String of(Map<String, String> documents);
    }

    /**
     * A case.
     *
     * @param name its sentence
     * @param given its documents as they stand in the file
     * @param expected what must be said
     */
    record Case(String name, String given, String expected) {
        /** The documents by name, in written order. */
        Map<String, String> documents() {
            Map<String, String> documents = new LinkedHashMap<>();
            for (String document : given.split("(?m)^-- ", -1)) {
                if (!document.isBlank()) {
                    int end = document.indexOf('\n');
                    documents.put(document.substring(0, end), document.substring(end + 1));
                }
            }
            return documents;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private WrittenCases() {}

    private static Path file(String suite) {
        return Path.of("src", "test", "suites", suite);
    }

    static List<Case> of(String suite) {
        try {
            List<Case> all = new ArrayList<>();
            String text = Files.readString(file(suite)).replace("\r\n", "\n");
            for (String block : text.split("(?m)^== ", -1)) {
                if (!block.startsWith("#")) {
                    int name = block.indexOf('\n');
                    int says = block.indexOf(SAYS);
                    all.add(new Case(
                            block.substring(0, name),
                            block.substring(name + 1, says),
                            block.substring(says + SAYS.length())));
                }
            }
            assertEquals(all.size(), all.stream().map(Case::name).distinct().count(), "sentences stand twice");
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compares what a case says with what it must say. */
    static void compare(String suite, Case one, Telling telling) {
        String told = told(one, telling);
        if ("write".equals(System.getProperty("datause.suites"))) {
            write(suite, one, told);
        } else {
            assertEquals(one.expected(), told, one.name());
        }
    }

    private static String told(Case one, Telling telling) {
        try {
            return telling.of(one.documents());
        } catch (DocumentException e) {
            return e.problems().stream().map(WrittenCases::line).collect(Collectors.joining());
        }
    }

    private static String line(Problem problem) {
        return problem.document() + ":" + problem.at() + " " + problem.code().id() + " " + problem.message()
                + problem.hint().map(hint -> "; " + hint).orElse("") + "\n";
    }

    private static void write(String suite, Case one, String told) {
        try {
            String text = Files.readString(file(suite));
            String before = "== " + one.name() + "\n" + one.given() + SAYS;
            Files.writeString(file(suite), text.replace(before + one.expected(), before + told));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
