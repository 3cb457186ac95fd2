package dev.datause;

/** An exact answer would take more than the limit; nothing was sampled instead, so nothing was proved. */
public final class AnalysisLimitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says how much would be needed.
     *
     * @param what what there is too much of
     * @param count how many there are
     * @param limit how many are taken
     */
    public AnalysisLimitException(String what, long count, long limit) {
        super("an exact answer needs " + count + " " + what + ", more than the limit of " + limit);
    }
}
