package dev.datause.gate;

import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import dev.datause.Ground;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report on a corpus in the XML that continuous integration reads. Holds no time, host or absolute path. */
final class JunitXml {
    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(CorpusReport report) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new JunitXml(writer).write(report);
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("text cannot be written as XML", impossible);
        }
        return out.append('\n').toString();
    }

    private void write(CorpusReport report) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        newLine(0);
        xml.writeStartElement("testsuites");
        ListMultimap<String, CorpusReport.Check> byReading =
                MultimapBuilder.treeKeys().arrayListValues().build();
        for (CorpusReport.Check check : report.checks()) {
            byReading.put(check.expected().reading(), check);
        }
        for (String reading : byReading.keySet()) {
            suite(report.policy() + "." + reading, byReading.get(reading));
        }
        newLine(0);
        xml.writeEndDocument();
    }

    private void suite(String name, List<CorpusReport.Check> checks) throws XMLStreamException {
        long failed = checks.stream().filter(check -> !check.passed()).count();
        newLine(1);
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", Integer.toString(checks.size()));
        xml.writeAttribute("failures", Long.toString(failed));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        for (CorpusReport.Check check : checks) {
            testCase(name, check);
        }
        newLine(1);
        xml.writeEndElement();
    }

    private void testCase(String suite, CorpusReport.Check check) throws XMLStreamException {
        newLine(2);
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", suite);
        xml.writeAttribute("name", check.of().id());
        xml.writeAttribute("file", check.corpus());
        xml.writeAttribute("line", Integer.toString(check.of().at().at().line()));
        if (!check.passed()) {
            newLine(3);
            xml.writeStartElement("failure");
            xml.writeAttribute("type", "mismatch");
            xml.writeAttribute("message", check.text());
            xml.writeCharacters(check.of().at() + "\n" + check.of().sentence());
            for (Ground ground : check.decision().grounds()) {
                xml.writeCharacters("\n" + ground.sentence());
            }
            xml.writeEndElement();
            newLine(2);
        }
        xml.writeEndElement();
    }

    private void newLine(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
