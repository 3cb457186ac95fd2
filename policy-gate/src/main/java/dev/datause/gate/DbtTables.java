package dev.datause.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds lineage that dbt does not draw: SQL that names the table of something it does not depend on, and a source that is
 * the table of a model under another name. Names of tables are compared without quotes and case. What SQL reads beyond
 * the tables of the project cannot be told without parsing it.
 *
 * <p>Linear in the SQL.
 */
final class DbtTables {
    private static final String PART = "(?:[A-Za-z_][A-Za-z0-9_$-]*+|\"[^\"]*+\"|`[^`]*+`|\\[[^\\]]*+])";
    private static final Pattern TABLE = Pattern.compile(PART + "(?:\\s*+\\.\\s*+" + PART + ")++");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/");
    private static final Pattern QUOTES = Pattern.compile("[\"`\\[\\]\\s]");

    private DbtTables() {}

    /** What each thing reads beyond what dbt says, by unique id. */
    static Map<String, List<Stated<String>>> alsoRead(DbtManifest manifest) {
        Map<String, List<DbtNode>> byTable = new HashMap<>();
        for (DbtNode node : manifest.nodes().values()) {
            node.relation()
                    .ifPresent(table -> byTable.computeIfAbsent(plain(table), key -> new ArrayList<>())
                            .add(node));
        }
        Map<String, List<Stated<String>>> also = new HashMap<>();
        for (DbtNode node : manifest.nodes().values()) {
            Map<String, Stated<String>> found = new LinkedHashMap<>();
            sameTable(node, byTable, found);
            inCode(node, byTable, manifest, found);
            if (!found.isEmpty()) {
                also.put(node.id(), List.copyOf(found.values()));
            }
        }
        return also;
    }

    /** A source reads what a model, a seed or a snapshot writes into its table. */
    private static void sameTable(DbtNode node, Map<String, List<DbtNode>> byTable, Map<String, Stated<String>> found) {
        if (node.kind() == DbtKind.SOURCE && node.relation().isPresent()) {
            for (DbtNode other : byTable.getOrDefault(plain(node.relation().get()), List.of())) {
                if (other.kind() != DbtKind.SOURCE) {
                    found.put(other.id(), new Stated<>(other.id(), node.at()));
                }
            }
        }
    }

    private static void inCode(
            DbtNode node, Map<String, List<DbtNode>> byTable, DbtManifest manifest, Map<String, Stated<String>> found) {
        if (node.source().code().isEmpty() || node.source().python()) {
            return;
        }
        Set<String> expected = expected(node, manifest);
        String code = COMMENT.matcher(node.source().code()).replaceAll(" ");
        Matcher table = TABLE.matcher(code);
        while (table.find()) {
            List<DbtNode> read = byTable.getOrDefault(plain(table.group()), List.of());
            if (read.stream().noneMatch(other -> expected.contains(other.id()))) {
                for (DbtNode other : read) {
                    found.put(other.id(), new Stated<>(other.id(), node.at()));
                }
            }
        }
    }

    /** Itself, its parents, and what stands in its code because an ephemeral parent became part of it. */
    private static Set<String> expected(DbtNode node, DbtManifest manifest) {
        Set<String> expected = new HashSet<>(Set.of(node.id()));
        List<String> open = new ArrayList<>();
        node.parents().forEach(parent -> open.add(parent.value()));
        while (!open.isEmpty()) {
            String id = open.remove(open.size() - 1);
            DbtNode parent = manifest.nodes().get(id);
            if (expected.add(id) && parent != null && parent.source().ephemeral()) {
                parent.parents().forEach(above -> open.add(above.value()));
            }
        }
        return expected;
    }

    private static String plain(String table) {
        return QUOTES.matcher(table).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
