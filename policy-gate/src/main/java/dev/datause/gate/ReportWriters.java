package dev.datause.gate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** All formats of reports. */
public final class ReportWriters {
    private static final List<ReportWriter> BUILT_IN =
            List.of(new TextReport(), new JsonReport(), new SarifReport(), new JunitReport(), new HtmlReport());

    private ReportWriters() {}

    /** The formats that come with the gate: text, JSON, SARIF, JUnit XML and HTML. */
    public static List<ReportWriter> builtIn() {
        return BUILT_IN;
    }

    /**
     * The formats that come with the gate, and those that a class loader offers as services.
     *
     * @throws IllegalStateException if two have one name: which of them is meant nobody could tell
     * @throws java.util.ServiceConfigurationError if one of the services cannot be made
     */
    public static List<ReportWriter> of(ClassLoader loader) {
        List<ReportWriter> all = new ArrayList<>(BUILT_IN);
        ServiceLoader.load(ReportWriter.class, loader).forEach(all::add);
        Set<String> formats = new HashSet<>();
        for (ReportWriter writer : all) {
            if (!formats.add(writer.format())) {
                throw new IllegalStateException("two report writers for the format '" + writer.format() + "'");
            }
        }
        return List.copyOf(all);
    }
}
