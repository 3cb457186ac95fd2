package dev.datause.gate;

/**
 * How much of what there was to check was checked. Counted are documents, the inputs of steps, and tagged datasets and
 * fields; a pipeline without inputs counts as one.
 *
 * @param seen what there was
 * @param understood what was checked, whatever the result
 * @param ignored what readers left aside by rule, such as a disabled model
 * @param couldNotCheck the rest; nothing passes unless this is none
 */
public record Completeness(int seen, int understood, int ignored, int couldNotCheck) {
    /** Refuses counts that do not add up. */
    public Completeness {
        if (understood < 0 || ignored < 0 || couldNotCheck < 0 || seen != understood + ignored + couldNotCheck) {
            throw new IllegalArgumentException("seen: is the sum of the others");
        }
    }
}
