package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void pointsAtTheColumn() {
        assertEquals(" |   \"denyRule\": [\n | ..^", Shown.snippet("  \"denyRule\": [", 3));
        assertEquals(" | ab\n | ..^", Shown.snippet("ab", 3));
        assertEquals(" | \n | ^", Shown.snippet("", 1));
    }

    @Test
    void writesOutWhatMovesCursorsOrTurnsWritingRound() {
        String line = "a\u001b[31m\u202eb\u0000\u200b\u0085\ud800\u00a0\uE000\tc\ud83d\ude00";
        String shown = Shown.snippet(line, 2);
        assertEquals(" | a\\u001b[31m\\u202eb\\u0000\\u200b\\u0085\\ud800\\u00a0\\ue000 c\ud83d\ude00\n | .^", shown);
    }

    @Test
    void writesOutHalvesOfPairsAndPairsThatShowNothing() {
        String[][] shown = {
            {"a\ud83d", "a\\ud83d"},
            {"\ude00a", "\\ude00a"},
            {"a\ude00", "a\\ude00"},
            {"\ud83da", "\\ud83da"},
            {"\udbff\udffd", "\\udbff\\udffd"},
            {"\udb40\udc01", "\\udb40\\udc01"},
            {"\ud83d\ude00", "\ud83d\ude00"},
            {"~\u007f\u00a1", "~\\u007f\u00a1"}
        };
        for (String[] one : shown) {
            assertEquals(one[1], Shown.escaped(one[0]));
        }
    }

    @Test
    void movesTheCaretWithWhatIsWrittenOut() {
        assertEquals(" | \\u001bx\n | ......^", Shown.snippet("\u001bx", 2));
    }

    @Test
    void cutsLongLinesOnBothSides() {
        String line = "x".repeat(500) + "Y" + "z".repeat(500);
        List<String> lines = Shown.snippet(line, 501).lines().toList();
        assertEquals(" | …" + "x".repeat(60) + "Y" + "z".repeat(39) + "…", lines.get(0));
        assertEquals(lines.get(0).indexOf('Y'), lines.get(1).indexOf('^'));
    }

    @Test
    void cutsLongWordsInMessages() {
        assertEquals("\"aaa…\"", Shown.quoted("aaaa", 3));
        assertEquals("\"aaa\"", Shown.quoted("aaa", 3));
    }

    @Test
    void keepsNamesOfDocumentsOnOneLine() {
        Problem problem = new Problem(
                DocumentCode.SYNTAX, "a\nb\u001b", Position.START, "m", Optional.of("h"), Optional.of(" | x\n | ^"));
        assertEquals("[DP005] a\\u000ab\\u001b:1:1  m; h\n | x\n | ^", problem.toString());
        assertEquals("n", new Document("n", new Node.Null(Position.START), Lines.hidden()).toString());
        assertFalse(new Document("n", new Node.Null(Position.START), Lines.of("secret"))
                .toString()
                .contains("secret"));
    }
}
