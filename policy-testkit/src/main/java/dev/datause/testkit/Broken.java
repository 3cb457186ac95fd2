package dev.datause.testkit;

import dev.datause.Policy;
import java.util.List;
import java.util.Objects;

/**
 * How a law is broken: on whom it shows, what was found, and the rules that speak about it. Everything in it is made up
 * or comes from the policy. Immutable.
 *
 * @param law the name of the law
 * @param person the made-up member in words
 * @param what what is done with their data
 * @param found what contradicts the law
 * @param rules the rules that say what should be; may be none
 */
public record Broken(String law, String person, String what, String found, List<Policy.Rule> rules) {
    private static final int MOST_RULES = 3;

    /** Copies the list. */
    public Broken {
        Objects.requireNonNull(law, "law");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(found, "found");
        rules = List.copyOf(rules);
    }

    /** As people read it: several lines, without a line feed at the end. */
    public String text() {
        StringBuilder out = new StringBuilder("Law broken: ").append(law);
        line(out, "person", person);
        line(out, "what", what);
        line(out, "found", found);
        for (Policy.Rule rule : rules.subList(0, Math.min(MOST_RULES, rules.size()))) {
            line(out, "rule", rule.id() + ": " + rule.sentence());
            if (!rule.citations().isEmpty()) {
                Policy.Citation citation = rule.citations().get(0);
                line(out, "cited", citation.source() + ", " + citation.locator() + ": \"" + citation.quote() + "\"");
            }
        }
        if (rules.size() > MOST_RULES) {
            line(out, "rule", "and " + (rules.size() - MOST_RULES) + " more");
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String key, String value) {
        out.append("\n  ").append(key).append(" ".repeat(8 - key.length())).append(value);
    }

    /** The same as {@link #text}. */
    @Override
    public String toString() {
        return text();
    }
}
