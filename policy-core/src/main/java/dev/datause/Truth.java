package dev.datause;

/** What a condition is about a use. */
public enum Truth {
    /** It holds. */
    TRUE,
    /** It does not hold. */
    FALSE,
    /** A fact that it needs is unknown. */
    UNKNOWN
}
