package dev.datause.gate;

import dev.datause.AnalysisLimitException;
import dev.datause.Category;
import dev.datause.DataUsePolicy;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.UseKind;
import dev.datause.analysis.PolicyMatrix;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the decision matrix into a page: for each age and each use, to be opened, a table of categories and places
 * against time. No script: what can be chosen is what can be opened.
 */
final class HtmlMatrix {
    /** An adult, and somebody of whom rules about the young speak. */
    private static final List<Integer> AGES = List.of(PolicyMatrix.ADULT, 16);

    private final String id;
    private final Markup out;
    /** What must hold, each once, in the order of first mention. */
    private final Map<String, Integer> conditions = new LinkedHashMap<>();

    private HtmlMatrix(String id, Markup out) {
        this.id = id;
        this.out = out;
    }

    /**
     * Writes the matrix of a policy under a reading.
     *
     * @param id begins all ids, and is the only one in the page
     */
    static void write(DataUsePolicy policy, String id, Markup out) {
        out.element(
                        "p",
                        "Of data that is used on the day it is collected, for a member who touched no setting and filed"
                                + " no objection. What has no row is permitted to nobody.")
                .line();
        List<UseKind> kinds = UseKind.named(policy.policy().vocabulary());
        try {
            for (PolicyMatrix matrix : PolicyMatrix.ofAges(policy, kinds, AGES)) {
                out.element("h3", "A member of " + matrix.age() + " years", "id", id + "-" + matrix.age())
                        .line();
                new HtmlMatrix(id + "-" + matrix.age(), out).write(matrix);
            }
        } catch (AnalysisLimitException limit) {
            out.element("p", "Not worked out: " + limit.getMessage()).line();
        }
    }

    private void write(PolicyMatrix matrix) {
        Map<String, List<PolicyMatrix.Row>> uses = matrix.rows().stream()
                .collect(Collectors.groupingBy(HtmlMatrix::use, LinkedHashMap::new, Collectors.toList()));
        if (uses.isEmpty()) {
            out.element("p", "Nothing is permitted to anybody.").line();
        }
        uses.forEach((use, rows) -> {
            out.open("details").element("summary", use).line();
            table(use, rows);
            out.end();
        });
        if (!conditions.isEmpty()) {
            out.element("h4", "Conditions").line();
            out.open("ol").line();
            conditions.forEach((condition, number) ->
                    out.element("li", condition, "id", id + "-c" + number).line());
            out.end();
        }
    }

    private static String use(PolicyMatrix.Row row) {
        UseKind kind = row.kinds().get(0);
        return kind.purpose().map(Purpose::name).orElse("no purpose") + " by "
                + kind.recipient().map(Recipient::name).orElse("no recipient");
    }

    private void table(String use, List<PolicyMatrix.Row> rows) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (PolicyMatrix.Row row : rows) {
            for (PolicyMatrix.Place place : row.places()) {
                place.spans().forEach(span -> span.from().ifPresent(days::add));
            }
        }
        out.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", use);
        out.open("table").element("caption", use).line();
        out.open("thead").open("tr").element("th", "Category", "scope", "col");
        out.element("th", "Where", "scope", "col");
        out.element("th", days.isEmpty() ? "Always" : "Before " + days.first(), "scope", "col");
        days.forEach(day -> out.element("th", "From " + day, "scope", "col"));
        out.close().close().line();
        for (PolicyMatrix.Row row : rows) {
            out.open("tbody").line();
            String categories = row.kinds().stream()
                    .map(kind -> kind.category().map(Category::name).orElse("none given"))
                    .collect(Collectors.joining(", "));
            String places = Integer.toString(row.places().size());
            boolean first = true;
            for (PolicyMatrix.Place place : row.places()) {
                out.open("tr");
                if (first) {
                    out.element("th", categories, "scope", "rowgroup", "rowspan", places);
                }
                first = false;
                out.element("th", place.name(), "scope", "row", "class", "light");
                cell(at(place, LocalDate.MIN));
                days.forEach(day -> cell(at(place, day)));
                out.end();
            }
            out.end();
        }
        out.close().end();
    }

    /** The answer on a day. */
    private static PolicyMatrix.Span at(PolicyMatrix.Place place, LocalDate day) {
        PolicyMatrix.Span last = place.spans().get(0);
        for (PolicyMatrix.Span span : place.spans()) {
            if (!span.from().orElse(LocalDate.MIN).isAfter(day)) {
                last = span;
            }
        }
        return last;
    }

    private void cell(PolicyMatrix.Span span) {
        String kind = switch (span.answer()) {
            case PERMITTED -> "yes";
            case ONLY_IF -> "some";
            case NEVER -> "no";
        };
        String word = switch (span.answer()) {
            case PERMITTED -> "permitted";
            case ONLY_IF -> "not, unless";
            case NEVER -> "never";
        };
        out.open("td", "class", kind).element("strong", word);
        span.rule().ifPresent(rule -> out.text(": ").element("a", rule, "href", "#rule-" + rule));
        List<Integer> numbers = new ArrayList<>();
        for (String condition : span.conditions()) {
            Integer number = conditions.get(condition);
            int next = conditions.size() + 1;
            numbers.add(number == null ? next : number);
            conditions.putIfAbsent(condition, next);
        }
        if (!numbers.isEmpty()) {
            out.text("; if ");
            for (int i = 0; i < numbers.size(); i++) {
                out.text(i == 0 ? "" : ", ");
                out.element("a", Integer.toString(numbers.get(i)), "href", "#" + id + "-c" + numbers.get(i));
            }
        }
        out.close();
    }
}
