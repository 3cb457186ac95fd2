package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edges lead from a station that is there to one that is there. */
class ReachTest {
    private static Reach reach(Reach.Edge edge) {
        Hop raw = new Hop(Hop.Kind.DATASET, "raw", Optional.empty(), Optional.empty());
        Hop train = new Hop(Hop.Kind.STEP, "train", Optional.empty(), Optional.empty());
        return new Reach("training", List.of(raw, train), List.of(edge), true);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "1, 0", "1, 1"})
    void anEdgeBetweenStationsIsTaken(int from, int to) {
        Reach.Edge edge = new Reach.Edge(from, to);
        assertEquals(List.of(edge), reach(edge).edges());
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "2, 0", "0, -1", "0, 2"})
    void anEdgeThatLeadsToNoStationIsRefused(int from, int to) {
        assertThrows(IllegalArgumentException.class, () -> reach(new Reach.Edge(from, to)));
    }
}
