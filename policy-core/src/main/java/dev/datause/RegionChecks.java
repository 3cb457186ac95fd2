package dev.datause;

import dev.datause.document.DocumentCode;
import dev.datause.document.Problems;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of jurisdictions and tables in every combination of answers, the ones that no named reading picks too. */
final class RegionChecks {
    private final Policy policy;
    private final Places places;
    private final Problems problems;
    private final Set<String> said = new HashSet<>();

    RegionChecks(Policy policy, Places places, Problems problems) {
        this.policy = policy;
        this.places = places;
        this.problems = problems;
    }

    void run() {
        List<Vocabulary.Jurisdiction> jurisdictions = policy.vocabulary().jurisdictions();
        Set<String> questions = new HashSet<>();
        Set<String> empty = new HashSet<>();
        for (Vocabulary.Jurisdiction jurisdiction : jurisdictions) {
            empty.add(jurisdiction.name());
            for (Vocabulary.IncludesWhen when : jurisdiction.includesWhen()) {
                questions.add(when.question());
            }
        }
        AnswerCombinations combinations = new AnswerCombinations(policy, questions);
        if (combinations.count() > AnswerCombinations.MOST) {
            problems.add(
                    DocumentCode.LIMIT,
                    places.of("vocabulary", "jurisdictions"),
                    "jurisdictions depend on more than " + AnswerCombinations.MOST
                            + " combinations of answers (limit of combinations)");
            return;
        }
        for (Map<String, String> answers : combinations) {
            Regions regions = Regions.of(policy.vocabulary(), answers);
            for (Vocabulary.Jurisdiction jurisdiction : jurisdictions) {
                if (!regions.countries(jurisdiction.name()).isEmpty()) {
                    empty.remove(jurisdiction.name());
                }
            }
            checkEea(regions, answers);
            for (Policy.FirstDays table : policy.firstDays()) {
                checkRows(table, regions, answers);
            }
        }
        for (Vocabulary.Jurisdiction jurisdiction : jurisdictions) {
            if (empty.contains(jurisdiction.name())) {
                problems.add(
                        DocumentCode.NO_COUNTRY,
                        places.of("vocabulary", "jurisdictions", jurisdiction.name()),
                        "no country lies in " + jurisdiction.name() + ", whatever the answers");
            }
        }
    }

    private void checkEea(Regions regions, Map<String, String> answers) {
        boolean eu = false;
        boolean eea = false;
        for (Vocabulary.Jurisdiction jurisdiction : policy.vocabulary().jurisdictions()) {
            eu |= jurisdiction.name().equals("EU");
            eea |= jurisdiction.name().equals("EEA");
        }
        if (!eu || !eea) {
            return;
        }
        BitSet missing = (BitSet) regions.countries("EU").clone();
        missing.andNot(regions.countries("EEA"));
        if (!missing.isEmpty() && said.add("EEA")) {
            problems.add(
                    DocumentCode.EEA_WITHOUT_EU,
                    places.of("vocabulary", "jurisdictions", "EEA"),
                    "EEA does not include " + codes(missing) + " of EU" + when(answers),
                    "add \"includes\": [\"EU\"]");
        }
    }

    private void checkRows(Policy.FirstDays table, Regions regions, Map<String, String> answers) {
        BitSet earlier = new BitSet(Country.COUNT);
        for (int i = 0; i < table.rows().size(); i++) {
            BitSet row = new BitSet(Country.COUNT);
            for (String in : table.rows().get(i).in()) {
                row.or(regions.countries(in));
            }
            if (row.intersects(earlier) && said.add(table.name() + ' ' + i)) {
                BitSet both = (BitSet) row.clone();
                both.and(earlier);
                problems.add(
                        DocumentCode.OVERLAP,
                        places.of("firstDays", table.name(), "rows", Integer.toString(i)),
                        codes(both) + " in this row and in an earlier one" + when(answers));
            }
            earlier.or(row);
        }
    }

    private static String codes(BitSet countries) {
        List<String> codes = new ArrayList<>();
        for (int i = countries.nextSetBit(0); i >= 0 && codes.size() < 5; i = countries.nextSetBit(i + 1)) {
            codes.add(Country.at(i).code());
        }
        int more = countries.cardinality() - codes.size();
        return String.join(", ", codes) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String when(Map<String, String> answers) {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            out.append(out.length() == 0 ? " when " : " and ");
            out.append(answer.getKey()).append(" is ").append(answer.getValue());
        }
        return out.toString();
    }
}
