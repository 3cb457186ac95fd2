package dev.datause;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A policy as data: what it speaks of, where that is written, what is uncertain, and the rules. Values only: what
 * decides is a {@link DataUsePolicy}, compiled from a policy and a reading of it.
 *
 * <p>A policy made by {@code PolicyJson} is consistent: every name it uses is defined. Lists keep the order of the
 * document; no decision depends on that order.
 *
 * @param id the name of the policy, such as {@code linkedin-2025-11-03}
 * @param version the version of its text
 * @param title one line for people
 * @param effective the days of use on which the policy speaks at all; outside them everything is denied
 * @param vocabulary the words the rules may use
 * @param sources the documents that rules cite
 * @param questions where the documents disagree or are silent
 * @param readings named answers to every question
 * @param defaultReading the name of the reading that holds when none is chosen
 * @param firstDays tables of first permitted days
 * @param definitions conditions with a name
 * @param rules the permissions and prohibitions
 * @param controllers who is responsible for members where, for people
 */
public record Policy(
        String id,
        String version,
        String title,
        Effective effective,
        Vocabulary vocabulary,
        List<Source> sources,
        List<Question> questions,
        List<Reading> readings,
        String defaultReading,
        List<FirstDays> firstDays,
        List<Definition> definitions,
        List<Rule> rules,
        List<Statement> controllers) {
    /** Copies the lists. */
    public Policy {
        Names.checked(id, "id");
        Objects.requireNonNull(version, "version");
        sources = List.copyOf(sources);
        questions = List.copyOf(questions);
        readings = List.copyOf(readings);
        firstDays = List.copyOf(firstDays);
        definitions = List.copyOf(definitions);
        rules = List.copyOf(rules);
        controllers = List.copyOf(controllers);
    }

    /** The reading with this name, if the policy has it. */
    public Optional<Reading> reading(String name) {
        for (Reading reading : readings) {
            if (reading.name().equals(name)) {
                return Optional.of(reading);
            }
        }
        return Optional.empty();
    }

    /**
     * Begins a policy without words, rules or anything else. A policy that is made in code is held to its words when it is
     * {@linkplain DataUsePolicy#of(Policy, Reading) compiled}; to have it looked at as a document is, for rules that can
     * never match and the like, write it and read it back with {@code PolicyJson}.
     *
     * @throws IllegalArgumentException from {@link Builder#build()}, if the id is not a name
     */
    public static Builder builder(String id, String version) {
        return new Builder(id, version);
    }

    /** Begins a policy that is this one but for what is set: a rule less, a word more. This one stays as it is. */
    public Builder toBuilder() {
        return new Builder(id, version)
                .title(title)
                .effective(effective)
                .vocabulary(vocabulary)
                .sources(sources)
                .questions(questions)
                .readings(readings)
                .defaultReading(defaultReading)
                .firstDays(firstDays)
                .definitions(definitions)
                .rules(rules)
                .controllers(controllers);
    }

    /**
     * The days of use on which a policy speaks.
     *
     * @param from the first day, if there is one
     * @param until the last day, if there is one
     */
    public record Effective(Optional<LocalDate> from, Optional<LocalDate> until) {
        /** Every day. */
        public static final Effective ALWAYS = new Effective(Optional.empty(), Optional.empty());

        /** Refuses a last day before the first. */
        public Effective {
            if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
                throw new IllegalArgumentException("until: lies before from");
            }
        }
    }

    /**
     * A document that rules cite.
     *
     * @param key the short name that citations use
     * @param title what it is
     * @param where where it is found: an address, an archive and a commit
     * @param trust who speaks
     * @param document the file name of its text, when quotes are to be checked against it
     */
    public record Source(String key, String title, String where, Trust trust, Optional<String> document) {}

    /** Who speaks in a source. */
    public enum Trust {
        /** The controller's own legal text, archived. */
        LEGAL_TEXT,
        /** The controller's help or announcement, as mirrored or quoted by others. */
        HELP,
        /** A regulator or a court. */
        REGULATOR,
        /** The press and other third parties. */
        PRESS,
        /** A choice of this policy's authors, where no document settles the point. */
        CHOICE
    }

    /**
     * A place in a source and the words there.
     *
     * @param source the key of the source
     * @param locator where in it: a section, a row, a paragraph
     * @param quote the words, short
     */
    public record Citation(String source, String locator, String quote) {}

    /**
     * A point on which documents disagree or are silent.
     *
     * @param name its short name, such as {@code C9}
     * @param asks the question
     * @param answers the rival answers, two at least
     */
    public record Question(String name, String asks, List<Answer> answers) {
        /** Copies the list. */
        public Question {
            answers = List.copyOf(answers);
        }
    }

    /**
     * One answer to a question.
     *
     * @param name its short name, such as {@code use-date}
     * @param says the answer in a sentence
     * @param citations where it is written, one at least
     */
    public record Answer(String name, String says, List<Citation> citations) {
        /** Copies the list. */
        public Answer {
            citations = List.copyOf(citations);
        }
    }

    /**
     * First permitted days by jurisdiction.
     *
     * @param name the name conditions use
     * @param rows the rows; in no reading does a country lie in two
     * @param elsewhere the day in all other countries; empty means never
     */
    public record FirstDays(String name, List<Row> rows, Optional<LocalDate> elsewhere) {
        /** Copies the list. */
        public FirstDays {
            rows = List.copyOf(rows);
        }

        /**
         * A row.
         *
         * @param in the jurisdictions
         * @param day their first day; empty means never
         */
        public record Row(List<String> in, Optional<LocalDate> day) {
            /** Copies the list. */
            public Row {
                in = List.copyOf(in);
            }
        }
    }

    /**
     * A condition with a name.
     *
     * @param name the name that {@link Condition.Defined} uses
     * @param condition the condition
     */
    public record Definition(String name, Condition condition) {}

    /** What a rule does when its condition holds. */
    public enum Effect {
        /** Grants, unless any rule prohibits. */
        PERMIT,
        /** Denies, whatever others grant; unknown denies too. */
        PROHIBIT
    }

    /**
     * A rule.
     *
     * @param id its name, forever
     * @param effect what it does
     * @param sentence what it says, for people
     * @param when when it does so
     * @param citations where it is written, one at least
     * @param remedy what a member or an engineer can do about a denial
     */
    public record Rule(
            String id, Effect effect, String sentence, Condition when, List<Citation> citations, Remedy remedy) {
        /** Copies the list. */
        public Rule {
            citations = List.copyOf(citations);
        }
    }

    /**
     * The way out of a denial, or, on a permission, of the use.
     *
     * @param member what the member can do
     * @param engineer what who uses the data can do
     */
    public record Remedy(Optional<String> member, Optional<String> engineer) {
        /** Nothing can be done. */
        public static final Remedy NONE = new Remedy(Optional.empty(), Optional.empty());
    }

    /**
     * Something that holds in some places, for people: a controller, a legal basis.
     *
     * @param in the jurisdictions; empty means everywhere else
     * @param says the statement
     * @param citations where it is written
     */
    public record Statement(List<String> in, String says, List<Citation> citations) {
        /** Copies the lists. */
        public Statement {
            in = List.copyOf(in);
            citations = List.copyOf(citations);
        }
    }

    /** Sets a policy together, one part by name after the other; of a part set twice the last counts. Not thread-safe. */
    public static final class Builder {
        private String id;
        private String version;
        private String title = "";
        private Effective effective = Effective.ALWAYS;
        private Vocabulary vocabulary = Vocabulary.builder().build();
        private List<Source> sources = List.of();
        private List<Question> questions = List.of();
        private List<Reading> readings = List.of();
        private String defaultReading = "";
        private List<FirstDays> firstDays = List.of();
        private List<Definition> definitions = List.of();
        private List<Rule> rules = List.of();
        private List<Statement> controllers = List.of();

        private Builder(String id, String version) {
            this.id = id;
            this.version = version;
        }

        /** Sets the name of the policy. */
        public Builder id(String id) {
            this.id = id;
            return this;
        }

        /** Sets the version of its text. */
        public Builder version(String version) {
            this.version = version;
            return this;
        }

        /** Sets one line for people. */
        public Builder title(String title) {
            this.title = title;
            return this;
        }

        /** Sets the days of use on which it speaks; every day unless set. */
        public Builder effective(Effective effective) {
            this.effective = effective;
            return this;
        }

        /** Sets the words its rules may use. */
        public Builder vocabulary(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
            return this;
        }

        /** Sets the documents that rules cite. */
        public Builder sources(List<Source> sources) {
            this.sources = sources;
            return this;
        }

        /** Sets where the documents disagree or are silent. */
        public Builder questions(List<Question> questions) {
            this.questions = questions;
            return this;
        }

        /** Sets named answers to every question. */
        public Builder readings(List<Reading> readings) {
            this.readings = readings;
            return this;
        }

        /** Sets the name of the reading that holds when none is chosen. */
        public Builder defaultReading(String defaultReading) {
            this.defaultReading = defaultReading;
            return this;
        }

        /** Sets tables of first permitted days. */
        public Builder firstDays(List<FirstDays> firstDays) {
            this.firstDays = firstDays;
            return this;
        }

        /** Sets conditions with a name. */
        public Builder definitions(List<Definition> definitions) {
            this.definitions = definitions;
            return this;
        }

        /** Sets the permissions and prohibitions. */
        public Builder rules(List<Rule> rules) {
            this.rules = rules;
            return this;
        }

        /** Sets who is responsible for members where. */
        public Builder controllers(List<Statement> controllers) {
            this.controllers = controllers;
            return this;
        }

        /**
         * The policy.
         *
         * @throws IllegalArgumentException if its id is not a name
         */
        public Policy build() {
            return new Policy(
                    id,
                    version,
                    title,
                    effective,
                    vocabulary,
                    sources,
                    questions,
                    readings,
                    defaultReading,
                    firstDays,
                    definitions,
                    rules,
                    controllers);
        }
    }
}
