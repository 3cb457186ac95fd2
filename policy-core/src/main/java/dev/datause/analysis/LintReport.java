package dev.datause.analysis;

import dev.datause.document.JsonDocument;
import dev.datause.document.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lint findings as text and as JSON. */
final class LintReport {
    private LintReport() {}

    static String text(PolicyLint lint) {
        StringBuilder text = new StringBuilder();
        for (LintFinding finding : lint.findings()) {
            text.append('[').append(finding.code().id()).append("] ");
            finding.at().ifPresent(at -> text.append(at).append("  "));
            text.append(finding.subject()).append(": ").append(finding.says()).append('\n');
            finding.witness()
                    .ifPresent(witness ->
                            text.append("        witness  ").append(witness).append('\n'));
        }
        int warnings = lint.warnings();
        int infos = lint.findings().size() - warnings;
        return text.append(lint.policy())
                .append(": ")
                .append(warnings)
                .append(warnings == 1 ? " warning, " : " warnings, ")
                .append(infos)
                .append(infos == 1 ? " note\n" : " notes\n")
                .toString();
    }

    static String json(PolicyLint lint) {
        List<Node> findings = new ArrayList<>();
        for (LintFinding finding : lint.findings()) {
            JsonNodes node = new JsonNodes()
                    .put("code", finding.code().id())
                    .put("severity", finding.code().severity().name().toLowerCase(Locale.ROOT))
                    .put("subject", finding.subject())
                    .put("says", finding.says());
            finding.witness().ifPresent(witness -> node.put("witness", witness));
            finding.at().ifPresent(at -> node.put("at", at));
            findings.add(node.object());
        }
        return JsonDocument.write(new JsonNodes()
                .put("policy", lint.policy())
                .put("warnings", JsonNodes.number(lint.warnings()))
                .put("findings", JsonNodes.list(findings))
                .object());
    }
}
