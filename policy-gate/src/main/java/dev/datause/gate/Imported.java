package dev.datause.gate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What summaries of other modules brought: for each kind of data that one of their datasets carries a source of its own, which no
 * name from outside can be that of, and the way that the data came there.
 */
final class Imported {
    /** Stands between the name of a module and that of a file in it. */
    static final String INSIDE = "!/";

    /** No name that a reader takes begins so. */
    private static final char MARK = '\u0000';

    private final Map<String, List<Hop>> ways = new HashMap<>();
    private final Map<String, String> origins = new HashMap<>();

    /** A name for the next source, which is like no other. */
    String name() {
        return MARK + "source " + ways.size();
    }

    /** Remembers how the data of a source came to its dataset; the dataset itself is not part of the way. */
    void way(String name, List<Hop> way, String dataset) {
        ways.put(name, List.copyOf(way));
        origins.put(name, way.isEmpty() ? dataset : way.get(0).name());
    }

    static boolean is(String name) {
        return !name.isEmpty() && name.charAt(0) == MARK;
    }

    /** Where a document has such a name, which none may: what is called so would not be checked as its own. */
    static Optional<Location> in(Metadata metadata) {
        for (Dataset dataset : metadata.datasets()) {
            if (is(dataset.name().value())) {
                return Optional.of(dataset.name().at());
            }
        }
        for (Step step : metadata.steps()) {
            Optional<Location> inside = in(step);
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Optional<Location> in(Step step) {
        if (is(step.name().value())) {
            return Optional.of(step.name().at());
        }
        Optional<Location> inside = in(step.inputs()).or(() -> in(step.outputs()));
        for (Step.Derivation derivation : step.derivations()) {
            inside = inside.or(() -> in(List.of(derivation.output()))).or(() -> in(derivation.from()));
        }
        return inside;
    }

    private static Optional<Location> in(List<Stated<Port>> ports) {
        for (Stated<Port> port : ports) {
            if (is(port.value().dataset())) {
                return Optional.of(port.at());
            }
        }
        return Optional.empty();
    }

    /** A way with what was brought in place of the names for it. */
    List<Hop> whole(List<Hop> way) {
        if (way.isEmpty() || !is(way.get(0).name())) {
            return way;
        }
        List<Hop> before = ways.getOrDefault(way.get(0).name(), List.of());
        return Stream.concat(before.stream(), way.stream().filter(hop -> !is(hop.name())))
                .toList();
    }

    /** A dataset as it is called where it comes from. */
    Dataset shown(Dataset dataset) {
        String origin = origins.get(dataset.name().value());
        return origin == null
                ? dataset
                : new Dataset(
                        new Stated<>(origin, dataset.name().at()),
                        dataset.origin(),
                        dataset.contents(),
                        dataset.fields(),
                        dataset.members(),
                        dataset.collected(),
                        dataset.uses());
    }
}
