package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private final Problems problems = Problems.of("d.json", Lines.of("first\nsecond\r\nthird\rfourth"));

    @Test
    void problemsAreListedInTheOrderOfTheirPlaces() {
        assertTrue(problems.isEmpty());
        problems.throwIfAny();
        problems.add(DocumentCode.EMPTY, new Position(2, 2), "later");
        problems.add(DocumentCode.EMPTY, new Position(1, 9), "b", "write it");
        problems.add(DocumentCode.EMPTY, new Position(1, 9), "a");
        assertFalse(problems.isEmpty());
        assertEquals(
                List.of("a", "b", "later"),
                problems.list().stream().map(Problem::message).toList());
        assertEquals(Optional.of("write it"), problems.list().get(1).hint());
        assertEquals(Optional.of(" | second\n | .^"), problems.list().get(2).snippet());
        assertEquals(3, problems.count());
        assertEquals(
                3,
                assertThrows(DocumentException.class, problems::throwIfAny)
                        .problems()
                        .size());
    }

    @Test
    void afterAThousandTheRestIsCounted() {
        for (int i = 1; i <= 1_000; i++) {
            problems.add(DocumentCode.EMPTY, new Position(i, 1), "empty");
        }
        assertEquals(1_000, problems.list().size());
        problems.add(DocumentCode.EMPTY, new Position(1, 1), "empty");
        problems.add(DocumentCode.EMPTY, new Position(1, 1), "empty");
        assertEquals(1_001, problems.list().size());
        Problem last = problems.list().get(1_000);
        assertEquals("and 2 more problems, not listed", last.message());
        assertEquals(new Position(1_000, 1), last.at());
        assertEquals(DocumentCode.LIMIT, last.code());
        assertEquals(1_002, problems.count());
    }

    @Test
    void theNearestKnownNameIsNamedForTheFirstHundred() {
        for (int i = 0; i < 101; i++) {
            problems.addUnknown(
                    DocumentCode.UNKNOWN_KEY, new Position(i + 1, 1), "unknown key", "rulse", List.of("rules"));
        }
        List<Problem> all = problems.list();
        assertEquals("unknown key \"rulse\"", all.get(0).message());
        assertEquals(Optional.of("did you mean \"rules\"?"), all.get(99).hint());
        assertEquals(Optional.empty(), all.get(100).hint());
    }

    @Test
    void anExceptionHasProblemsAndKeepsItsMessageWhenItTravels() throws IOException, ClassNotFoundException {
        assertEquals(
                "problems: none",
                assertThrows(IllegalArgumentException.class, () -> new DocumentException(List.of()))
                        .getMessage());
        problems.add(DocumentCode.EMPTY, Position.START, "empty");
        DocumentException thrown = problems.exception();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            DocumentException travelled = (DocumentException) in.readObject();
            assertEquals(List.of(), travelled.problems());
            assertEquals(thrown.getMessage(), travelled.getMessage());
        }
    }

    @Test
    void nothingIsShownOfHiddenLines() {
        Problems hidden = Problems.of("d.json", Lines.hidden());
        hidden.addUnknown(DocumentCode.UNKNOWN_KEY, Position.START, "unknown key", "rulse", List.of("rules"));
        Problem problem = hidden.list().get(0);
        assertEquals("unknown key (not shown)", problem.message());
        assertEquals(Optional.empty(), problem.hint());
        assertEquals(Optional.empty(), problem.snippet());
        assertTrue(Lines.hidden().areHidden());
    }

    @Test
    void aWordIsShownUpToItsSixtiethCharacter() {
        assertEquals("\"" + "a".repeat(60) + "\"", problems.shown("a".repeat(60)));
        assertEquals("\"" + "a".repeat(60) + "…\"", problems.shown("a".repeat(61)));
    }

    @Test
    void linesEndWithALineFeedACarriageReturnOrBoth() {
        Lines lines = Lines.of("first\nsecond\r\nthird\r\rfifth\n");
        assertEquals(Optional.of("first"), lines.line(1));
        assertEquals(Optional.of("second"), lines.line(2));
        assertEquals(Optional.of("third"), lines.line(3));
        assertEquals(Optional.of(""), lines.line(4));
        assertEquals(Optional.of("fifth"), lines.line(5));
        assertEquals(Optional.of(""), lines.line(6));
        assertEquals(Optional.empty(), lines.line(7));
        assertEquals(Optional.empty(), lines.line(0));
        assertFalse(lines.areHidden());
        Lines later = Lines.of("tenth\releventh\r", 10);
        assertEquals(Optional.empty(), later.line(9));
        assertEquals(Optional.of("tenth"), later.line(10));
        assertEquals(Optional.of("eleventh"), later.line(11));
        assertEquals(Optional.of(""), later.line(12));
        assertEquals(Optional.empty(), later.line(13));
    }

    @Test
    void placesCountFromOneAndStandInTheirOrder() {
        for (int[] bad : new int[][] {{0, 1}, {1, 0}}) {
            assertEquals(
                    "line and column count from 1",
                    assertThrows(IllegalArgumentException.class, () -> new Position(bad[0], bad[1]))
                            .getMessage());
        }
        assertTrue(new Position(1, 9).compareTo(new Position(2, 1)) < 0);
        assertTrue(new Position(2, 1).compareTo(new Position(1, 9)) > 0);
        assertTrue(new Position(2, 1).compareTo(new Position(2, 2)) < 0);
        assertEquals("2:1", new Position(2, 1).toString());
    }

    @Test
    void aProblemIsWrittenForPeople() {
        Problem problem = new Problem(
                DocumentCode.EMPTY,
                "d\n.json",
                new Position(2, 1),
                "title is empty",
                Optional.of("write it"),
                Optional.of(" | x\n | ^"));
        String id = DocumentCode.EMPTY.id();
        assertEquals("[" + id + "] d\\u000a.json:2:1  title is empty; write it\n | x\n | ^", problem.toString());
        Problem bare =
                new Problem(DocumentCode.EMPTY, "d.json", Position.START, "empty", Optional.empty(), Optional.empty());
        assertEquals("[" + id + "] d.json:1:1  empty", bare.toString());
        Problem otherDocument =
                new Problem(DocumentCode.EMPTY, "e.json", Position.START, "empty", Optional.empty(), Optional.empty());
        Problem otherCode =
                new Problem(DocumentCode.LIMIT, "d.json", Position.START, "empty", Optional.empty(), Optional.empty());
        assertTrue(bare.compareTo(otherDocument) < 0);
        assertEquals(
                Integer.signum(DocumentCode.EMPTY.id().compareTo(DocumentCode.LIMIT.id())),
                Integer.signum(bare.compareTo(otherCode)));
        Problem same =
                new Problem(DocumentCode.EMPTY, "d.json", Position.START, "empty", Optional.empty(), Optional.empty());
        assertEquals(0, bare.compareTo(same));
    }

    @Test
    void limitsAreAtLeastOneAndNamed() {
        Limits limits = new Limits(1, 1, 1, 1, 1, 1, 1);
        assertEquals(
                new Limits(2, 3, 4, 5, 6, 7, 8),
                limits.withFileBytes(2)
                        .withDepth(3)
                        .withTextLength(4)
                        .withNameLength(5)
                        .withDigits(6)
                        .withTokens(7)
                        .withKeys(8));
        assertEquals(1_000, limits.withDepth(1_000).depth());
        assertEquals(50_000, limits.withNameLength(50_000).nameLength());
        refused("fileBytes: a limit is at least 1", () -> limits.withFileBytes(0));
        refused("depth: a limit is at least 1", () -> limits.withDepth(0));
        refused("textLength: a limit is at least 1", () -> limits.withTextLength(0));
        refused("nameLength: a limit is at least 1", () -> limits.withNameLength(0));
        refused("digits: a limit is at least 1", () -> limits.withDigits(0));
        refused("tokens: a limit is at least 1", () -> limits.withTokens(0));
        refused("keys: a limit is at least 1", () -> limits.withKeys(0));
        refused("depth: at most 1000", () -> limits.withDepth(1_001));
        refused("nameLength: at most 50000", () -> limits.withNameLength(50_001));
    }

    private static void refused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
