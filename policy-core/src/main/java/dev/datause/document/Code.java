package dev.datause.document;

/** The code of a kind of problem. A code is forever: it is never given to another kind, and each has a page under {@code docs/findings}. */
public interface Code {
    /** The code as printed, such as {@code DP014}. */
    String id();

    /** What it means, in one line. */
    String meaning();
}
