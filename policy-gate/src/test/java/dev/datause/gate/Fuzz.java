package dev.datause.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a fuzzer calls: the reader whose name the system property {@code fuzz.target} has. Run by {@code .ci/fuzz}. */
public final class Fuzz {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target", "POLICY"));

    private Fuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGET.takes(bytes);
    }

    /** Writes what a fuzzer begins with into a folder for each reader: a document that it takes, and what was collected. */
    public static void main(String[] arguments) throws IOException {
        for (FuzzTarget target : FuzzTarget.values()) {
            Path folder = Files.createDirectories(Path.of(arguments[1], target.name()));
            Files.writeString(folder.resolve("valid"), target.valid(), StandardCharsets.UTF_8);
            int number = 0;
            for (byte[] bytes : target.collected(Path.of(arguments[0]))) {
                Files.write(folder.resolve("collected-" + number++), bytes);
            }
        }
    }
}
