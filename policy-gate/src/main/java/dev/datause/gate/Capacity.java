package dev.datause.gate;

/**
 * How much a check takes on itself. Beyond {@link Proof} it gives up an exact answer, which is a finding and never a pass; beyond
 * {@link Shown} it says less about what it found, and counts it all the same. Everybody has the {@link #STANDARD} one: others let
 * the tests see on small pipelines what happens on huge ones.
 *
 * @param proof of what is proved
 * @param shown of what is told
 */
record Capacity(Proof proof, Shown shown) {
    static final Capacity STANDARD = new Capacity(Proof.STANDARD, Shown.STANDARD);

    /**
     * Of proofs.
     *
     * @param taints in one place, before they are {@link Taints#TOO_MANY}
     * @param ways that one source's data can have come to one place, before they are {@link GuardSets#UNTOLD}
     * @param waysCompared that are looked through for wider ones
     * @param gathered taints that are put together before the wider ones among them are looked for
     * @param remembered answers that are kept, to be given again
     * @param kept taints in different sets
     * @param work taints that are put together in all
     * @param fieldEdges between steps and the single fields that they write
     */
    record Proof(
            int taints,
            int ways,
            int waysCompared,
            int gathered,
            int remembered,
            long kept,
            long work,
            long fieldEdges) {
        static final Proof STANDARD =
                new Proof(4_096, 64, 512, 1 << 20, 1 << 20, 30_000_000, 2_000_000_000L, 5_000_000);
    }

    /**
     * Of what is told.
     *
     * @param named of findings of which each needs a way or a dataset to be looked for
     * @param searched places and edges on ways, before none is looked for beyond what is needed
     * @param stations of what lies before a purpose
     * @param edges between them
     */
    record Shown(int named, long searched, int stations, int edges) {
        static final Shown STANDARD = new Shown(200, 200_000_000, 200, 2_000);
    }
}
