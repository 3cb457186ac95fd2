package dev.datause.analysis;

/** What a lint finding can be about. Each has a page under {@code docs/findings}. */
public enum LintCode {
    /** No use meets the rule's condition in any reading. */
    DEAD_RULE("PL001", Severity.WARNING, "a rule that never applies"),
    /** Without the rule everything is decided alike; only grounds change. */
    SHADOWED_RULE("PL002", Severity.INFO, "a rule that changes no decision"),
    /** Without the part the rules apply to the same uses, whatever the answers. */
    REDUNDANT_PART("PL003", Severity.WARNING, "a part of a condition that changes nothing"),
    /** A permission and a prohibition are both certainly true of a use. */
    CONFLICT("PL004", Severity.INFO, "a prohibition that takes back what is permitted"),
    /** No rule says anything about some uses. */
    SILENCE("PL005", Severity.INFO, "uses about which no rule speaks"),
    /** Nothing is ever permitted for a purpose. */
    NEVER_PERMITTED("PL006", Severity.WARNING, "a purpose for which nothing is ever permitted"),
    /** A kind of use is permitted whatever is so. */
    ALWAYS_PERMITTED("PL007", Severity.INFO, "a kind of use that is always permitted"),
    /** No rule depends on a word. */
    UNUSED_WORD("PL008", Severity.WARNING, "a word that nothing uses"),
    /** Another answer to the question changes no decision. */
    IDLE_QUESTION("PL009", Severity.WARNING, "a question whose answer changes nothing"),
    /** No reading picks the answer. */
    UNPICKED_ANSWER("PL010", Severity.INFO, "an answer that no reading picks");

    /** How much a finding weighs. */
    public enum Severity {
        /** Probably not meant. */
        WARNING,
        /** Worth knowing. */
        INFO
    }

    private final String id;
    private final Severity severity;
    private final String meaning;

    LintCode(String id, Severity severity, String meaning) {
        this.id = id;
        this.severity = severity;
        this.meaning = meaning;
    }

    /** The code, such as {@code PL001}. */
    public String id() {
        return id;
    }

    /** How much it weighs. */
    public Severity severity() {
        return severity;
    }

    /** What it is about, in a few words. */
    public String meaning() {
        return meaning;
    }
}
