package dev.datause.gate;

/**
 * Writes reports in one format. Implementations are immutable and thread-safe, and write a function of the report: no
 * clock, no path of a machine, no locale, no order of a map goes in.
 */
public interface ReportWriter {
    /** The name by which a build chooses the format, such as {@code sarif}: lower-case letters and digits. */
    String format();

    /** The name of the file of a report that is called {@code name}; no folders. */
    String file(String name);

    /** The whole file. */
    byte[] write(Report report);
}
