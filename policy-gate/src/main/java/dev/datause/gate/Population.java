package dev.datause.gate;

import dev.datause.Condition;
import dev.datause.Policy;
import dev.datause.document.DocumentCode;
import dev.datause.document.Node;
import dev.datause.document.Position;
import dev.datause.document.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a population can be: a condition on facts about members. Conditions on anything else (what for, by whom, which
 * category, which day) would silently narrow what is checked, and have places of their own in a manifest.
 */
final class Population {
    private static final Map<String, String> ELSEWHERE = Map.of(
            "purpose", "a pipeline states its purpose",
            "recipient", "a pipeline states its recipient",
            "category", "a dataset states its categories",
            "audience", "a dataset states audiences with its categories",
            "used", "a pipeline states its days as \"runs\"",
            "collected", "a dataset states its days as \"collected\"",
            "answer", "the reading of the policy answers questions");
    private static final Set<String> OF_ONE = Set.of("not", "certainly", "possibly");
    private static final Set<String> OF_MANY = Set.of("all", "any");

    private Population() {}

    /** Reports every part of a population that is not about members. */
    static void check(Node node, Policy policy, Problems problems) {
        if (!(node instanceof Node.Members members)) {
            return;
        }
        for (Node.Entry entry : members.entries()) {
            Node value = entry.value();
            if (OF_ONE.contains(entry.key())) {
                check(value, policy, problems);
            } else if (OF_MANY.contains(entry.key()) && value instanceof Node.Items items) {
                items.items().forEach(item -> check(item, policy, problems));
            } else if (entry.key().equals("defined") && value instanceof Node.Text text) {
                defined(text.text(), entry.keyAt(), policy, problems);
            } else if (ELSEWHERE.containsKey(entry.key())) {
                problems.add(
                        DocumentCode.NOT_A_CHOICE,
                        entry.keyAt(),
                        "members are described by facts about them, not by \"" + entry.key() + "\"",
                        ELSEWHERE.get(entry.key()));
            }
        }
    }

    private static void defined(String name, Position at, Policy policy, Problems problems) {
        if (!new AboutMembers(policy).defined(new Condition.Defined(name))) {
            problems.add(
                    DocumentCode.NOT_A_CHOICE,
                    at,
                    "members are described by facts about them, and " + problems.shown(name) + " asks for more");
        }
    }

    /** Whether a condition asks for nothing but facts about members. */
    private static final class AboutMembers implements Condition.Cases<Boolean> {
        private final Policy policy;
        private final Set<String> seen = new HashSet<>();

        AboutMembers(Policy policy) {
            this.policy = policy;
        }

        private boolean every(List<Condition> conditions) {
            return conditions.stream().allMatch(condition -> condition.accept(this));
        }

        @Override
        public Boolean all(Condition.All condition) {
            return every(condition.of());
        }

        @Override
        public Boolean any(Condition.Any condition) {
            return every(condition.of());
        }

        @Override
        public Boolean not(Condition.Not condition) {
            return condition.of().accept(this);
        }

        @Override
        public Boolean certainly(Condition.Certainly condition) {
            return condition.of().accept(this);
        }

        @Override
        public Boolean possibly(Condition.Possibly condition) {
            return condition.of().accept(this);
        }

        @Override
        public Boolean defined(Condition.Defined condition) {
            return !seen.add(condition.name())
                    || policy.definitions().stream()
                            .filter(definition -> definition.name().equals(condition.name()))
                            .allMatch(definition -> definition.condition().accept(this));
        }

        @Override
        public Boolean purposeIs(Condition.PurposeIs condition) {
            return false;
        }

        @Override
        public Boolean recipientIs(Condition.RecipientIs condition) {
            return false;
        }

        @Override
        public Boolean categoryIs(Condition.CategoryIs condition) {
            return false;
        }

        @Override
        public Boolean audienceIs(Condition.AudienceIs condition) {
            return false;
        }

        @Override
        public Boolean located(Condition.Located condition) {
            return true;
        }

        @Override
        public Boolean firstDayReached(Condition.FirstDayReached condition) {
            return true;
        }

        @Override
        public Boolean ageAtLeast(Condition.AgeAtLeast condition) {
            return true;
        }

        @Override
        public Boolean settingIs(Condition.SettingIs condition) {
            return true;
        }

        @Override
        public Boolean signalIs(Condition.SignalIs condition) {
            return true;
        }

        @Override
        public Boolean objectionStands(Condition.ObjectionStands condition) {
            return true;
        }

        @Override
        public Boolean flagIsSet(Condition.FlagIsSet condition) {
            return true;
        }

        @Override
        public Boolean traitIs(Condition.TraitIs condition) {
            return true;
        }

        @Override
        public Boolean usedFrom(Condition.UsedFrom condition) {
            return false;
        }

        @Override
        public Boolean collectedFrom(Condition.CollectedFrom condition) {
            return false;
        }

        @Override
        public Boolean usedBeforeCollected(Condition.UsedBeforeCollected condition) {
            return false;
        }

        @Override
        public Boolean answered(Condition.Answered condition) {
            return false;
        }
    }
}
