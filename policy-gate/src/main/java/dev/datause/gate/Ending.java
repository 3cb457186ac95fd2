package dev.datause.gate;

/** How a whole check ended, from best to worst: what the build's reports say in one word. */
public enum Ending {
    /** Everything was checked, and nothing counts against it. */
    PASSED("passed"),
    /** There is nothing to check, and somebody declared that this is so. */
    NOTHING_TO_CHECK("nothing-to-check"),
    /** Somebody told the check to do nothing. */
    SKIPPED("skipped"),
    /** Something could not be checked. */
    COULD_NOT_CHECK("could-not-check"),
    /** Something is not permitted. */
    VIOLATIONS("violations");

    private final String word;

    Ending(String word) {
        this.word = word;
    }

    /** The word in reports. */
    public String word() {
        return word;
    }

    /** Whether a build that ended so may go on. */
    public boolean good() {
        return this == PASSED || this == NOTHING_TO_CHECK;
    }

    static Ending of(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> PASSED;
            case COULD_NOT_CHECK -> COULD_NOT_CHECK;
            case VIOLATED -> VIOLATIONS;
        };
    }
}
