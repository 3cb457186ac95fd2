package dev.datause.gate;

import com.google.common.graph.GraphBuilder;
import com.google.common.graph.Graphs;
import com.google.common.graph.ImmutableGraph;
import com.google.common.graph.MutableGraph;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which stations lead to the purpose of a {@link Reach}, which itself only tells that all of them do at last: those that
 * lead nowhere else, those that are known to, and of every circle out of which nothing leads the last of its steps.
 */
final class Ends {
    private Ends() {}

    static Set<Integer> of(List<Hop> stations, List<Reach.Edge> edges, Set<Integer> known) {
        MutableGraph<Integer> flows =
                GraphBuilder.directed().allowsSelfLoops(true).build();
        for (int i = 0; i < stations.size(); i++) {
            flows.addNode(i);
        }
        edges.forEach(edge -> flows.putEdge(edge.from(), edge.to()));
        Set<Integer> ends = new TreeSet<>(known);
        for (int i = 0; i < stations.size(); i++) {
            int station = i;
            if (flows.successors(i).stream().allMatch(next -> next == station)) {
                ends.add(i);
            }
        }
        Set<Integer> left = new TreeSet<>(flows.nodes());
        ImmutableGraph<Integer> back = ImmutableGraph.copyOf(Graphs.transpose(flows));
        ends.forEach(end -> left.removeAll(Graphs.reachableNodes(back, end)));
        while (!left.isEmpty()) {
            int end = ofCircle(left.iterator().next(), stations, flows);
            ends.add(end);
            left.removeAll(Graphs.reachableNodes(back, end));
        }
        return ends;
    }

    /** The last step, or the last station, of a circle that is reached from a station and not left again. */
    private static int ofCircle(int from, List<Hop> stations, MutableGraph<Integer> flows) {
        Set<Integer> circle = new TreeSet<>(Graphs.reachableNodes(flows, from));
        for (int station : circle) {
            Set<Integer> smaller = Graphs.reachableNodes(flows, station);
            if (smaller.size() < circle.size()) {
                return ofCircle(station, stations, flows);
            }
        }
        return circle.stream()
                .filter(station -> stations.get(station).kind() == Hop.Kind.STEP)
                .reduce((a, b) -> b)
                .orElse(from);
    }
}
