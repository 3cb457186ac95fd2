package dev.datause;

/** The one shape of a name: ASCII letters, digits, and single {@code - _ .} between them; at most 64 characters. */
final class Names {
    static final int LONGEST = 64;

    private Names() {}

    /** Whether {@code name} has the shape of a name. */
    static boolean wellFormed(String name) {
        boolean word = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean afterWord = word;
            word = letterOrDigit(c);
            if (!word && !(afterWord && separator(c))) {
                return false;
            }
        }
        return word && name.length() <= LONGEST;
    }

    /** Returns {@code name}, or refuses it without repeating it: what is no name may be anything, a person's too. */
    static String checked(String name, String parameter) {
        if (name == null) {
            throw new NullPointerException(parameter);
        }
        if (!wellFormed(name)) {
            throw new IllegalArgumentException(parameter + ": a name is 1 to " + LONGEST
                    + " ASCII letters and digits with single '-', '_' or '.' between");
        }
        return name;
    }

    private static boolean letterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean separator(char c) {
        return c == '-' || c == '_' || c == '.';
    }
}
