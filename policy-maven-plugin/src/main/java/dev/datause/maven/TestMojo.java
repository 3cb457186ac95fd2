package dev.datause.maven;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.Reading;
import dev.datause.document.DocumentFile;
import dev.datause.document.Limits;
import dev.datause.gate.Corpus;
import dev.datause.gate.CorpusReport;
import dev.datause.gate.CorpusRun;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Runs corpora of expected decisions against the policy, by default under all its readings. A case that comes out
 * differently fails the build; a corpus that is empty, or that does not speak about a reading, is an error.
 *
 * <p>Writes {@code corpus-report.txt}, which also lists what no case has seen of which rule, and JUnit XML.
 */
@Mojo(name = "test", defaultPhase = LifecyclePhase.TEST, requiresProject = false, threadSafe = true)
public final class TestMojo extends PolicyMojo {
    /** The corpora. By default, for a bundled policy, the one that comes with it. */
    @Parameter(property = "policy.corpora")
    private @Nullable List<String> corpora;

    /** Whether rules and conditions of which no case has seen some side fail the build. */
    @Parameter(property = "policy.failOnGaps", defaultValue = "false")
    private boolean failOnGaps;

    /** Runs nothing, and says so loudly. */
    @Parameter(property = "policy.skip", defaultValue = "false")
    private boolean skip;

    /** Where the reports go. */
    @Parameter(property = "policy.reportDirectory", defaultValue = "${project.build.directory}/policy")
    private File reportDirectory;

    @Override
    Path bounds() {
        return hasProject() ? buildRoot() : super.bounds();
    }

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        Path reports = reportDirectory.toPath();
        if (skip) {
            String text = "policy:test is skipped: no case was run.";
            write(reports, "verdict: skipped\n" + text + "\n", "");
            warn(text);
            return;
        }
        write(reports, "verdict: could-not-check\n", "");
        ChosenPolicy chosen = policy();
        Policy policy = chosen.policy();
        List<DataUsePolicy> readings =
                readings(policy, policy.readings().stream().map(Reading::name).toList());
        CorpusReport report = CorpusRun.of(readings).run(read(chosen));
        String gaps = report.gapsText();
        String verdict = report.passed() && (gaps.isEmpty() || !failOnGaps) ? "passed" : "failed";
        String missed = gaps.isEmpty() ? "" : "\nNo case has seen:\n" + gaps;
        write(reports, "verdict: " + verdict + "\n" + report.text() + missed, report.junitXml());
        if (!report.passed()) {
            error(report.text());
            throw new MojoFailureException("Violated: the policy does not decide as its corpus expects, see above");
        }
        info(report.text());
        if (!gaps.isEmpty()) {
            warn("No case has seen:\n" + gaps);
            if (failOnGaps) {
                throw new MojoFailureException("Violated: no case has seen some side of "
                        + counted(report.uncovered().size(), "rule") + ", see above");
            }
        }
    }

    private List<Corpus> read(ChosenPolicy chosen) throws MojoExecutionException {
        List<Corpus> read = new ArrayList<>();
        if (corpora == null || corpora.isEmpty()) {
            byte[] bundled = chosen.corpus();
            if (bundled.length == 0) {
                throw couldNot("no corpus is given, and the policy comes with none: give corpora");
            }
            read.add(Corpus.read(chosen.policy(), chosen.policy().id() + ".corpus.jsonl", bundled));
            return read;
        }
        for (String given : corpora) {
            Path file = Inside.file(given, "corpora", base(), bounds());
            String name = Inside.name(file, base());
            read.add(Corpus.read(chosen.policy(), name, DocumentFile.bytes(file, name, Limits.STANDARD)));
        }
        return read;
    }

    /** Writes the reports, if there is a project that they belong to. */
    private void write(Path folder, String text, String xml) throws IOException {
        if (!hasProject()) {
            return;
        }
        Files.createDirectories(folder);
        CheckReport.write(folder.resolve("corpus-report.txt"), text);
        Path junit = folder.resolve("TEST-policy-corpus.xml");
        if (xml.isEmpty()) {
            Files.deleteIfExists(junit);
        } else {
            CheckReport.write(junit, xml);
        }
    }
}
