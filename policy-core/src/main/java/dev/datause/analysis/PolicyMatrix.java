package dev.datause.analysis;

import dev.datause.AnalysisLimitException;
import dev.datause.Country;
import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.UseKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who is permitted what, where and from when: for data that is collected on the day of its use, by purpose, recipient and
 * category, by countries that no rule tells apart, and by intervals between days on which something changes. Answered for
 * a plain member of an age, who touched nothing, and exactly for everybody else as {@link Answer#ONLY_IF} or
 * {@link Answer#NEVER}.
 *
 * @param policy the name of the policy
 * @param reading the name of the reading
 * @param age the age of the plain member
 * @param rows the rows; kinds of use that are never permitted have none
 */
public record PolicyMatrix(String policy, String reading, int age, List<Row> rows) {
    /** The age of the plain member if none is chosen. */
    public static final int ADULT = 35;

    /** Copies the list. */
    public PolicyMatrix {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(reading, "reading");
        rows = List.copyOf(rows);
    }

    /**
     * Kinds of use of which the same is true.
     *
     * @param kinds the kinds: of one purpose and one recipient
     * @param places what is true where
     */
    public record Row(List<UseKind> kinds, List<Place> places) {
        /** Copies the lists. */
        public Row {
            kinds = List.copyOf(kinds);
            places = List.copyOf(places);
        }
    }

    /**
     * Countries of which the same is true.
     *
     * @param countries the countries
     * @param name the countries in words, such as {@code located in EEA, CH}
     * @param spans the answers, in the order of time; each begins where the one before ends
     */
    public record Place(List<Country> countries, String name, List<Span> spans) {
        /** Copies the lists. */
        public Place {
            countries = List.copyOf(countries);
            spans = List.copyOf(spans);
        }
    }

    /**
     * An interval of days of use.
     *
     * @param from the first day; empty for the first interval
     * @param answer the answer
     * @param conditions what must hold of a member, in words, all of it; none where the answer is {@link Answer#NEVER}
     * @param rule the rule that decides on the plain member, if one does
     * @param citation where that is written
     */
    public record Span(
            Optional<LocalDate> from,
            Answer answer,
            List<String> conditions,
            Optional<String> rule,
            Optional<Policy.Citation> citation) {
        /** Copies the list. */
        public Span {
            Objects.requireNonNull(answer, "answer");
            conditions = List.copyOf(conditions);
        }
    }

    /** Whether a use is permitted. */
    public enum Answer {
        /** For the plain member, and whoever else the conditions hold for. */
        PERMITTED,
        /** Not for the plain member; only for whom the conditions hold. */
        ONLY_IF,
        /** For nobody. */
        NEVER
    }

    /**
     * The matrix for an adult and all categories.
     *
     * @throws AnalysisLimitException if an exact answer would take too much
     */
    public static PolicyMatrix of(DataUsePolicy policy) {
        return of(policy, UseKind.named(policy.policy().vocabulary()), ADULT);
    }

    /**
     * The matrix for some kinds of use and a member of an age.
     *
     * @throws AnalysisLimitException if an exact answer would take too much
     */
    public static PolicyMatrix of(DataUsePolicy policy, List<UseKind> kinds, int age) {
        return new MatrixRows(policy).matrix(kinds, age);
    }

    /**
     * The matrices for several ages, in their order: as one after the other, and faster.
     *
     * @throws AnalysisLimitException if an exact answer would take too much
     */
    public static List<PolicyMatrix> ofAges(DataUsePolicy policy, List<UseKind> kinds, List<Integer> ages) {
        MatrixRows rows = new MatrixRows(policy);
        return ages.stream().map(age -> rows.matrix(kinds, age)).toList();
    }

    /**
     * The first day from which the plain member may be used for ever after, by country: over the rows of a purpose and
     * recipient the earliest. Countries where that never comes are left out.
     */
    public Map<Country, LocalDate> firstDays(List<UseKind> kinds) {
        Map<Country, LocalDate> first = new TreeMap<>();
        for (Row row : rows) {
            if (row.kinds().stream().anyMatch(kinds::contains)) {
                for (Place place : row.places()) {
                    Optional<LocalDate> day = firstDay(place.spans());
                    day.ifPresent(from -> place.countries()
                            .forEach(country -> first.merge(country, from, (a, b) -> a.isBefore(b) ? a : b)));
                }
            }
        }
        return first;
    }

    private static Optional<LocalDate> firstDay(List<Span> spans) {
        Optional<LocalDate> first = Optional.empty();
        for (Span span : spans) {
            boolean permitted = span.answer() == Answer.PERMITTED;
            LocalDate from = span.from().orElse(LocalDate.of(1900, 1, 1));
            first = permitted ? Optional.of(first.orElse(from)) : Optional.empty();
        }
        return first;
    }

    /** The kinds of all rows. */
    public List<UseKind> kinds() {
        List<UseKind> kinds = new ArrayList<>();
        rows.forEach(row -> kinds.addAll(row.kinds()));
        return kinds;
    }

    /** The matrix for people. Deterministic; ends with a line feed. */
    public String text() {
        return MatrixReport.text(this);
    }

    /** The matrix as JSON, see {@code docs/analysis.md}. Deterministic; ends with a line feed. */
    public String json() {
        return MatrixReport.json(this);
    }
}
