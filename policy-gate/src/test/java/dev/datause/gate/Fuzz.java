package dev.datause.gate;

/** What a fuzzer calls: the reader whose name the system property {@code fuzz.target} has. Run by {@code .ci/fuzz}. */
public final class Fuzz {
    private static final FuzzTarget TARGET = FuzzTarget.valueOf(System.getProperty("fuzz.target", "POLICY"));

    private Fuzz() {}

    /** One input. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        TARGET.take(bytes);
    }
}
