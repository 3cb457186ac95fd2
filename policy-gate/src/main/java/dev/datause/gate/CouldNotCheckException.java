package dev.datause.gate;

import java.util.Optional;

/** The gate could not check everything, and found no violation in the rest: an inability, not a violation, and not a pass. */
public final class CouldNotCheckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient GateReport report;

    CouldNotCheckException(GateReport report) {
        super(report.text());
        this.report = report;
    }

    /** The report; empty after deserialisation, and the message still tells it. */
    public Optional<GateReport> report() {
        return Optional.ofNullable(report);
    }
}
