package dev.datause.gate;

/** The outcome of a check, from best to worst; of several, the worst wins. */
public enum Verdict {
    /** Everything was checked, and every use that passes is permitted. */
    PASSED,
    /** Something could not be checked: an inability, which is never a pass. */
    COULD_NOT_CHECK,
    /** Something is not permitted, whatever else could not be checked. */
    VIOLATED;

    /** The worse of the two. */
    public Verdict and(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
