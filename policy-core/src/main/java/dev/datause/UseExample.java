package dev.datause;

import java.util.Objects;

/**
 * A made-up use that stands for all uses of its cell.
 *
 * @param use the use; its member is synthetic and nobody's record
 * @param story the use in words, such as {@code a member in DE, born 1990-05-01, all settings on; profile collected
 *     2025-11-03, used 2025-11-03}
 * @param inside whether the use lies in the set that was asked about
 */
public record UseExample(Use use, String story, boolean inside) {
    /** Refuses null. */
    public UseExample {
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(story, "story");
    }
}
