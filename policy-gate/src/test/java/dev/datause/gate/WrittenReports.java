package dev.datause.gate;

import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Node;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads the reports back, each format by itself: which findings each tells of, and what it says of them. */
final class WrittenReports {
    private WrittenReports() {}

    static byte[] bytes(String format, Report report) {
        return ReportWriters.builtIn().stream()
                .filter(writer -> writer.format().equals(format))
                .findFirst()
                .orElseThrow()
                .write(report);
    }

    static String text(String format, Report report) {
        return new String(bytes(format, report), StandardCharsets.UTF_8);
    }

    static Node json(byte[] bytes) {
        return JsonDocument.read("report", bytes, Limits.STANDARD).root();
    }

    /** The value at a path of keys. */
    static Node at(Node node, String... keys) {
        Node at = node;
        for (String key : keys) {
            at = ((Node.Members) at).get(key).orElseThrow(() -> new AssertionError("no " + key));
        }
        return at;
    }

    static List<Node> items(Node node, String... keys) {
        return ((Node.Items) at(node, keys)).items();
    }

    static String string(Node node, String... keys) {
        return ((Node.Text) at(node, keys)).text();
    }

    /** Each finding with what becomes of it: {@code counts}, {@code warns} or {@code aside}. */
    static List<String> expected(Report report) {
        List<String> all = new ArrayList<>();
        for (Judged judged : report.findings()) {
            all.add(judged.fingerprint() + (judged.counts() ? " counts" : judged.setAside() ? " aside" : " warns"));
        }
        return all.stream().sorted().toList();
    }

    static List<String> ofJson(Report report) {
        Node root = json(bytes("json", report));
        List<String> all = new ArrayList<>();
        items(root, "checks").forEach(check -> items(check, "findings").forEach(one -> all.add(ofJson(one))));
        items(root, "workflow").forEach(one -> all.add(ofJson(one)));
        return all.stream().sorted().toList();
    }

    private static String ofJson(Node finding) {
        String verdict = string(finding, "verdict");
        String standing = Map.of(
                        "violated", "counts",
                        "could-not-check", "counts",
                        "warning", "warns",
                        "watched", "warns",
                        "waived", "aside",
                        "baselined", "aside")
                .get(verdict);
        return string(finding, "fingerprint") + " " + standing;
    }

    static List<String> ofSarif(Report report) {
        List<String> all = new ArrayList<>();
        for (Node run : items(json(bytes("sarif", report)), "runs")) {
            for (Node result : items(run, "results")) {
                boolean suppressed = !items(result, "suppressions").isEmpty();
                String level = string(result, "level");
                all.add(string(result, "partialFingerprints", "datause/v1")
                        + (suppressed ? " aside" : level.equals("error") ? " counts" : " warns"));
            }
        }
        return all.stream().sorted().toList();
    }

    static Document xml(byte[] bytes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    static List<String> ofJunit(Report report) {
        List<String> all = new ArrayList<>();
        for (Element one : elements(xml(bytes("junit", report)), "testcase")) {
            String name = one.getAttribute("name");
            if (!name.equals("check")) {
                boolean counts = one.getElementsByTagName("failure").getLength()
                                + one.getElementsByTagName("error").getLength()
                        > 0;
                boolean aside = one.getElementsByTagName("skipped").getLength() > 0;
                all.add(name.substring(0, name.indexOf(' ')) + (counts ? " counts" : aside ? " aside" : " warns"));
            }
        }
        return all.stream().sorted().toList();
    }

    static List<String> ofText(Report report) {
        Matcher block = Pattern.compile("(?m)^\\[(DU[0-9]{3})] [\\s\\S]*?^  id       (\\S+)$")
                .matcher(text("text", report));
        List<String> all = new ArrayList<>();
        while (block.find()) {
            String whole = block.group();
            boolean aside = whole.contains("\n  waived   ") || whole.contains("\n  baseline ");
            boolean warning = whole.contains("\n  watched  ")
                    || (List.of("DU020", "DU045", "DU046").contains(block.group(1))
                            && !whole.contains("\n  counts   "));
            all.add(block.group(2) + (aside ? " aside" : warning ? " warns" : " counts"));
        }
        return all.stream().sorted().toList();
    }

    /** The page as XML, which it is too. */
    static Document html(Report report) {
        String page = text("html", report);
        return xml(page.substring(page.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8));
    }

    /** All elements with an attribute. */
    static List<Element> with(Document document, String attribute) {
        return elements(document, "*").stream()
                .filter(one -> one.hasAttribute(attribute))
                .toList();
    }

    static List<String> ofHtml(Report report) {
        return with(html(report), "data-finding").stream()
                .map(one -> one.getAttribute("data-finding") + " " + one.getAttribute("data-standing"))
                .sorted()
                .toList();
    }

    /** What each format says of each finding, by format. */
    static Map<String, List<String>> all(Report report) {
        return new TreeMap<>(Map.of(
                "html", ofHtml(report),
                "json", ofJson(report),
                "sarif", ofSarif(report),
                "junit", ofJunit(report),
                "text", ofText(report)));
    }

    /** The verdict in each format. */
    static Map<String, String> verdicts(Report report) {
        String text = text("text", report);
        String junit = xml(bytes("junit", report)).getDocumentElement().getAttribute("name");
        return new TreeMap<>(Map.of(
                "html", elements(html(report), "strong").get(0).getTextContent(),
                "json", string(json(bytes("json", report)), "verdict"),
                "sarif", string(items(json(bytes("sarif", report)), "runs").get(0), "properties", "verdict"),
                "junit", junit.substring(junit.lastIndexOf(' ') + 1),
                "text", text.substring("verdict: ".length(), text.indexOf('\n'))));
    }
}
