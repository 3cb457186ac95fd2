package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentFileTest {
    @TempDir
    Path folder;

    private static Problem refused(Path file, Limits limits) {
        DocumentException e = assertThrows(DocumentException.class, () -> DocumentFile.bytes(file, "name", limits));
        assertEquals(1, e.problems().size());
        Problem problem = e.problems().get(0);
        assertEquals("name", problem.document());
        assertEquals(Optional.empty(), problem.snippet());
        assertFalse(e.getMessage().contains(file.toString()));
        return problem;
    }

    @Test
    void aFileIsReadUpToTheLimitAndNotBeyond() throws IOException {
        byte[] bytes = {1, 2, 3, 0};
        Path file = Files.write(folder.resolve("file"), bytes);
        assertArrayEquals(bytes, DocumentFile.bytes(file, "name", Limits.STANDARD.withFileBytes(4)));
        Problem problem = refused(file, Limits.STANDARD.withFileBytes(3));
        assertEquals(DocumentCode.LIMIT, problem.code());
        assertEquals("more bytes than 3 (limit fileBytes)", problem.message());
    }

    @Test
    void aLinkToAFileIsFollowed() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {7});
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        assertArrayEquals(new byte[] {7}, DocumentFile.bytes(link, "name", Limits.STANDARD));
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertEquals("not a regular file", refused(folder, Limits.STANDARD).message());
        assertEquals(
                "no such file", refused(folder.resolve("none"), Limits.STANDARD).message());
        assertEquals(DocumentCode.UNREADABLE, refused(folder, Limits.STANDARD).code());
    }

    @Test
    void aRelativePathIsShownAndOfAnAbsoluteOneTheLastName() {
        assertEquals("a/b.json", DocumentFile.name(Path.of("a", "b.json")));
        assertEquals("b.json", DocumentFile.name(Path.of("/a/b.json")));
        assertEquals("/", DocumentFile.name(Path.of("/")));
    }

    @Test
    void aLineIsReadWithinItsEndsAndItsLimit() {
        byte[] bytes = "[1]\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8);
        Document first = JsonDocument.line("lines", bytes, 0, 3, 1, Limits.STANDARD.withFileBytes(3));
        assertEquals("a list", first.root().kind());
        Document second = JsonDocument.line("lines", bytes, 4, 11, 2, Limits.STANDARD.withFileBytes(7));
        assertEquals(new Position(2, 1), second.root().at());
        assertEquals(Lines.hidden(), second.lines());
        DocumentException e = assertThrows(
                DocumentException.class,
                () -> JsonDocument.line("lines", bytes, 4, 11, 2, Limits.STANDARD.withFileBytes(6)));
        assertEquals(new Position(2, 1), e.problems().get(0).at());
        assertEquals(DocumentCode.LIMIT, e.problems().get(0).code());
    }

    @Test
    void onlyTheFirstLineMayBeginWithAByteOrderMark() {
        byte[] marked = "\ufeff1".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "a number",
                JsonDocument.line("lines", marked, 0, 4, 1, Limits.STANDARD)
                        .root()
                        .kind());
        assertThrows(DocumentException.class, () -> JsonDocument.line("lines", marked, 0, 4, 2, Limits.STANDARD));
    }

    private static String written(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return JsonDocument.write(
                JsonDocument.read("d.json", bytes, Limits.STANDARD).root());
    }

    @Test
    void whatFitsOnALineIsWrittenOnOne() {
        assertEquals("[1, true, null, \"x\"]\n", written("[1,true,null,\"x\"]"));
        assertEquals("{\"a\": [], \"b\": {\"c\": {}}}\n", written("{\"a\":[],\"b\":{\"c\":{}}}"));
        assertEquals("[]\n", written("[]"));
        assertEquals("{}\n", written("{}"));
    }

    /** The longest list and object of one text that fit, and those with one character more. */
    @Test
    void whatDoesNotIsWrittenOnLinesOfItsOwn() {
        int width = 0;
        while (written("[\"" + "x".repeat(width + 1) + "\"]").lines().count() == 1) {
            width++;
        }
        String text = "x".repeat(width);
        assertEquals("[\"" + text + "\"]\n", written("[\"" + text + "\"]"));
        assertEquals("[\n  \"" + text + "x\"\n]\n", written("[\"" + text + "x\"]"));
        String key = text.substring(3);
        assertEquals("{\"" + key + "\": 1}\n", written("{\"" + key + "\":1}"));
        assertEquals("{\n  \"" + key + "x\": 1\n}\n", written("{\"" + key + "x\":1}"));
        String long2 = "y".repeat(width + 10);
        assertEquals(
                "{\n  \"a\": [\n    \"" + long2 + "\",\n    {\"b\": []},\n    {}\n  ],\n  \"c\": []\n}\n",
                written("{\"a\":[\"" + long2 + "\",{\"b\":[]},{}],\"c\":[]}"));
    }
}
