package dev.datause.gate;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report in the XML that continuous integration reads: a suite for each reading and one for what is about waivers and
 * the baseline, a case for each finding, and one for the check itself. A violation is a failure, what could not be checked
 * an error; what is waived or in the baseline is skipped, and a warning passes with its words.
 */
final class JunitReport implements ReportWriter {
    @Override
    public String format() {
        return "junit";
    }

    @Override
    public String file(String name) {
        return "TEST-policy-" + name + ".xml";
    }

    @Override
    public byte[] write(Report report) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new Writing(xml).write(report);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("text cannot be written as XML", impossible);
        }
        return out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** One file being written. */
    private static final class Writing {
        private final XMLStreamWriter xml;

        Writing(XMLStreamWriter xml) {
            this.xml = xml;
        }

        void write(Report report) throws XMLStreamException {
            xml.writeStartDocument("UTF-8", "1.0");
            newLine(0);
            xml.writeStartElement("testsuites");
            xml.writeAttribute(
                    "name", "policy:check, verdict " + report.ending().word());
            for (Report.Check check : report.checks()) {
                String suite = check.result().policy() + "." + check.result().reading();
                begin(suite, check.findings(), check.whole() ? 0 : 1, 0);
                check(suite, check);
                cases(suite, check.findings());
                end(1);
            }
            if (!report.workflow().isEmpty()) {
                begin("waivers", report.workflow(), 0, 0);
                cases("waivers", report.workflow());
                end(1);
            }
            if (report.checks().isEmpty()) {
                without(report);
            }
            newLine(0);
            xml.writeEndDocument();
        }

        private void begin(String suite, List<Judged> findings, int moreErrors, int skipped) throws XMLStreamException {
            long failures = findings.stream()
                    .filter(one -> one.verdict() == Verdict.VIOLATED)
                    .count();
            long errors = findings.stream()
                    .filter(one -> one.verdict() == Verdict.COULD_NOT_CHECK)
                    .count();
            long aside = findings.stream().filter(Judged::setAside).count();
            newLine(1);
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", suite);
            xml.writeAttribute("tests", Integer.toString(findings.size() + (suite.equals("waivers") ? 0 : 1)));
            xml.writeAttribute("failures", Long.toString(failures));
            xml.writeAttribute("errors", Long.toString(errors + moreErrors));
            xml.writeAttribute("skipped", Long.toString(aside + skipped));
        }

        /** That the check was made, and how much it looked at: so a suite without findings is not an empty one. */
        private void check(String suite, Report.Check check) throws XMLStreamException {
            testCase(suite, "check", Optional.empty());
            if (!check.whole()) {
                element("error", "not-listed", check.left() + " more findings are not listed", "");
            }
            out(check.account() + "\n" + check.summary());
            end(2);
        }

        private void without(Report report) throws XMLStreamException {
            boolean skipped = report.ending() == Ending.SKIPPED;
            boolean error = report.ending() == Ending.COULD_NOT_CHECK;
            begin("check", List.of(), error ? 1 : 0, skipped ? 1 : 0);
            testCase("check", "check", Optional.empty());
            String note = report.note().strip();
            if (error) {
                element("error", report.ending().word(), note, note);
            } else if (skipped) {
                empty("skipped", note);
            } else {
                out(note);
            }
            end(2);
            end(1);
        }

        private void cases(String suite, List<Judged> findings) throws XMLStreamException {
            for (Judged judged : findings) {
                Finding finding = judged.finding();
                testCase(suite, judged.fingerprint() + " " + finding.what(), finding.at());
                switch (judged.verdict()) {
                    case VIOLATED -> element("failure", finding.code().id(), finding.what(), judged.text());
                    case COULD_NOT_CHECK -> element("error", finding.code().id(), finding.what(), judged.text());
                    case PASSED -> {
                        if (judged.setAside()) {
                            empty("skipped", FindingText.standing(judged));
                        }
                        out(judged.text());
                    }
                }
                end(2);
            }
        }

        private void testCase(String suite, String name, Optional<Location> at) throws XMLStreamException {
            newLine(2);
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", suite);
            xml.writeAttribute("name", name);
            if (at.isPresent()) {
                xml.writeAttribute(
                        "file", dev.datause.document.Shown.escaped(at.get().file()));
                xml.writeAttribute("line", Integer.toString(at.get().at().line()));
            }
        }

        private void element(String name, String type, String message, String text) throws XMLStreamException {
            newLine(3);
            xml.writeStartElement(name);
            xml.writeAttribute("type", type);
            xml.writeAttribute("message", message);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }

        private void empty(String name, String message) throws XMLStreamException {
            newLine(3);
            xml.writeEmptyElement(name);
            xml.writeAttribute("message", message);
        }

        private void out(String text) throws XMLStreamException {
            newLine(3);
            xml.writeStartElement("system-out");
            xml.writeCharacters(text);
            xml.writeEndElement();
        }

        private void end(int depth) throws XMLStreamException {
            newLine(depth);
            xml.writeEndElement();
        }

        private void newLine(int depth) throws XMLStreamException {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }
    }
}
