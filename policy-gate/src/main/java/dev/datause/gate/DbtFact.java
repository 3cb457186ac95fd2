package dev.datause.gate;

import dev.datause.Condition;
import java.util.List;
import java.util.Optional;

/** One thing that a tag, a meta key or a rule of a mapping says about a part of a dbt project. */
sealed interface DbtFact {
    /** The key with which it is written. */
    String key();

    /** What it says, wherever it stands: two facts with one meaning are one. */
    default Object meaning() {
        return this;
    }

    /** That it holds such data. */
    record Holds(Dataset.Content content) implements DbtFact {
        @Override
        public String key() {
            return "categories";
        }
    }

    /** That it holds no data of members by itself, and what instead. */
    record NoMemberData(String instead) implements DbtFact {
        @Override
        public String key() {
            return "noMemberData";
        }
    }

    /** Whom the data is about. */
    record About(Condition members) implements DbtFact {
        @Override
        public String key() {
            return "members";
        }
    }

    /** When the data was collected. */
    record Collected(Window days) implements DbtFact {
        @Override
        public String key() {
            return "collected";
        }
    }

    /** What the data is used for. */
    record UsedFor(String purpose) implements DbtFact {
        @Override
        public String key() {
            return "purpose";
        }
    }

    /** Who uses it. */
    record UsedBy(String recipient) implements DbtFact {
        @Override
        public String key() {
            return "recipient";
        }
    }

    /** A filter. */
    record Filters(Condition guard) implements DbtFact {
        @Override
        public String key() {
            return "guards";
        }
    }

    /** A call of a policy for every row. */
    record Calls(Step.PolicyCall call) implements DbtFact {
        @Override
        public String key() {
            return "guard";
        }

        @Override
        public Object meaning() {
            Optional<String> recipient = call.use().flatMap(Tag::recipient).map(Stated::value);
            return List.of(call.policy(), call.reading(), call.use().map(Tag::purpose), recipient);
        }
    }

    /** What stops here. */
    record Stops(Breaker breaker) implements DbtFact {
        @Override
        public String key() {
            return "breaks";
        }

        @Override
        public Object meaning() {
            List<String> categories =
                    breaker.categories().stream().map(Stated::value).toList();
            return List.of(
                    categories,
                    breaker.method(),
                    breaker.minimumGroup(),
                    breaker.owner(),
                    breaker.reason(),
                    breaker.until());
        }
    }

    /** When it runs. */
    record Runs(Window days) implements DbtFact {
        @Override
        public String key() {
            return "runs";
        }
    }

    /** That an exposure is none of the uses that the policy is about, and why. */
    record NoPurpose(String reason) implements DbtFact {
        @Override
        public String key() {
            return "noPurpose";
        }
    }

    /** That what matched says nothing about data, and why. */
    record Nothing(String reason) implements DbtFact {
        @Override
        public String key() {
            return "nothing";
        }
    }
}
