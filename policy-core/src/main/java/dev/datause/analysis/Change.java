package dev.datause.analysis;

import dev.datause.Decision;
import dev.datause.Use;
import dev.datause.UseKind;
import java.util.List;
import java.util.Objects;

/**
 * Uses that are decided differently before and after.
 *
 * @param direction what becomes of them
 * @param kinds what the uses are for; of all of these the same is true
 * @param data which data: of what days of collection, in words; empty text where that is told by {@code where}
 * @param questions the questions whose other answers make the change, a smallest set of them; none where the change is
 *     not one of answers
 * @param rules the rules that denied before, or deny after; none where a permission is wanting
 * @param where what tells these uses from all others of the kind that are permitted on the permitting side, in words: one
 *     list for each region, all of whose parts hold, an empty one where all are meant; no list where several questions
 *     make the change together
 * @param cells how many cells change
 * @param witness a made-up use before
 * @param witnessAfter the same use after: another day of use where days are compared, else the same
 * @param before the decision on the witness before
 * @param after the decision after
 * @param story the witness in words
 */
public record Change(
        Direction direction,
        List<UseKind> kinds,
        String data,
        List<String> questions,
        List<String> rules,
        List<List<String>> where,
        long cells,
        Use witness,
        Use witnessAfter,
        Decision before,
        Decision after,
        String story) {
    /** Copies the lists. */
    public Change {
        Objects.requireNonNull(direction, "direction");
        kinds = List.copyOf(kinds);
        questions = List.copyOf(questions);
        rules = List.copyOf(rules);
        where = where.stream().map(List::copyOf).toList();
    }

    /** What becomes of uses. */
    public enum Direction {
        /** They were denied and are permitted. */
        PERMITTED,
        /** They were permitted and are denied. */
        DENIED
    }
}
