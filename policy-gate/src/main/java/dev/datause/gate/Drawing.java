package dev.datause.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Draws stations and the ways between them as SVG that stands in a page: from left to right, a purpose last. */
final class Drawing {
    private static final int WIDE = 168;
    private static final int HIGH = 34;
    private static final int GAP = 48;
    private static final int ROW = 50;
    private static final int EDGE = 6;
    private static final int LETTERS = 23;

    private final List<Hop> stations;
    private final String purpose;
    private final Layers layers;

    /**
     * A drawing.
     *
     * @param stations what is drawn
     * @param edges from where to where data flows
     * @param purpose what is drawn last
     * @param uses which stations are known to use data for it; the ones that lead nowhere else do too
     */
    Drawing(List<Hop> stations, List<Reach.Edge> edges, String purpose, Set<Integer> uses) {
        this.stations = stations;
        this.purpose = purpose;
        List<Reach.Edge> all = new ArrayList<>(edges);
        Set<Integer> last = Ends.of(stations, edges, uses);
        last.forEach(station -> all.add(new Reach.Edge(station, stations.size())));
        layers = Layers.of(stations.size() + 1, all);
    }

    /** Stations in a row. */
    static Drawing row(List<Hop> path, String purpose) {
        List<Reach.Edge> edges = new ArrayList<>();
        for (int i = 1; i < path.size(); i++) {
            edges.add(new Reach.Edge(i - 1, i));
        }
        return new Drawing(path, edges, purpose, Set.of(path.size() - 1));
    }

    /**
     * Writes the drawing.
     *
     * @param id begins the ids of its title and description, and is the only one in the page
     * @param title what it shows
     * @param description the same as the drawing in words
     */
    void write(Markup out, String id, String title, String description) {
        int width = layers.width() * (WIDE + GAP) - GAP + 2 * EDGE;
        int height = (int) Math.ceil(layers.depth() * ROW) + HIGH + 2 * EDGE;
        out.open(
                "svg",
                "role",
                "img",
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "viewBox",
                "0 0 " + width + " " + height,
                "aria-labelledby",
                id + "-title " + id + "-desc");
        out.element("title", title, "id", id + "-title");
        out.element("desc", description, "id", id + "-desc").line();
        layers.routes().forEach(route -> edge(route, out));
        for (int i = 0; i < stations.size(); i++) {
            station(i, out);
        }
        node(stations.size(), "purpose", HIGH / 2, purpose, out);
        out.end();
    }

    private void station(int number, Markup out) {
        Hop hop = stations.get(number);
        switch (hop.kind()) {
            case DATASET -> node(number, "dataset", 3, hop.toString(), out);
            case STEP -> node(number, "step", 0, hop.toString(), out);
        }
    }

    private void node(int number, String kind, int round, String name, Markup out) {
        double x = x(number);
        double y = y(number) - HIGH / 2.0;
        out.open("g", "class", kind);
        out.element("title", kind + " " + FindingText.name(name));
        if (kind.equals("step")) {
            // A step is an arrow: the shape tells it from a dataset without any colour.
            out.empty(
                    "path",
                    "d",
                    "M" + at(x, y) + "H" + number(x + WIDE - 9) + "L" + at(x + WIDE, y + HIGH / 2.0) + "L"
                            + at(x + WIDE - 9, y + HIGH) + "H" + number(x) + "Z");
        } else {
            out.empty(
                    "rect",
                    "x",
                    number(x),
                    "y",
                    number(y),
                    "width",
                    Integer.toString(WIDE),
                    "height",
                    Integer.toString(HIGH),
                    "rx",
                    Integer.toString(round));
        }
        out.element("text", shortened(name), "x", number(x + WIDE / 2.0), "y", number(y + HIGH / 2.0 + 4));
        out.end();
    }

    /** The beginning and the end of a long name: that is where names differ. */
    private static String shortened(String name) {
        String shown = FindingText.name(name);
        if (shown.codePointCount(0, shown.length()) <= LETTERS) {
            return shown;
        }
        int head = shown.offsetByCodePoints(0, LETTERS / 2 - 1);
        int tail = shown.offsetByCodePoints(shown.length(), -(LETTERS / 2));
        return shown.substring(0, head) + "…" + shown.substring(tail);
    }

    private void edge(Layers.Route route, Markup out) {
        StringBuilder path = new StringBuilder();
        double x = x(route.from()) + WIDE;
        double y = y(route.from());
        double beginX = x;
        double beginY = y;
        path.append('M').append(at(x, y));
        List<Integer> stops = new ArrayList<>(route.joints());
        stops.add(route.to());
        for (int stop : stops) {
            double toX = x(stop);
            double toY = y(stop);
            double bend = (toX - x) / 2;
            path.append('C')
                    .append(at(x + bend, y))
                    .append(' ')
                    .append(at(toX - bend, toY))
                    .append(' ')
                    .append(at(toX, toY));
            if (stop != route.to()) {
                path.append('H').append(number(toX + WIDE));
            }
            x = toX + WIDE;
            y = toY;
        }
        out.empty("path", "class", route.turned() ? "edge back" : "edge", "d", path.toString());
        double tipX = route.turned() ? beginX : x - WIDE;
        double tipY = route.turned() ? beginY : y;
        double back = route.turned() ? 7 : -7;
        out.empty(
                "path",
                "class",
                "tip",
                "d",
                "M" + at(tipX, tipY) + "L" + at(tipX + back, tipY - 4) + "L" + at(tipX + back, tipY + 4) + "Z");
        out.line();
    }

    private double x(int node) {
        return EDGE + layers.layer(node) * (double) (WIDE + GAP);
    }

    private double y(int node) {
        return EDGE + HIGH / 2.0 + layers.height(node) * ROW;
    }

    private static String at(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** A number with at most one digit after the point. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
