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
        Stream<Stated<String>> datasets = metadata.datasets().stream().map(Dataset::name);
        Stream<Stated<String>> steps = metadata.steps().stream().flatMap(Imported::names);
        return Stream.concat(datasets, steps)
                .filter(name -> is(name.value()))
                .map(Stated::at)
                .findFirst();
    }

    private static Stream<Stated<String>> names(Step step) {
        Stream<Stated<Port>> derived = step.derivations().stream()
                .flatMap(derivation -> Stream.concat(Stream.of(derivation.output()), derivation.from().stream()));
        Stream<Stated<Port>> ports = Stream.of(step.inputs().stream(), step.outputs().stream(), derived)
                .flatMap(all -> all);
        return Stream.concat(
                Stream.of(step.name()),
                ports.map(port -> new Stated<>(port.value().dataset(), port.at())));
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
