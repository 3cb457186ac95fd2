package dev.datause.examples.quickstart;

import dev.datause.LinkedIn;
import dev.datause.Permitted;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The sink of ads: who is interested in what, from rows that a policy permitted for ads. */
final class AdAudiences {
    private final SortedMap<String, TreeSet<Integer>> audiences = new TreeMap<>();

    void add(Permitted<Row> permitted) {
        Row row = permitted.valueFor(LinkedIn.AFFILIATE_ADS);
        String interest = row.text().substring(row.text().lastIndexOf(' ') + 1);
        audiences
                .computeIfAbsent(interest, any -> new TreeSet<>())
                .add(row.account().number());
    }

    @Override
    public String toString() {
        StringBuilder sizes = new StringBuilder("ad audiences:");
        audiences.forEach((interest, members) ->
                sizes.append(' ').append(interest).append(' ').append(members.size()));
        return sizes.toString();
    }
}
