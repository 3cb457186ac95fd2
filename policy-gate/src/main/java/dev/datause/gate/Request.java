package dev.datause.gate;

import dev.datause.Use;
import java.util.Objects;
import java.util.Optional;

/**
 * A question about one use, as a line of a request file asks it.
 *
 * <p>Immutable. {@code toString} tells no fact, nor the id, which may name a person.
 *
 * @param id the caller's own name for the question, echoed in the answer
 * @param use the use that is asked about
 */
public record Request(Optional<String> id, Use use) {
    /** Refuses null. */
    public Request {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(use, "use");
    }

    /** Tells nothing about the request. */
    @Override
    public String toString() {
        return "Request";
    }
}
