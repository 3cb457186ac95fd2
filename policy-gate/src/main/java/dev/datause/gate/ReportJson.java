package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a report that more than one JSON format holds. */
final class ReportJson {
    /** So many stations of one way are written. */
    static final int MOST_STATIONS = 400;

    private ReportJson() {}

    /** The word for what a finding makes of a check. */
    static String word(Judged judged) {
        return switch (judged.standing().kind()) {
            case COUNTS, FAILS ->
                switch (judged.verdict()) {
                    case VIOLATED -> "violated";
                    case COULD_NOT_CHECK -> "could-not-check";
                    case PASSED -> "warning";
                };
            case WATCHED -> "watched";
            case WAIVED -> "waived";
            case BASELINED -> "baselined";
        };
    }

    static Node account(Completeness account) {
        return Json.object(
                Json.entry("seen", account.seen()),
                Json.entry("understood", account.understood()),
                Json.entry("ignored", account.ignored()),
                Json.entry("couldNotCheck", account.couldNotCheck()));
    }

    static Node counts(Report.Check check) {
        return Json.object(
                Json.entry("findings", check.counting()),
                Json.entry("warnings", check.warnings()),
                Json.entry("waived", check.waived()),
                Json.entry("baselined", check.baselined()),
                Json.entry("notListed", check.left()));
    }

    static Json.Part[] place(Optional<Location> at) {
        return at.map(place -> new Json.Part[] {
                    Json.entry("file", place.file()),
                    Json.entry("line", place.at().line()),
                    Json.entry("column", place.at().column())
                })
                .orElse(new Json.Part[0]);
    }

    static Json.Part[] with(Json.Part[] first, Json.Part... then) {
        List<Json.Part> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(then));
        return all.toArray(Json.Part[]::new);
    }

    static Json.Part standing(Standing standing) {
        return switch (standing.kind()) {
            case COUNTS, FAILS -> Json.nothing();
            case WATCHED, WAIVED, BASELINED ->
                Json.entry(
                        "standing",
                        Json.object(
                                Json.entry("reason", standing.reason()),
                                Json.entry(
                                        "owner", Optional.of(standing.owner()).filter(owner -> !owner.isEmpty())),
                                Json.entry("until", standing.until().map(Object::toString))));
        };
    }

    static Node fix(Fix fix) {
        return Json.object(with(place(fix.at()), Json.entry("guard", fix.guard()), Json.entry("words", fix.words())));
    }

    static Node flow(Flow flow) {
        return Json.object(
                Json.entry("pipeline", flow.pipeline()),
                Json.entry("dataset", flow.dataset()),
                Json.entry("category", flow.category()),
                Json.entry("purpose", flow.purpose()),
                Json.filled("path", Json.list(PathEnds.of(flow.path(), MOST_STATIONS), ReportJson::hop)),
                flow.path().size() > MOST_STATIONS
                        ? Json.entry("pathLeftOut", flow.path().size() - MOST_STATIONS)
                        : Json.nothing());
    }

    static Node hop(Hop hop) {
        String kind = switch (hop.kind()) {
            case DATASET -> "dataset";
            case STEP -> "step";
        };
        return Json.object(with(
                new Json.Part[] {
                    Json.entry("kind", kind), Json.entry("name", hop.name()), Json.entry("field", hop.field())
                },
                place(hop.at())));
    }

    /** A reason with all that its rule cites; a finding itself holds only the first citation. */
    static Node reason(Reason reason, Optional<Policy> policy) {
        return Json.object(
                Json.entry("rule", reason.rule()),
                Json.entry("sentence", reason.sentence()),
                Json.filled("missing", Json.list(reason.missing(), Json::text)),
                Json.filled("citations", Json.list(citations(reason, policy), ReportJson::citation)));
    }

    /** What the rule of a reason cites. */
    static List<Policy.Citation> citations(Reason reason, Optional<Policy> policy) {
        return policy.stream()
                .flatMap(one -> one.rules().stream())
                .filter(rule -> reason.rule().filter(rule.id()::equals).isPresent())
                .flatMap(rule -> rule.citations().stream())
                .toList();
    }

    static Node citation(Policy.Citation citation) {
        return Json.object(
                Json.entry("source", citation.source()),
                Json.entry("at", citation.locator()),
                Json.entry("quote", citation.quote()));
    }
}
