package dev.datause.gate;

import java.util.Objects;
import java.util.Optional;

/**
 * That data is used for a purpose, as the metadata names it: the policy may not have it.
 *
 * @param purpose what for
 * @param recipient by whom; not stated: by the purpose's default recipient
 */
public record Tag(String purpose, Optional<Stated<String>> recipient) {
    /** Refuses null. */
    public Tag {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(recipient, "recipient");
    }
}
