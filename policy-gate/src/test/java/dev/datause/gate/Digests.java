package dev.datause.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of what is written, where the whole of it would fill the repository. */
final class Digests {
    private Digests() {}

    /** A line for one output: its name, its length and its SHA-256. */
    static String line(String name, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String hash = HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            return name + " " + text.length() + " " + hash;
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
