package dev.datause.gate;

import dev.datause.Counterexample;
import dev.datause.Policy;
import dev.datause.Reading;
import dev.datause.document.Node;
import java.util.Optional;

/** The whole report for programs; {@code docs/reports.md} describes it. */
final class JsonReport implements ReportWriter {
    @Override
    public String format() {
        return "json";
    }

    @Override
    public String file(String name) {
        return name + ".json";
    }

    @Override
    public byte[] write(Report report) {
        return Json.bytes(Json.object(
                Json.entry("format", 1),
                Json.entry("verdict", report.ending().word()),
                Json.entry("note", Optional.of(report.note()).filter(note -> !note.isEmpty())),
                Json.entry("checks", Json.list(report.checks(), JsonReport::check)),
                Json.entry("workflow", Json.list(report.workflow(), one -> finding(one, Optional.empty())))));
    }

    private static Node check(Report.Check check) {
        GateReport result = check.result();
        Policy policy = check.policy().policy();
        return Json.object(
                Json.entry("policy", result.policy()),
                Json.entry("reading", result.reading()),
                Json.entry("answers", answers(check.policy().reading(), policy)),
                Json.entry("asOf", result.asOf().toString()),
                Json.entry("verdict", Ending.of(check.verdict()).word()),
                Json.entry("pipelines", result.pipelines()),
                Json.entry("datasets", result.datasets()),
                Json.entry("steps", result.steps()),
                Json.entry("counts", ReportJson.counts(check)),
                Json.entry("account", ReportJson.account(result.completeness())),
                Json.entry("findings", Json.list(check.findings(), one -> finding(one, Optional.of(policy)))),
                Json.entry("reaches", Json.list(result.reaches(), JsonReport::reach)));
    }

    /** What the reading answers, in the order of the policy's questions. */
    private static Node answers(Reading reading, Policy policy) {
        return Json.members(policy.questions().stream()
                .map(question -> Json.entry(
                        question.name(), Optional.ofNullable(reading.answers().get(question.name()))))
                .flatMap(part -> part.entry().stream())
                .toList());
    }

    private static Node finding(Judged judged, Optional<Policy> policy) {
        Finding finding = judged.finding();
        return Json.object(ReportJson.with(
                ReportJson.with(
                        new Json.Part[] {
                            Json.entry("code", finding.code().id()),
                            Json.entry("fingerprint", judged.fingerprint()),
                            Json.entry("verdict", ReportJson.word(judged)),
                            ReportJson.standing(judged.standing())
                        },
                        ReportJson.place(finding.at())),
                Json.entry("what", finding.what()),
                Json.entry("snippet", finding.snippet()),
                finding.flow()
                        .map(flow -> Json.entry("flow", ReportJson.flow(flow)))
                        .orElse(Json.nothing()),
                finding.witness()
                        .map(witness -> Json.entry("witness", witness(witness)))
                        .orElse(Json.nothing()),
                Json.filled("reasons", Json.list(finding.reasons(), reason -> ReportJson.reason(reason, policy))),
                finding.fix().map(fix -> Json.entry("fix", ReportJson.fix(fix))).orElse(Json.nothing()),
                Json.entry("remedy", finding.remedy()),
                Json.entry("page", finding.code().page())));
    }

    private static Node witness(Counterexample witness) {
        return Json.object(
                Json.entry("madeUp", true),
                Json.entry("story", witness.story()),
                Json.entry("request", witness.request()));
    }

    private static Node reach(Reach reach) {
        return Json.object(
                Json.entry("purpose", reach.purpose()),
                Json.entry("whole", reach.whole()),
                Json.entry("stations", Json.list(reach.stations(), ReportJson::hop)),
                Json.entry(
                        "edges",
                        Json.list(
                                reach.edges(),
                                edge -> Json.object(Json.entry("from", edge.from()), Json.entry("to", edge.to())))));
    }
}
