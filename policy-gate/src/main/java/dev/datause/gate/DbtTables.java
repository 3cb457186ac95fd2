package dev.datause.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    /** The bounds keep what is opened and never closed from being gone through again and again. */
    private static final String PART =
            "(?:[A-Za-z_][A-Za-z0-9_$-]*+|\"[^\"]{0,200}+\"|`[^`]{0,200}+`|\\[[^\\]]{0,200}+])";

    private static final Pattern TABLE =
            Pattern.compile("(?<![A-Za-z0-9_$-])" + PART + "(?:\\s*+\\.\\s*+" + PART + ")++");
    private static final Pattern QUOTES = Pattern.compile("[\"`\\[\\]\\s]");

    private static final Pattern READ =
            Pattern.compile("\\b(?:from|join)\\s++(" + TABLE.pattern() + ")", Pattern.CASE_INSENSITIVE);

    private final DbtManifest manifest;
    private final Map<String, List<DbtNode>> byTable = new HashMap<>();
    private final Map<String, List<Stated<String>>> reads = new HashMap<>();
    private final List<Stated<String>> beyond = new ArrayList<>();

    private DbtTables(DbtManifest manifest) {
        this.manifest = manifest;
    }

    static DbtTables of(DbtManifest manifest) {
        DbtTables tables = new DbtTables(manifest);
        for (DbtNode node : manifest.nodes().values()) {
            node.relation()
                    .ifPresent(table -> tables.byTable
                            .computeIfAbsent(plain(table), key -> new ArrayList<>())
                            .add(node));
        }
        manifest.nodes().values().forEach(tables::add);
        return tables;
    }

    /** What a thing reads beyond what dbt says. */
    List<Stated<String>> alsoReads(DbtNode node) {
        return reads.getOrDefault(node.id(), List.of());
    }

    /** What cannot be told, or is not told for certain: code in Python, hooks, and tables that the project does not have. */
    List<Stated<String>> beyond() {
        return beyond;
    }

    private void add(DbtNode node) {
        Map<String, Stated<String>> found = new LinkedHashMap<>();
        sameTable(node, found);
        if (node.source().python()) {
            beyond.add(new Stated<>("python " + node.id(), node.at()));
        } else if (!node.source().code().isEmpty()) {
            inCode(node, found);
        }
        if (node.source().hooks()) {
            beyond.add(new Stated<>("hooks " + node.id(), node.at()));
        }
        reads.put(node.id(), List.copyOf(found.values()));
    }

    /** A source reads what a model, a seed or a snapshot writes into its table. */
    private void sameTable(DbtNode node, Map<String, Stated<String>> found) {
        if (node.kind() == DbtKind.SOURCE && node.relation().isPresent()) {
            for (DbtNode other : byTable.getOrDefault(plain(node.relation().get()), List.of())) {
                if (other.kind() != DbtKind.SOURCE) {
                    found.put(other.id(), new Stated<>(other.id(), node.at()));
                }
            }
        }
    }

    private void inCode(DbtNode node, Map<String, Stated<String>> found) {
        Set<String> expected = expected(node);
        String code = withoutComments(node.source().code());
        Matcher table = TABLE.matcher(code);
        while (table.find()) {
            List<DbtNode> read = byTable.getOrDefault(plain(table.group()), List.of());
            if (read.stream().noneMatch(other -> expected.contains(other.id()))) {
                for (DbtNode other : read) {
                    found.put(other.id(), new Stated<>(other.id(), node.at()));
                }
            }
        }
        Matcher read = READ.matcher(code);
        Set<String> unknown = new TreeSet<>();
        while (read.find()) {
            String name = plain(read.group(1));
            if (!byTable.containsKey(name)) {
                unknown.add(name);
            }
        }
        unknown.forEach(name -> beyond.add(new Stated<>("table " + name + " in " + node.id(), node.at())));
    }

    /** Itself, its parents, and what stands in its code because an ephemeral parent became part of it. */
    private Set<String> expected(DbtNode node) {
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

    /** SQL without its comments. What follows a quote in its line stays: it may be a text that only looks like a comment. */
    static String withoutComments(String code) {
        StringBuilder out = new StringBuilder(code.length());
        boolean quoted = false;
        boolean blocks = true;
        int at = 0;
        while (at < code.length()) {
            char c = code.charAt(at);
            quoted = c != '\n' && (quoted || c == '\'' || c == '"' || c == '`');
            int end = -1;
            if (!quoted && code.startsWith("--", at)) {
                end = code.indexOf('\n', at);
                end = end < 0 ? code.length() : end;
            } else if (!quoted && blocks && code.startsWith("/*", at)) {
                end = code.indexOf("*/", at + 2);
                blocks = end >= 0;
                end = end < 0 ? -1 : end + 2;
            }
            out.append(end < 0 ? c : ' ');
            at = end < 0 ? at + 1 : end;
        }
        return out.toString();
    }

    private static String plain(String table) {
        return QUOTES.matcher(table).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
