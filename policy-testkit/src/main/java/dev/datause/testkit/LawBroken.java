package dev.datause.testkit;

import java.util.Objects;

/** A law is broken: the failure of a test. Its message is {@link Broken#text}, and its person is made up. */
public final class LawBroken extends AssertionError {
    private static final long serialVersionUID = 1;

    private final transient Broken broken;

    /** For what is broken. */
    public LawBroken(Broken broken) {
        super(Objects.requireNonNull(broken, "broken").text());
        this.broken = broken;
    }

    /** What is broken. */
    public Broken broken() {
        return broken;
    }
}
