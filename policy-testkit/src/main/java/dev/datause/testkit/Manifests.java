package dev.datause.testkit;

import dev.datause.Condition;
import dev.datause.Policy;
import dev.datause.PolicyJson;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Draws manifests of which many nearly pass: that is where mistakes hide. */
final class Manifests {
    private final Policy policy;
    private final List<LocalDate> days;

    Manifests(Policy policy, List<LocalDate> days) {
        this.policy = policy;
        this.days = days;
    }

    String manifest(Draw draw) {
        int datasets = 1 + draw.below(3);
        StringBuilder out = new StringBuilder("{\"format\": 1, \"datasets\": [");
        for (int i = 0; i < datasets; i++) {
            out.append(i == 0 ? "" : ",").append("\n  ").append(dataset(draw, "d" + i));
        }
        out.append("],\n\"pipelines\": [");
        for (int i = 1 + draw.below(2); i > 0; i--) {
            out.append("\n  ").append(pipeline(draw, "p" + i, datasets)).append(i == 1 ? "" : ",");
        }
        return out.append("]}\n").toString();
    }

    private static String quoted(Object name) {
        return "\"" + name + "\"";
    }

    private String dataset(Draw draw, String name) {
        Vocabulary.PurposeEntry purpose = draw.from(policy.vocabulary().purposes());
        List<String> categories = new ArrayList<>();
        for (Vocabulary.Usual usual : purpose.usual()) {
            if (categories.isEmpty() || draw.oneIn(2)) {
                categories.add(
                        usual.audience().isEmpty()
                                ? quoted(usual.category())
                                : "{\"category\": " + quoted(usual.category()) + ", \"audience\": "
                                        + quoted(usual.audience().get().name()) + "}");
            }
        }
        if (draw.oneIn(5)) {
            String more = quoted(draw.from(policy.vocabulary().categories()).name());
            if (!categories.contains(more)) {
                categories.add(more);
            }
        }
        String out = "{\"name\": " + quoted(name) + ", \"categories\": [" + String.join(", ", categories) + "]";
        if (!draw.oneIn(8)) {
            out += ", \"collected\": {\"from\": " + quoted(draw.beside(draw.from(days))) + "}";
        }
        return out + "}";
    }

    private String pipeline(Draw draw, String name, int datasets) {
        Vocabulary.PurposeEntry purpose = draw.from(policy.vocabulary().purposes());
        List<String> guards = new ArrayList<>();
        boolean careless = draw.oneIn(2);
        for (Policy.Rule rule : policy.rules()) {
            if (rule.effect() == Policy.Effect.PROHIBIT && !(careless && draw.oneIn(12))) {
                Condition denies = rule.when();
                List<ConditionFaults.Change> wrong =
                        careless && draw.oneIn(12) ? ConditionFaults.of(policy, denies) : List.of();
                Condition kept = wrong.isEmpty() ? denies : draw.from(wrong).to();
                guards.add(PolicyJson.write(new Condition.Not(new Condition.Possibly(kept)))
                        .trim());
            }
        }
        LocalDate from = draw.from(days);
        String out = "{\"name\": " + quoted(name) + ", \"purpose\": " + quoted(purpose.name()) + ", \"recipient\": "
                + quoted(purpose.defaultRecipient()) + ", \"inputs\": [" + quoted("d" + draw.below(datasets)) + "]";
        if (!guards.isEmpty()) {
            out += ", \"guards\": [" + String.join(", ", guards) + "]";
        }
        String until = draw.oneIn(2) ? "" : ", \"until\": " + quoted(from.plusDays(draw.below(500)));
        return out + ", \"runs\": {\"from\": " + quoted(from) + until + "}}";
    }
}
