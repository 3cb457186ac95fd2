package dev.datause.gate;

/**
 * How much of what there was to check was checked. Counted are manifests and inputs of pipelines; a pipeline without
 * inputs counts as one.
 *
 * @param seen what there was
 * @param understood what was checked, whatever the result
 * @param couldNotCheck the rest
 */
public record Completeness(int seen, int understood, int couldNotCheck) {
    /** Refuses counts that do not add up. */
    public Completeness {
        if (understood < 0 || couldNotCheck < 0 || seen != understood + couldNotCheck) {
            throw new IllegalArgumentException("seen: is the sum of the others");
        }
    }
}
