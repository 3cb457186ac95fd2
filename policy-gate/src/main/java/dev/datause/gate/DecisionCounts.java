package dev.datause.gate;

import java.util.List;

/**
 * What became of a stream of requests.
 *
 * @param lines the lines read; each was answered by one line
 * @param refused those that were no request, and got an error for an answer
 * @param readings what the others got, for each reading in the order asked
 */
public record DecisionCounts(long lines, long refused, List<OfReading> readings) {
    /** Copies the list. */
    public DecisionCounts {
        readings = List.copyOf(readings);
    }

    /**
     * Decisions under one reading.
     *
     * @param reading its name
     * @param permitted how many uses it permits
     * @param denied how many it denies
     */
    public record OfReading(String reading, long permitted, long denied) {}

    /** The counts in one line for people, such as {@code 3 lines: 1 refused; strict: 1 permitted, 1 denied}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(lines)
                .append(lines == 1 ? " line: " : " lines: ")
                .append(refused)
                .append(" refused");
        for (OfReading counts : readings) {
            text.append("; ").append(counts.reading()).append(": ").append(counts.permitted());
            text.append(" permitted, ").append(counts.denied()).append(" denied");
        }
        return text.toString();
    }
}
