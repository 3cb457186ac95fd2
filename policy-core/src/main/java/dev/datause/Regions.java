package dev.datause;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** The countries of each jurisdiction in one reading, by index of the country. */
final class Regions {
    static final String ANYWHERE = "anywhere";

    private final Map<String, BitSet> countries = new HashMap<>();

    private Regions() {
        BitSet anywhere = new BitSet(Country.COUNT);
        anywhere.set(0, Country.COUNT);
        countries.put(ANYWHERE, anywhere);
    }

    static Regions of(Vocabulary vocabulary, Map<String, String> answers) {
        Regions regions = new Regions();
        Map<String, Vocabulary.Jurisdiction> defined = new HashMap<>();
        for (Vocabulary.Jurisdiction jurisdiction : vocabulary.jurisdictions()) {
            defined.put(jurisdiction.name(), jurisdiction);
        }
        for (Vocabulary.Jurisdiction jurisdiction : vocabulary.jurisdictions()) {
            regions.resolve(jurisdiction.name(), defined, answers);
        }
        return regions;
    }

    private BitSet resolve(String name, Map<String, Vocabulary.Jurisdiction> defined, Map<String, String> answers) {
        BitSet done = countries.get(name);
        if (done != null) {
            return done;
        }
        Vocabulary.Jurisdiction jurisdiction = defined.get(name);
        if (jurisdiction == null) {
            throw new IllegalArgumentException("jurisdiction: the vocabulary has no '" + name + "'");
        }
        BitSet set = new BitSet(Country.COUNT);
        // Seen from within itself a jurisdiction is empty so far: a circle ends here instead of recursing for ever.
        countries.put(name, set);
        for (Country country : jurisdiction.countries()) {
            set.set(country.index());
        }
        for (String included : jurisdiction.includes()) {
            set.or(resolve(included, defined, answers));
        }
        for (Vocabulary.IncludesWhen included : jurisdiction.includesWhen()) {
            if (included.answer().equals(answers.get(included.question()))) {
                for (String other : included.jurisdictions()) {
                    set.or(resolve(other, defined, answers));
                }
            }
        }
        if (jurisdiction.allExcept().isPresent()) {
            BitSet excluded = new BitSet(Country.COUNT);
            for (String other : jurisdiction.allExcept().get()) {
                excluded.or(resolve(other, defined, answers));
            }
            set.set(0, Country.COUNT);
            set.andNot(excluded);
        }
        return set;
    }

    boolean has(String jurisdiction) {
        return countries.containsKey(jurisdiction);
    }

    /** The countries of a jurisdiction; the caller does not change them. */
    BitSet countries(String jurisdiction) {
        BitSet in = countries.get(jurisdiction);
        if (in == null) {
            throw new IllegalArgumentException("jurisdiction: the vocabulary has no '" + jurisdiction + "'");
        }
        return in;
    }

    /**
     * The first day of each country in a table, by index; {@link Days#NEVER} where there is none.
     *
     * @throws IllegalArgumentException if a country lies in two rows
     */
    int[] firstDays(Policy.FirstDays table) {
        int elsewhere = Days.of(table.elsewhere(), Days.NEVER);
        int[] days = new int[Country.COUNT];
        for (int i = 0; i < days.length; i++) {
            days[i] = elsewhere;
        }
        BitSet told = new BitSet(Country.COUNT);
        for (Policy.FirstDays.Row row : table.rows()) {
            BitSet in = new BitSet(Country.COUNT);
            for (String jurisdiction : row.in()) {
                in.or(countries(jurisdiction));
            }
            if (told.intersects(in)) {
                throw new IllegalArgumentException("table: a country lies in two rows of '" + table.name() + "'");
            }
            told.or(in);
            int day = Days.of(row.day(), Days.NEVER);
            for (int i = in.nextSetBit(0); i >= 0; i = in.nextSetBit(i + 1)) {
                days[i] = day;
            }
        }
        return days;
    }
}
