package dev.datause;

import java.util.Objects;

/**
 * A value that a policy permitted for a purpose. Only a policy's {@link Guard} makes one, so a sink that takes
 * {@code Permitted<Row>} cannot be given a row that nobody asked about.
 *
 * <p>Immutable as far as the value is. {@code toString} does not show the value.
 *
 * @param <T> the type of the value
 */
public final class Permitted<T> {
    private final T value;
    private final Purpose purpose;

    Permitted(T value, Purpose purpose) {
        this.value = value;
        this.purpose = purpose;
    }

    /** The purpose for which the value was permitted. */
    public Purpose purpose() {
        return purpose;
    }

    /**
     * The value, for a sink of this purpose.
     *
     * @throws IllegalStateException if the value was permitted for another purpose
     */
    public T valueFor(Purpose wanted) {
        Objects.requireNonNull(wanted, "wanted");
        if (!purpose.equals(wanted)) {
            throw new IllegalStateException("permitted for " + purpose + ", not for " + wanted);
        }
        return value;
    }

    /** Names the purpose. */
    @Override
    public String toString() {
        return "Permitted for " + purpose;
    }
}
