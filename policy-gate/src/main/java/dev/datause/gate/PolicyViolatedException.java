package dev.datause.gate;

import java.util.Optional;

/** The gate found uses that the policy denies. The message is the report's text. */
public final class PolicyViolatedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GateReport report;

    PolicyViolatedException(GateReport report) {
        super(report.text());
        this.report = report;
    }

    /** The report; empty after deserialisation, and the message still tells it. */
    public Optional<GateReport> report() {
        return Optional.ofNullable(report);
    }
}
