package dev.datause.gate;

import dev.datause.document.DocumentCode;
import dev.datause.document.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is said about one thing, each with the first place where it stands.
 *
 * @param facts the facts, no two with one meaning
 */
record DbtSaid(List<Stated<DbtFact>> facts) {
    /** Copies the list. */
    DbtSaid {
        facts = List.copyOf(facts);
    }

    static DbtSaid of(List<Stated<DbtFact>> facts) {
        Map<Object, Stated<DbtFact>> distinct = new LinkedHashMap<>();
        facts.forEach(fact -> distinct.putIfAbsent(fact.value().meaning(), fact));
        return new DbtSaid(List.copyOf(distinct.values()));
    }

    /** All facts of one kind. */
    <F extends DbtFact> List<Stated<F>> all(Class<F> kind) {
        List<Stated<F>> all = new ArrayList<>();
        for (Stated<DbtFact> fact : facts) {
            if (kind.isInstance(fact.value())) {
                all.add(new Stated<>(kind.cast(fact.value()), fact.at()));
            }
        }
        return all;
    }

    /** The one fact of a kind that excludes others of its kind; two are a problem. */
    <F extends DbtFact> Optional<Stated<F>> one(Class<F> kind, Problems problems) {
        List<Stated<F>> all = all(kind);
        if (all.size() > 1) {
            problems.add(
                    DocumentCode.TWICE,
                    all.get(1).at().at(),
                    "\"" + all.get(1).value().key() + "\" is said twice, and differently, first at "
                            + all.get(0).at());
        }
        return all.stream().findFirst();
    }

    /** Whether something of this kind is said. */
    boolean says(Class<? extends DbtFact> kind) {
        return facts.stream().anyMatch(fact -> kind.isInstance(fact.value()));
    }

    /** Reports what is said and has no meaning here. */
    void refuse(List<Class<? extends DbtFact>> kinds, String why, Problems problems) {
        for (Stated<DbtFact> fact : facts) {
            if (kinds.stream().anyMatch(kind -> kind.isInstance(fact.value()))) {
                problems.add(
                        DocumentCode.NOT_A_CHOICE,
                        fact.at().at(),
                        "\"" + fact.value().key() + "\" has no meaning here: " + why);
            }
        }
    }
}
