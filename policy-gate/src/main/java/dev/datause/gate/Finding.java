package dev.datause.gate;

import dev.datause.Counterexample;
import dev.datause.document.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that the gate found: what, where, shown on whom, why, and what to do. Names from manifests stand in it as
 * written; {@link #text()} escapes them.
 *
 * @param code the kind of finding
 * @param at where; empty only where there is no file to point at
 * @param what what is wrong, in one line that is safe to show
 * @param snippet the line and a caret below the place
 * @param flow the way of data it is about
 * @param witness a made-up use that passes and is denied
 * @param reasons why it is denied, the ground of the finding first
 * @param remedy what to do
 * @param fix a guard that would do, where there is one
 */
public record Finding(
        FindingCode code,
        Optional<Location> at,
        String what,
        Optional<String> snippet,
        Optional<Flow> flow,
        Optional<Counterexample> witness,
        List<Reason> reasons,
        String remedy,
        Optional<Fix> fix)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    Finding::at,
                    Comparator.comparing(at -> at.map(Location::file).orElse("")))
            .thenComparing(
                    Finding::at, Comparator.comparing(at -> at.map(Location::at).orElse(Position.START)))
            .thenComparing(Finding::code)
            .thenComparing(Finding::what)
            .thenComparing(finding -> finding.reasons().isEmpty()
                    ? ""
                    : finding.reasons().get(0).rule().orElse(""))
            .thenComparing(
                    finding -> finding.witness().map(Counterexample::story).orElse(""));

    /** Copies the list. */
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(snippet, "snippet");
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(witness, "witness");
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(fix, "fix");
    }

    /** By place, code and content: the order does not depend on the order in which things were checked. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /**
     * What makes it this finding, such as {@code DU001-0123456789abcdef01234567}: of its code, the use, the category, the
     * source, the names on the way and the rules, and of nothing else. It stays when lines move, files are read in another
     * order or the witness is another one. Two findings of one report can have the same; a {@link Report} numbers them.
     */
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    /** As people read it; several lines, without a line feed at the end, safe for any terminal. */
    public String text() {
        return FindingText.of(this);
    }

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
