package dev.datause;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sets of countries by the names of jurisdictions: those in it, or those it leaves out, whichever is shorter. */
final class Territories {
    /** So many codes may stand in words before they are only counted. */
    private static final int MANY = 12;

    /** The jurisdictions that mean the same under all readings, the large ones first. */
    private final Map<String, BitSet> named = new LinkedHashMap<>();
    /** The others, each with the name of a reading, and of its policy where there are several. For words only. */
    private final Map<String, BitSet> qualified = new LinkedHashMap<>();

    Territories(Vocabulary vocabulary, List<Regions> regions, List<String> readings) {
        List<String> names = new ArrayList<>();
        vocabulary.jurisdictions().forEach(jurisdiction -> names.add(jurisdiction.name()));
        names.add(Regions.ANYWHERE);
        Regions first = regions.get(0);
        names.sort((a, b) -> Integer.compare(
                first.countries(b).cardinality(), first.countries(a).cardinality()));
        for (String name : names) {
            Set<BitSet> meanings = new HashSet<>();
            // Another policy may not have it at all: then it means nothing there.
            regions.forEach(one -> meanings.add(one.has(name) ? one.countries(name) : new BitSet()));
            if (meanings.size() == 1 && !first.countries(name).isEmpty()) {
                named.put(name, first.countries(name));
            }
            for (int i = 0; i < regions.size() && meanings.size() > 1; i++) {
                if (regions.get(i).has(name)) {
                    qualified.putIfAbsent(
                            name + " (" + readings.get(i) + ")", regions.get(i).countries(name));
                }
            }
        }
    }

    private static BitSet others(BitSet countries) {
        BitSet others = (BitSet) countries.clone();
        others.flip(0, Country.COUNT);
        return others;
    }

    /** Jurisdictions that make up exactly these countries; none where they cannot. */
    private static List<String> parts(BitSet countries, Map<String, BitSet> named) {
        List<String> parts = new ArrayList<>();
        BitSet left = (BitSet) countries.clone();
        for (Map.Entry<String, BitSet> entry : named.entrySet()) {
            BitSet beyond = (BitSet) entry.getValue().clone();
            beyond.andNot(countries);
            if (beyond.isEmpty() && entry.getValue().intersects(left)) {
                parts.add(entry.getKey());
                left.andNot(entry.getValue());
            }
        }
        return left.isEmpty() ? parts : List.of();
    }

    /**
     * Countries as some jurisdictions without others.
     *
     * @param in the jurisdictions; {@code anywhere} by itself where only {@code out} says something
     * @param out those left out
     */
    private record Named(List<String> in, List<String> out) {}

    /** The shortest name found; without jurisdictions where the countries have none. */
    private static Named named(BitSet countries, Map<String, BitSet> named) {
        List<String> in = parts(countries, named);
        List<String> out = parts(others(countries), named);
        if (!in.isEmpty() && (out.isEmpty() || in.size() <= out.size())) {
            return new Named(in, List.of());
        }
        if (!out.isEmpty()) {
            return new Named(List.of(Regions.ANYWHERE), out);
        }
        Named best = new Named(List.of(), List.of());
        for (Map.Entry<String, BitSet> entry : named.entrySet()) {
            BitSet beyond = (BitSet) countries.clone();
            beyond.andNot(entry.getValue());
            BitSet over = (BitSet) entry.getValue().clone();
            over.andNot(countries);
            List<String> without = parts(over, named);
            boolean shorter = best.in.isEmpty() || without.size() < best.out.size();
            if (beyond.isEmpty() && !without.isEmpty() && shorter) {
                best = new Named(List.of(entry.getKey()), without);
            }
        }
        return best;
    }

    Condition condition(BitSet countries, Moment at) {
        Named name = named(countries, named);
        if (name.in.isEmpty()) {
            return classByClass(countries, at);
        }
        Condition in = new Condition.Located(name.in, at);
        if (name.out.isEmpty()) {
            return in;
        }
        Condition out = new Condition.Not(new Condition.Located(name.out, at));
        return name.in.equals(List.of(Regions.ANYWHERE)) ? out : new Condition.All(List.of(in, out));
    }

    /** Every class of countries that no jurisdiction tells apart by all that it lies in and all that it does not. */
    private Condition classByClass(BitSet countries, Moment at) {
        Map<List<Boolean>, Condition> classes = new LinkedHashMap<>();
        for (int i = countries.nextSetBit(0); i >= 0; i = countries.nextSetBit(i + 1)) {
            List<Boolean> lies = new ArrayList<>();
            List<Condition> parts = new ArrayList<>();
            List<String> out = new ArrayList<>();
            for (Map.Entry<String, BitSet> entry : named.entrySet()) {
                lies.add(entry.getValue().get(i));
                if (entry.getValue().get(i)) {
                    parts.add(new Condition.Located(List.of(entry.getKey()), at));
                } else {
                    out.add(entry.getKey());
                }
            }
            if (!out.isEmpty()) {
                parts.add(new Condition.Not(new Condition.Located(out, at)));
            }
            classes.putIfAbsent(lies, new Condition.All(parts));
        }
        return new Condition.Any(List.copyOf(classes.values()));
    }

    /** The countries in words: by jurisdictions, else by codes. */
    String words(BitSet countries) {
        Named name = named(countries, named);
        if (name.in.isEmpty() && !qualified.isEmpty()) {
            Map<String, BitSet> all = new LinkedHashMap<>(qualified);
            all.putAll(named);
            name = named(countries, all);
        }
        if (name.in.isEmpty()) {
            return countries.cardinality() <= MANY
                    ? "located in " + codes(countries)
                    : others(countries).cardinality() <= MANY
                            ? "located outside " + codes(others(countries))
                            : "located in one of " + countries.cardinality() + " countries, such as "
                                    + Country.at(countries.nextSetBit(0));
        }
        if (name.out.isEmpty()) {
            return "located in " + String.join(", ", name.in);
        }
        String out = "outside " + String.join(", ", name.out);
        return name.in.equals(List.of(Regions.ANYWHERE))
                ? "located " + out
                : "located in " + String.join(", ", name.in) + " " + out;
    }

    private static String codes(BitSet countries) {
        List<String> codes = new ArrayList<>();
        countries.stream().forEach(i -> codes.add(Country.at(i).code()));
        return String.join(", ", codes);
    }
}
