package dev.datause.gate;

import dev.datause.Policy;
import dev.datause.document.Node;
import dev.datause.document.Shown;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The report for tools that read SARIF 2.1.0: one run for each reading, which holds the findings about waivers and the
 * baseline too if it is the first.
 *
 * <p>What could not be checked is an error that fails, like a violation, and says so in its properties: SARIF's own word
 * for it, the kind {@code open}, comes with the level {@code none}, which most tools leave out. What is waived or in the
 * baseline is there with its suppression. Places are relative to a base that is not given: no path of a machine.
 */
final class SarifReport implements ReportWriter {
    private static final String BASE = "PROJECT";
    private static final List<FindingCode> RULES = List.of(FindingCode.values());
    private static final String UNRESERVED = "-._~/";

    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public String file(String name) {
        return name + ".sarif";
    }

    @Override
    public byte[] write(Report report) {
        List<Node> runs = new ArrayList<>();
        for (Report.Check check : report.checks()) {
            List<Node> results = new ArrayList<>();
            Optional<Policy> policy = Optional.of(check.policy().policy());
            check.findings().forEach(judged -> results.add(result(judged, policy)));
            if (runs.isEmpty()) {
                report.workflow().forEach(judged -> results.add(result(judged, Optional.empty())));
            }
            runs.add(run(report, Optional.of(check), results));
        }
        if (runs.isEmpty()) {
            runs.add(run(report, Optional.empty(), List.of()));
        }
        return Json.bytes(Json.object(
                Json.entry("$schema", "https://json.schemastore.org/sarif-2.1.0.json"),
                Json.entry("version", "2.1.0"),
                Json.entry("runs", Json.list(runs, run -> run))));
    }

    private static Node run(Report report, Optional<Report.Check> check, List<Node> results) {
        Optional<GateReport> result = check.map(Report.Check::result);
        return Json.object(
                Json.entry(
                        "tool",
                        Json.object(Json.entry(
                                "driver",
                                Json.object(
                                        Json.entry("name", "Datause"),
                                        Json.entry("rules", Json.list(RULES, SarifReport::rule)))))),
                Json.entry(
                        "automationDetails",
                        Json.object(Json.entry(
                                "id",
                                "policy:check/"
                                        + result.map(one -> one.policy() + "/" + one.reading() + "/")
                                                .orElse("")))),
                Json.entry(
                        "originalUriBaseIds",
                        Json.object(Json.entry(
                                BASE,
                                Json.object(Json.entry("description", message("The folder of the checked module.")))))),
                Json.entry("columnKind", "utf16CodeUnits"),
                Json.entry("invocations", Json.list(List.of(invocation(report, check)), one -> one)),
                Json.entry("results", Json.list(results, one -> one)),
                Json.entry(
                        "properties",
                        Json.object(
                                Json.entry("verdict", report.ending().word()),
                                Json.entry("policy", result.map(GateReport::policy)),
                                Json.entry("reading", result.map(GateReport::reading)),
                                Json.entry("asOf", result.map(one -> one.asOf().toString())),
                                check.map(one -> Json.entry("counts", ReportJson.counts(one)))
                                        .orElse(Json.nothing()),
                                result.map(one -> Json.entry("account", ReportJson.account(one.completeness())))
                                        .orElse(Json.nothing()))));
    }

    /** Whether all was looked at that there was to look at; a check that found violations was successful. */
    private static Node invocation(Report report, Optional<Report.Check> check) {
        boolean looked = switch (report.ending()) {
            case PASSED, NOTHING_TO_CHECK, VIOLATIONS -> true;
            case SKIPPED, COULD_NOT_CHECK -> false;
        };
        boolean all = check.map(one -> one.result().completeness().couldNotCheck() == 0)
                .orElse(true);
        List<Node> notifications = new ArrayList<>();
        if (!report.note().isEmpty()) {
            String level = report.ending() == Ending.NOTHING_TO_CHECK
                    ? "note"
                    : report.ending() == Ending.SKIPPED ? "warning" : "error";
            notifications.add(notification(
                    level, report.ending().word() + ": " + report.note().strip()));
        }
        int left = check.map(Report.Check::left).orElse(0);
        if (left > 0) {
            notifications.add(notification("error", left + " more findings are not listed"));
        }
        return Json.object(
                Json.entry("executionSuccessful", looked && all),
                Json.filled("toolExecutionNotifications", Json.list(notifications, one -> one)));
    }

    private static Node notification(String level, String text) {
        return Json.object(Json.entry("level", level), Json.entry("message", message(text)));
    }

    private static Node rule(FindingCode code) {
        String meaning = code.meaning();
        return Json.object(
                Json.entry("id", code.id()),
                Json.entry("name", code.name().replace('_', '-').toLowerCase(java.util.Locale.ROOT)),
                Json.entry("shortDescription", message(meaning)),
                Json.entry("help", message("See " + code.page() + " in the documentation of Datause.")),
                Json.entry(
                        "defaultConfiguration",
                        Json.object(Json.entry("level", code.verdict() == Verdict.PASSED ? "warning" : "error"))));
    }

    private static Node result(Judged judged, Optional<Policy> policy) {
        Finding finding = judged.finding();
        return Json.object(
                Json.entry("ruleId", finding.code().id()),
                Json.entry("ruleIndex", RULES.indexOf(finding.code())),
                Json.entry("kind", "fail"),
                Json.entry("level", judged.warns() ? "warning" : "error"),
                Json.entry("message", message(words(finding))),
                Json.filled("locations", Json.list(finding.at().stream().toList(), SarifReport::location)),
                Json.entry("partialFingerprints", Json.object(Json.entry("datause/v1", judged.fingerprint()))),
                Json.filled(
                        "codeFlows",
                        Json.list(
                                finding.flow().map(Flow::path).filter(path -> !path.isEmpty()).stream()
                                        .toList(),
                                SarifReport::codeFlow)),
                Json.entry("suppressions", suppressions(judged)),
                Json.entry("properties", properties(judged, policy)));
    }

    private static String words(Finding finding) {
        StringBuilder out = new StringBuilder(finding.what());
        finding.witness().ifPresent(one -> out.append("\nwitness: ").append(Shown.escaped(one.story())));
        if (!finding.reasons().isEmpty()) {
            out.append("\nrule: ").append(FindingText.reason(finding.reasons().get(0)));
        }
        FindingText.fix(finding).ifPresent(fix -> out.append("\nfix: ").append(fix));
        return out.append("\ndo: ").append(finding.remedy()).toString();
    }

    private static Node properties(Judged judged, Optional<Policy> policy) {
        Finding finding = judged.finding();
        return Json.object(
                Json.entry("verdict", ReportJson.word(judged)),
                ReportJson.standing(judged.standing()),
                finding.flow()
                        .map(flow -> Json.entry("flow", ReportJson.flow(flow)))
                        .orElse(Json.nothing()),
                Json.filled("reasons", Json.list(finding.reasons(), reason -> ReportJson.reason(reason, policy))),
                finding.witness()
                        .map(witness -> Json.entry("witness", witness.request()))
                        .orElse(Json.nothing()),
                finding.fix().map(fix -> Json.entry("fix", ReportJson.fix(fix))).orElse(Json.nothing()));
    }

    private static Node suppressions(Judged judged) {
        return Json.list(judged.setAside() ? List.of(judged) : List.of(), SarifReport::suppression);
    }

    private static Node suppression(Judged judged) {
        Standing standing = judged.standing();
        String until = standing.until().map(day -> " until " + day).orElse("");
        String owner = standing.owner().isEmpty() ? "" : " by " + standing.owner();
        String words = ReportJson.word(judged) + until + owner + ": " + standing.reason();
        return Json.object(Json.entry("kind", "external"), Json.entry("justification", Shown.escaped(words)));
    }

    private static Node codeFlow(List<Hop> path) {
        Node flow = Json.object(Json.entry(
                "locations",
                Json.list(
                        PathEnds.of(path, ReportJson.MOST_STATIONS),
                        hop -> Json.object(Json.entry("location", location(hop))))));
        return Json.object(Json.entry("threadFlows", Json.list(List.of(flow), one -> one)));
    }

    private static Node location(Hop hop) {
        String kind = switch (hop.kind()) {
            case DATASET -> "dataset";
            case STEP -> "step";
        };
        String name = FindingText.name(hop.toString());
        Node logical = Json.object(Json.entry("fullyQualifiedName", name), Json.entry("kind", kind));
        return Json.object(
                hop.at().map(at -> Json.entry("physicalLocation", physical(at))).orElse(Json.nothing()),
                Json.entry("logicalLocations", Json.list(List.of(logical), one -> one)),
                Json.entry("message", message(kind + " " + name)));
    }

    private static Node location(Location at) {
        return Json.object(Json.entry("physicalLocation", physical(at)));
    }

    private static Node physical(Location at) {
        return Json.object(
                Json.entry(
                        "artifactLocation",
                        Json.object(Json.entry("uri", uri(at.file())), Json.entry("uriBaseId", BASE))),
                Json.entry(
                        "region",
                        Json.object(
                                Json.entry("startLine", at.at().line()),
                                Json.entry("startColumn", at.at().column()))));
    }

    /** A relative path as a URI: every byte that may mean something in one is escaped. */
    static String uri(String file) {
        StringBuilder out = new StringBuilder(file.length());
        for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (plain) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }

    private static Node message(String text) {
        return Json.object(Json.entry("text", text));
    }
}
