package dev.datause.gate;

import java.util.List;
import java.util.Set;

/**
 * What a step does to whatever passes it.
 *
 * @param filters what narrows it
 * @param stopped the categories that do not pass
 * @param runs the days on which the step runs
 */
record Transfer(List<Filter> filters, Set<String> stopped, Span runs) {
    /** Everything passes. */
    static final Transfer WHOLE = new Transfer(List.of(), Set.of(), Span.ALWAYS);

    Transfer {
        filters = List.copyOf(filters);
        stopped = Set.copyOf(stopped);
    }
}
