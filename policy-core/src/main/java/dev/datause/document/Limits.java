package dev.datause.document;

/**
 * How much of a document is taken. What exceeds a limit is refused as a whole, and the problem names the limit.
 *
 * @param fileBytes bytes of a file
 * @param depth objects and lists inside each other, at most 1,000: readers follow nesting by recursion
 * @param textLength UTF-16 units of a text
 * @param nameLength UTF-16 units of a key, at most 50,000
 * @param digits characters of a number
 * @param tokens keys, values, and ends of objects and lists
 * @param keys keys of one object
 */
public record Limits(int fileBytes, int depth, int textLength, int nameLength, int digits, int tokens, int keys) {
    /** 16 MiB, depth 64, 64 Ki units of text, 1,024 of a key, 32 characters of a number, 4,000,000 tokens, 100,000 keys. */
    public static final Limits STANDARD = new Limits(16 << 20, 64, 64 << 10, 1_024, 32, 4_000_000, 100_000);

    private static final int DEEPEST = 1_000;

    private static final int LONGEST_NAME = 50_000;

    /** Refuses limits below one, a depth above 1,000 and a length of a key above 50,000. */
    public Limits {
        positive(fileBytes, "fileBytes");
        positive(depth, "depth");
        positive(textLength, "textLength");
        positive(nameLength, "nameLength");
        positive(digits, "digits");
        positive(tokens, "tokens");
        positive(keys, "keys");
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("depth: at most " + DEEPEST);
        }
        if (nameLength > LONGEST_NAME) {
            throw new IllegalArgumentException("nameLength: at most " + LONGEST_NAME);
        }
    }

    private static void positive(int limit, String name) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + ": a limit is at least 1");
        }
    }

    /** These limits with another number of bytes of a file. */
    public Limits withFileBytes(int value) {
        return new Limits(value, depth, textLength, nameLength, digits, tokens, keys);
    }

    /** These limits with another depth. */
    public Limits withDepth(int value) {
        return new Limits(fileBytes, value, textLength, nameLength, digits, tokens, keys);
    }

    /** These limits with another length of a text. */
    public Limits withTextLength(int value) {
        return new Limits(fileBytes, depth, value, nameLength, digits, tokens, keys);
    }

    /** These limits with another length of a key. */
    public Limits withNameLength(int value) {
        return new Limits(fileBytes, depth, textLength, value, digits, tokens, keys);
    }

    /** These limits with another length of a number. */
    public Limits withDigits(int value) {
        return new Limits(fileBytes, depth, textLength, nameLength, value, tokens, keys);
    }

    /** These limits with another number of tokens. */
    public Limits withTokens(int value) {
        return new Limits(fileBytes, depth, textLength, nameLength, digits, value, keys);
    }

    /** These limits with another number of keys of one object. */
    public Limits withKeys(int value) {
        return new Limits(fileBytes, depth, textLength, nameLength, digits, tokens, value);
    }
}
