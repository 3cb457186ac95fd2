package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.document.Code;
import dev.datause.document.DocumentCode;
import dev.datause.document.Lines;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import dev.datause.document.Shown;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what a mapping says about each part of one dbt project, and keeps count of what matched. A rule that matches
 * nothing, a value of a mapped key that no rule is about, and a tag that only looks like one that means something, are
 * problems: each may be a statement that got lost. Not thread-safe.
 */
final class DbtMatches {
    private static final List<String> STANDARD = List.of("category", "no-member-data", "purpose", "recipient");

    private final DbtRules rules;
    private final Policy policy;
    private final Problems problems;
    private final BitSet matched = new BitSet();
    private final Map<String, Stated<String>> unmatched = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();

    DbtMatches(DbtRules rules, Policy policy, Problems problems) {
        this.rules = rules;
        this.policy = policy;
        this.problems = problems;
        for (DbtRule rule : rules.rules()) {
            rule.tag()
                    .filter(tag -> tag.pieces().size() == 1)
                    .ifPresent(tag -> known.add(tag.pieces().get(0)));
        }
    }

    /** What is said about a thing itself. */
    DbtSaid of(DbtNode node) {
        return said(node, node.kind().word(), node.marks(), node.at());
    }

    /** What is said about a column. */
    DbtSaid of(DbtNode node, DbtNode.Column column) {
        return said(node, DbtRule.COLUMN, column.marks(), column.name().at());
    }

    private DbtSaid said(DbtNode node, String kind, DbtNode.Marks marks, Location at) {
        List<Stated<DbtFact>> facts = new ArrayList<>();
        for (Stated<String> tag : marks.tags()) {
            standard(tag).ifPresent(facts::add);
        }
        for (Node.Members meta : marks.meta()) {
            standard(meta, at.file(), marks.origin(), facts);
            closed(meta, new ArrayList<>());
        }
        Set<String> used = new HashSet<>();
        for (int i = 0; i < rules.rules().size(); i++) {
            DbtRule rule = rules.rules().get(i);
            if (rule.isAbout(kind, node.id(), node.type())) {
                Optional<Location> place = place(rule, marks, at, used);
                if (place.isPresent()) {
                    matched.set(i);
                    for (Stated<DbtFact> fact : rule.facts()) {
                        facts.add(new Stated<>(fact.value(), place.get()));
                    }
                }
            }
        }
        for (Stated<String> tag : marks.tags()) {
            if (!used.contains(tag.value())) {
                unmatched.putIfAbsent(tag.value(), tag);
            }
        }
        return DbtSaid.of(facts);
    }

    /** Where that is for which a rule holds. */
    private static Optional<Location> place(DbtRule rule, DbtNode.Marks marks, Location at, Set<String> used) {
        Location place = at;
        if (rule.meta().isPresent()) {
            Optional<Position> found = Optional.empty();
            for (Node.Members meta : marks.meta()) {
                Optional<Position> here = find(meta, rule.meta().get());
                found = found.isPresent() ? found : here;
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
            place = new Location(at.file(), found.get(), marks.origin());
        }
        if (rule.tag().isPresent()) {
            Optional<Stated<String>> found = Optional.empty();
            for (Stated<String> tag : marks.tags()) {
                if (rule.tag().get().matches(tag.value())) {
                    used.add(tag.value());
                    found = found.isPresent() ? found : Optional.of(tag);
                }
            }
            if (found.isEmpty()) {
                return Optional.empty();
            }
            place = found.get().at();
        }
        return Optional.of(place);
    }

    private static Optional<Position> find(Node.Members meta, DbtRule.Meta wanted) {
        Node at = meta;
        for (String key : wanted.path()) {
            Optional<Node> inner = at instanceof Node.Members members ? members.get(key) : Optional.empty();
            if (inner.isEmpty() || inner.get() instanceof Node.Null) {
                return Optional.empty();
            }
            at = inner.get();
        }
        return wanted.matches(at) ? Optional.of(at.at()) : Optional.empty();
    }

    /** A key that is mapped by its values is mapped by all of them: a word that no rule knows is not left out in silence. */
    private void closed(Node.Members meta, List<String> above) {
        for (Node.Entry entry : meta.entries()) {
            List<String> path = new ArrayList<>(above);
            path.add(entry.key());
            List<DbtRule.Meta> here = new ArrayList<>();
            boolean deeper = false;
            for (DbtRule rule : rules.rules()) {
                if (rule.meta().isPresent()) {
                    List<String> mapped = rule.meta().get().path();
                    if (mapped.equals(path)) {
                        here.add(rule.meta().get());
                    }
                    deeper |= mapped.size() > path.size()
                            && mapped.subList(0, path.size()).equals(path);
                }
            }
            if (!here.isEmpty() && !(entry.value() instanceof Node.Null)) {
                List<Node> values = entry.value() instanceof Node.Items items ? items.items() : List.of(entry.value());
                for (Node value : values) {
                    if (here.stream().noneMatch(one -> one.matches(value))) {
                        unmapped(value, path);
                    }
                }
            }
            if (deeper && entry.value() instanceof Node.Members inner) {
                closed(inner, path);
            }
        }
    }

    private void unmapped(Node value, List<String> path) {
        String shown = DbtRule.Value.written(value).map(problems::shown).orElse(value.kind());
        problems.add(
                FindingCode.UNMAPPED_WORD,
                value.at(),
                "no rule of the mapping is about the value " + shown + " of the meta key "
                        + problems.shown(String.join(".", path)),
                "add a rule for it, if need be one that says \"nothing\"");
    }

    /** A tag that needs no rule, such as {@code datause:category=profile}. */
    private Optional<Stated<DbtFact>> standard(Stated<String> tag) {
        String begin = rules.prefix() + ":";
        if (!tag.value().startsWith(begin)) {
            int colon = tag.value().indexOf(':');
            String head = colon < 0 ? tag.value() : tag.value().substring(0, colon);
            if (tag.value().startsWith(rules.prefix()) || nearPrefix(head)) {
                lookAlike(
                        "the tag " + problems.shown(tag.value()) + " does not begin with \"" + begin + "\"",
                        tag.at().at());
            }
            return Optional.empty();
        }
        String said = tag.value().substring(begin.length());
        int equals = said.indexOf('=');
        String key = equals < 0 ? said : said.substring(0, equals);
        String value = equals < 0 ? "" : said.substring(equals + 1);
        if (!STANDARD.contains(key)) {
            problems.addUnknown(
                    FindingCode.UNMAPPED_WORD,
                    tag.at().at(),
                    "in a tag \"" + begin + "\" is followed by one of " + String.join(", ", STANDARD) + ", not",
                    key,
                    STANDARD);
            return Optional.empty();
        }
        if (value.isBlank()) {
            problems.add(
                    DocumentCode.EMPTY,
                    tag.at().at(),
                    "the tag " + problems.shown(tag.value()) + " says nothing",
                    "write " + begin + key + "=…");
            return Optional.empty();
        }
        DbtFact fact = switch (key) {
            case "category" -> new DbtFact.Holds(new Dataset.Content(value, Optional.empty()));
            case "purpose" -> new DbtFact.UsedFor(value);
            case "recipient" -> new DbtFact.UsedBy(value);
            default -> new DbtFact.NoMemberData(value);
        };
        return Optional.of(new Stated<>(fact, tag.at()));
    }

    private void standard(Node.Members meta, String file, Optional<String> origin, List<Stated<DbtFact>> facts) {
        for (Node.Entry entry : meta.entries()) {
            if (entry.key().equals(rules.prefix())) {
                facts.addAll(DbtWords.read(
                        entry.value(),
                        "meta " + rules.prefix(),
                        policy,
                        problems,
                        at -> new Location(file, at, origin),
                        false));
            } else if (nearPrefix(entry.key())) {
                lookAlike(
                        "the meta key " + problems.shown(entry.key()) + " is not \"" + rules.prefix() + "\"",
                        entry.keyAt());
            }
        }
    }

    private void lookAlike(String what, Position at) {
        problems.add(FindingCode.UNMAPPED_WORD, at, what, "write it as the mapping has it, or take it away");
    }

    /** Whether a word was probably meant to be the prefix. */
    private boolean nearPrefix(String word) {
        return oneEdit(word, rules.prefix())
                || looksLike(word, List.of(rules.prefix())).isPresent();
    }

    /** Whether a text of some length becomes another by one character more, less or other. */
    static boolean oneEdit(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1 || Math.min(a.length(), b.length()) < 4 || a.equals(b)) {
            return false;
        }
        int same = 0;
        while (same < a.length() && same < b.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        String restOfA = a.substring(same);
        String restOfB = b.substring(same);
        return a.length() == b.length()
                ? restOfA.substring(1).equals(restOfB.substring(1))
                : a.length() > b.length()
                        ? restOfA.substring(1).equals(restOfB)
                        : restOfB.substring(1).equals(restOfA);
    }

    private static Optional<String> looksLike(String word, List<String> words) {
        Problems hints = Problems.of("", Lines.of(""));
        hints.addUnknown(FindingCode.UNMAPPED_WORD, Position.START, "", word, words);
        return hints.list().get(0).hint().filter(hint -> hint.startsWith("looks like"));
    }

    /** Reports what looks like something that is mapped; in the mapping, which rules matched nothing. Call it last. */
    void end(String manifest, Problems ofMapping) {
        List<String> words = known.stream().sorted().toList();
        for (Stated<String> tag : unmatched.values()) {
            Optional<String> alike =
                    words.isEmpty() || known.contains(tag.value()) ? Optional.empty() : looksLike(tag.value(), words);
            alike.ifPresent(hint -> lookAlike(
                    "no rule of the mapping is about the tag " + problems.shown(tag.value()) + ", which " + hint,
                    tag.at().at()));
        }
        for (int i = 0; i < rules.rules().size(); i++) {
            DbtRule rule = rules.rules().get(i);
            if (!matched.get(i) && !rule.mayMatchNothing()) {
                unused(
                        ofMapping,
                        FindingCode.UNMATCHED_RULE,
                        rule.at(),
                        "the rule matches nothing in " + Shown.escaped(manifest));
            }
        }
    }

    private static void unused(Problems problems, Code code, Position at, String what) {
        problems.add(code, at, what, "correct it, take it away, or give \"mayMatchNothing\" a reason");
    }
}
