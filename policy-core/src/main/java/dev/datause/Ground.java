package dev.datause;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Why a decision is what it is: which rule, in which words, written where, and what can be done about it. */
public sealed interface Ground {
    /** The ground in a sentence for people. Names kinds of facts, never the facts of a member. */
    String sentence();

    /** The rules that the ground rests on, in the order of the policy; none only where the policy has no rule for the case. */
    List<Policy.Rule> rules();

    /** Goes on with the method for what this ground is. */
    <R> R accept(Cases<R> cases);

    /** Where the rules are written, in order of the rules. */
    default List<Policy.Citation> citations() {
        List<Policy.Citation> citations = new ArrayList<>();
        for (Policy.Rule rule : rules()) {
            citations.addAll(rule.citations());
        }
        return List.copyOf(citations);
    }

    /**
     * One method for each kind of ground.
     *
     * @param <R> what the methods return
     */
    interface Cases<R> {
        /** For {@link Granted}. */
        R granted(Granted ground);

        /** For {@link Prohibited}. */
        R prohibited(Prohibited ground);

        /** For {@link FactUnknown}. */
        R factUnknown(FactUnknown ground);

        /** For {@link NotGranted}. */
        R notGranted(NotGranted ground);

        /** For {@link NotInForce}. */
        R notInForce(NotInForce ground);
    }

    /**
     * A rule permits the use, and none prohibits it.
     *
     * @param rule the rule
     */
    record Granted(Policy.Rule rule) implements Ground {
        @Override
        public String sentence() {
            return rule.sentence();
        }

        @Override
        public List<Policy.Rule> rules() {
            return List.of(rule);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.granted(this);
        }
    }

    /**
     * A rule prohibits the use.
     *
     * @param rule the rule
     */
    record Prohibited(Policy.Rule rule) implements Ground {
        @Override
        public String sentence() {
            return rule.sentence();
        }

        @Override
        public List<Policy.Rule> rules() {
            return List.of(rule);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.prohibited(this);
        }
    }

    /**
     * A rule could not be decided, because facts are missing: a prohibition that may apply, or a permission that may
     * not.
     *
     * @param rule the rule
     * @param facts what is missing, such as {@code country at use}, sorted
     */
    record FactUnknown(Policy.Rule rule, List<String> facts) implements Ground {
        /** Copies the list. */
        public FactUnknown {
            Objects.requireNonNull(rule, "rule");
            facts = List.copyOf(facts);
        }

        @Override
        public String sentence() {
            return "Not known: " + String.join(", ", facts) + ". It matters because: " + rule.sentence();
        }

        @Override
        public List<Policy.Rule> rules() {
            return List.of(rule);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.factUnknown(this);
        }
    }

    /**
     * No rule permits the use.
     *
     * @param rules the permissions that come nearest: for this purpose and recipient, else for this purpose; may be none
     */
    record NotGranted(List<Policy.Rule> rules) implements Ground {
        /** Copies the list. */
        public NotGranted {
            rules = List.copyOf(rules);
        }

        @Override
        public String sentence() {
            if (rules.isEmpty()) {
                return "No rule permits anything for this purpose.";
            }
            StringBuilder sentence = new StringBuilder("No rule permits this; the nearest that do permit:");
            for (Policy.Rule rule : rules) {
                sentence.append(' ').append(rule.sentence());
            }
            return sentence.toString();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notGranted(this);
        }
    }

    /**
     * The policy does not speak about the day of use.
     *
     * @param effective the days it speaks about
     */
    record NotInForce(Policy.Effective effective) implements Ground {
        @Override
        public String sentence() {
            return "The policy is not in force on the day of use.";
        }

        @Override
        public List<Policy.Rule> rules() {
            return List.of();
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notInForce(this);
        }
    }
}
