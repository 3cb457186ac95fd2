package dev.datause.analysis;

import dev.datause.Category;
import dev.datause.Country;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.UseKind;
import dev.datause.document.JsonDocument;
import dev.datause.document.Node;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A matrix as text and as JSON. */
final class MatrixReport {
    private MatrixReport() {}

    static String text(PolicyMatrix matrix) {
        StringBuilder text = new StringBuilder();
        text.append(matrix.policy()).append(", reading ").append(matrix.reading());
        text.append("; a member of ").append(matrix.age()).append(" who touched nothing\n");
        for (PolicyMatrix.Row row : matrix.rows()) {
            for (String kinds : KindWords.of(row.kinds())) {
                text.append(kinds).append('\n');
            }
            for (PolicyMatrix.Place place : row.places()) {
                text.append("  ").append(place.name()).append('\n');
                for (PolicyMatrix.Span span : place.spans()) {
                    text.append("    ").append(from(span)).append("  ").append(answer(span));
                    span.rule()
                            .ifPresent(rule -> text.append("  [").append(rule).append(']'));
                    text.append('\n');
                    if (!span.conditions().isEmpty()) {
                        text.append("                if ")
                                .append(String.join("; ", span.conditions()))
                                .append('\n');
                    }
                }
            }
        }
        return text.append("anything else  never\n").toString();
    }

    private static String from(PolicyMatrix.Span span) {
        return span.from().map(LocalDate::toString).orElse("before    ");
    }

    private static String answer(PolicyMatrix.Span span) {
        return switch (span.answer()) {
            case PERMITTED -> "permitted";
            case ONLY_IF -> "only if";
            case NEVER -> "never";
        };
    }

    static String json(PolicyMatrix matrix) {
        List<Node> rows = new ArrayList<>();
        for (PolicyMatrix.Row row : matrix.rows()) {
            List<Node> places = new ArrayList<>();
            row.places().forEach(place -> places.add(node(place)));
            UseKind first = row.kinds().get(0);
            List<String> categories = new ArrayList<>();
            row.kinds().forEach(kind -> kind.category().map(Category::name).ifPresent(categories::add));
            rows.add(new JsonNodes()
                    .put("purpose", first.purpose().map(Purpose::name).orElse(""))
                    .put("recipient", first.recipient().map(Recipient::name).orElse(""))
                    .put("categories", JsonNodes.texts(categories))
                    .put("places", JsonNodes.list(places))
                    .object());
        }
        return JsonDocument.write(new JsonNodes()
                .put("policy", matrix.policy())
                .put("reading", matrix.reading())
                .put("age", JsonNodes.number(matrix.age()))
                .put("rows", JsonNodes.list(rows))
                .object());
    }

    private static Node node(PolicyMatrix.Place place) {
        List<Node> spans = new ArrayList<>();
        for (PolicyMatrix.Span span : place.spans()) {
            JsonNodes node = new JsonNodes();
            span.from().ifPresent(day -> node.put("from", day.toString()));
            node.put("answer", answer(span).replace(' ', '-')).putFilled("conditions", span.conditions());
            span.rule().ifPresent(rule -> node.put("rule", rule));
            span.citation()
                    .ifPresent(citation -> node.put("source", citation.source()).put("at", citation.locator()));
            spans.add(node.object());
        }
        return new JsonNodes()
                .put("name", place.name())
                .put(
                        "countries",
                        JsonNodes.texts(
                                place.countries().stream().map(Country::code).toList()))
                .put("spans", JsonNodes.list(spans))
                .object();
    }
}
