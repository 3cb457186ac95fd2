package dev.datause.gate;

import java.util.List;
import java.util.Objects;

/**
 * All that flows to one purpose: the part of the lineage from which it can be reached.
 *
 * @param purpose the purpose
 * @param stations datasets and steps, sorted by kind and name
 * @param edges from where to where data flows, sorted
 * @param whole whether this is all of it; of very many stations only the nearest stand here
 */
public record Reach(String purpose, List<Hop> stations, List<Edge> edges, boolean whole) {
    /** Copies the lists; refuses an edge between stations that are not there. */
    public Reach {
        Objects.requireNonNull(purpose, "purpose");
        stations = List.copyOf(stations);
        edges = List.copyOf(edges);
        for (Edge edge : edges) {
            if (edge.from < 0 || edge.from >= stations.size() || edge.to < 0 || edge.to >= stations.size()) {
                throw new IllegalArgumentException("edges: one leads to no station");
            }
        }
    }

    /**
     * Data flows.
     *
     * @param from the position of the station it comes from
     * @param to the position of the station it goes to
     */
    public record Edge(int from, int to) {}
}
