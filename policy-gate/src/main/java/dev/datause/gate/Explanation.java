package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.DataUsePolicy;
import dev.datause.Decision;
import dev.datause.Ground;
import dev.datause.Moment;
import dev.datause.Policy;
import dev.datause.Reading;
import dev.datause.Truth;
import dev.datause.Use;
import dev.datause.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One decision told in plain sentences: what was decided, why, who says so, what can be done about it, until when it
 * holds, on what legal basis, by whom, and which open questions it rests on.
 *
 * <p>Tells no fact of the member; but what it tells follows from them. It is an answer to who knows them.
 *
 * @param decision the decision
 * @param text the explanation; lines end with a line feed
 */
public record Explanation(Decision decision, String text) {
    /** Refuses null. */
    public Explanation {
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(text, "text");
    }

    /**
     * Decides a use and explains the decision. Decides it again for every other answer to every question, to tell on
     * which of them the decision rests.
     *
     * @throws IllegalArgumentException if the member's facts are named in the words of another vocabulary
     */
    public static Explanation of(DataUsePolicy policy, Use use) {
        Decision decision = policy.decide(use);
        return new Explanation(decision, new Telling(policy, use, decision).text());
    }

    /** Puts one explanation together. */
    private static final class Telling {
        private final DataUsePolicy by;
        private final Policy policy;
        private final Use use;
        private final Decision decision;
        private final StringBuilder out = new StringBuilder();

        Telling(DataUsePolicy by, Use use, Decision decision) {
            this.by = by;
            policy = by.policy();
            this.use = use;
            this.decision = decision;
        }

        String text() {
            line(0, decision.permitted() ? "This use is permitted." : "This use is denied.");
            line(0, "");
            line(0, decision.permitted() ? "It is permitted because:" : "It is denied because:");
            decision.grounds().forEach(this::ground);
            line(0, "");
            line(0, until());
            statements("Legal basis", bases());
            statements("Responsible", policy.controllers());
            Reading reading = by.reading();
            line(
                    0,
                    "Decided by the policy " + policy.id() + ", under the reading " + reading.name() + ": "
                            + reading.title());
            questions();
            return out.toString();
        }

        private void line(int indent, String text) {
            out.append("  ".repeat(indent)).append(text).append('\n');
        }

        private void ground(Ground ground) {
            line(1, "- " + ground.sentence());
            for (Policy.Citation citation : ground.citations()) {
                line(2, "Source: " + source(citation));
            }
            for (Policy.Rule rule : ground.rules()) {
                if (!(ground instanceof Ground.NotGranted)) {
                    rule.remedy().member().ifPresent(text -> line(2, "For the member: " + text));
                    rule.remedy().engineer().ifPresent(text -> line(2, "For the engineer: " + text));
                }
                line(2, "Rule: " + rule.id());
            }
        }

        private String source(Policy.Citation citation) {
            String title = policy.sources().stream()
                    .filter(source -> source.key().equals(citation.source()))
                    .map(Policy.Source::title)
                    .findFirst()
                    .orElse(citation.source());
            return title + " (" + citation.source() + "), " + citation.locator() + ": \"" + citation.quote() + "\"";
        }

        private String until() {
            String other = decision.permitted() ? "denied" : "permitted";
            return decision.holdsUntil()
                    .map(day -> "If nothing new happens, it will be " + other + " from " + day + " on.")
                    .orElse("If nothing new happens, this will not change.");
        }

        private List<Policy.Statement> bases() {
            return policy.vocabulary().purposes().stream()
                    .filter(entry -> use.purpose().equals(Optional.of(entry.name())))
                    .map(Vocabulary.PurposeEntry::bases)
                    .findFirst()
                    .orElse(List.of());
        }

        /** The statements that hold where the member is on the day of use. */
        private void statements(String label, List<Policy.Statement> all) {
            List<Policy.Statement> here = new ArrayList<>();
            boolean known = true;
            for (Policy.Statement statement : all) {
                if (!statement.in().isEmpty()) {
                    Truth truth = by.truth(new Condition.Located(statement.in(), Moment.USE), use);
                    known &= truth != Truth.UNKNOWN;
                    if (truth == Truth.TRUE) {
                        here.add(statement);
                    }
                }
            }
            if (!known) {
                line(0, label + ": depends on where the member is, which is not known.");
                return;
            }
            if (here.isEmpty()) {
                all.stream().filter(statement -> statement.in().isEmpty()).forEach(here::add);
            }
            for (Policy.Statement statement : here) {
                line(0, label + ": " + statement.says());
                for (Policy.Citation citation : statement.citations()) {
                    line(2, "Source: " + source(citation));
                }
            }
        }

        private void questions() {
            int told = 0;
            for (Policy.Question question : policy.questions()) {
                String taken = by.reading().answers().getOrDefault(question.name(), "");
                for (Policy.Answer answer : question.answers()) {
                    if (!answer.name().equals(taken) && flips(question, answer)) {
                        if (told++ == 0) {
                            line(
                                    0,
                                    "The documents leave questions open. Another answer would turn the decision round:");
                        }
                        line(1, "- " + question.name() + ": " + question.asks());
                        line(2, "Taken here: " + says(question, taken));
                        line(
                                2,
                                (decision.permitted() ? "Denied if: " : "Permitted if: ")
                                        + says(question, answer.name()));
                    }
                }
            }
            if (told == 0) {
                line(0, "No other answer to one of its open questions would turn the decision round.");
            }
        }

        private boolean flips(Policy.Question question, Policy.Answer answer) {
            Reading other = by.reading().with("other", question.name(), answer.name());
            return DataUsePolicy.of(policy, other).isPermitted(use) != decision.permitted();
        }

        private static String says(Policy.Question question, String name) {
            return question.answers().stream()
                    .filter(answer -> answer.name().equals(name))
                    .map(answer -> answer.says() + " (" + answer.name() + ")")
                    .findFirst()
                    .orElse(name);
        }
    }
}
