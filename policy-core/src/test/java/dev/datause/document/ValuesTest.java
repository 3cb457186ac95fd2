package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final Position AT = new Position(3, 7);

    private final Problems problems = Problems.of("d.json", Lines.of(""));

    private static Node text(String text) {
        return new Node.Text(AT, text);
    }

    private static Node number(String written) {
        return new Node.Num(AT, written);
    }

    private void one(DocumentCode code, String message) {
        assertEquals(1, problems.count(), () -> problems.list().toString());
        Problem problem = problems.list().get(0);
        assertEquals(code, problem.code());
        assertEquals(AT, problem.at());
        assertEquals(message, problem.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a b", "!", "~", "\u00a1", "\u2010", "\u2065", "\u206a", "a\u202fb"})
    void textIsTakenAsItIs(String value) {
        assertEquals(value, Values.text(text(value), "title", problems));
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 10, 31, 127, 0x85, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff})
    void charactersThatCannotBeSeenAreNotTaken(int c) {
        assertEquals("", Values.text(text("a" + (char) c + "b"), "title", problems));
        String hex = Integer.toHexString(c);
        one(DocumentCode.CHARACTER, "title holds the character U+" + "0".repeat(4 - hex.length()) + hex);
    }

    @ParameterizedTest
    @ValueSource(strings = {" a", "a ", "\u00a0a", "a\u3000", " "})
    void textDoesNotBeginOrEndWithABlank(String value) {
        assertEquals("", Values.text(text(value), "title", problems));
        one(DocumentCode.CHARACTER, "title begins or ends with a blank");
    }

    @Test
    void textIsNotEmpty() {
        assertEquals("", Values.text(text(""), "title", problems));
        one(DocumentCode.EMPTY, "title is empty");
    }

    @Test
    void whatIsNotTextIsCalledWhatItIs() {
        assertEquals("", Values.text(number("1"), "title", problems));
        one(DocumentCode.WRONG_KIND, "title is text, not a number");
    }

    @Test
    void nullIsAProblemOfItsOwn() {
        assertEquals("", Values.text(new Node.Null(AT), "title", problems));
        one(DocumentCode.NULL, "title is text, not null");
    }

    @Test
    void textMayHaveALongestLength() {
        assertEquals("abc", Values.text(text("abc"), "title", 3, problems));
        assertTrue(problems.isEmpty());
        assertEquals("", Values.text(text("abcd"), "title", 3, problems));
        one(DocumentCode.TOO_LONG, "title has 4 characters, and at most 3 may stand here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "z", "A", "Z", "0", "9", "a-b_c.d"})
    void aNameIsTaken(String name) {
        assertEquals(name, Values.name(text(name), "id", problems));
        assertEquals("a".repeat(64), Values.name("a".repeat(64), AT, "id", problems));
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", "a-", "a--b", "a b", "a/b", "a:b", "a@b", "a[b", "a`b", "a{b", "\u00e4"})
    void whatIsNoNameIsNot(String name) {
        assertEquals("", Values.name(text(name), "id", problems));
        one(DocumentCode.NOT_A_NAME, "id \"" + name + "\" is not a name");
    }

    @Test
    void aNameIsNeitherEmptyNorTooLongNorANumber() {
        assertEquals("", Values.name(text(""), "id", problems));
        assertEquals("", Values.name(text("a".repeat(65)), "id", problems));
        assertEquals("", Values.name(number("1"), "id", problems));
        assertEquals(
                Set.<Code>of(DocumentCode.EMPTY, DocumentCode.NOT_A_NAME, DocumentCode.WRONG_KIND),
                problems.list().stream().map(Problem::code).collect(Collectors.toSet()));
    }

    @Test
    void aDayIsOneOfTheCalendarInTheYearsThatAreTaken() {
        for (String day : List.of("1900-01-01", "2200-12-31", "2024-02-29", "2025-09-30", "2025-10-31")) {
            assertEquals(Optional.of(LocalDate.parse(day)), Values.day(day));
            assertEquals(Optional.of(LocalDate.parse(day)), Values.day(text(day), "day", problems));
        }
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "2201-01-01",
                "2025-00-10",
                "2025-13-10",
                "2025-01-00",
                "2025-01-32",
                "2023-02-29",
                "2025-09-31",
                "2025-1-011",
                "20250-1-1",
                "2025/01-01",
                "2025-01/01",
                "2025-01-1",
                "2025-01-011",
                "x025-01-01",
                "2025-x1-01",
                "2025-01-1/",
                "2025-01-0x",
                "2025-01-0:",
                "2025-01-0/",
                "+202-01-01",
                ""
            })
    void noOtherTextIsADay(String day) {
        assertEquals(Optional.empty(), Values.day(day));
        assertEquals(Optional.empty(), Values.day(text(day), "from", problems));
        one(DocumentCode.NOT_A_DAY, "from \"" + day + "\" is not a day");
    }

    @Test
    void aWholeNumberLiesBetweenItsEnds() {
        assertEquals(OptionalInt.of(1), Values.whole(number("1"), "years", 1, 150, problems));
        assertEquals(OptionalInt.of(150), Values.whole(number("150"), "years", 1, 150, problems));
        assertEquals(OptionalInt.of(-5), Values.whole(number("-5"), "shift", -5, 5, problems));
        assertEquals(OptionalInt.of(0), Values.whole(number("-0"), "shift", -5, 5, problems));
        assertEquals(
                OptionalInt.of(999_999_999), Values.whole(number("999999999"), "many", 0, Integer.MAX_VALUE, problems));
        assertEquals(
                OptionalInt.of(-999_999_999),
                Values.whole(number("-999999999"), "many", Integer.MIN_VALUE, 0, problems));
        assertTrue(problems.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "151", "17.9", "1e2", "-", "1000000000", "9999999999"})
    void whatIsNoWholeNumberOrNotBetweenIsNotTaken(String written) {
        assertEquals(OptionalInt.empty(), Values.whole(number(written), "years", 1, 150, problems));
        one(DocumentCode.NOT_A_NUMBER, "years \"" + written + "\" is not a whole number from 1 to 150");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-6", "6", "17.9", "1e0", "-", "1-", "4294967297", "-4294967297"})
    void whatIsNoWholeNumberIsNotTakenForOneNearZero(String written) {
        assertEquals(OptionalInt.empty(), Values.whole(number(written), "shift", -5, 5, problems));
        one(DocumentCode.NOT_A_NUMBER, "shift \"" + written + "\" is not a whole number from -5 to 5");
    }

    @Test
    void aChoiceIsOneOfAFewWords() {
        assertEquals("on", Values.choice(text("on"), "is", List.of("on", "off"), problems));
        assertTrue(problems.isEmpty());
        assertEquals("", Values.choice(text("of"), "is", List.of("on", "off"), problems));
        one(DocumentCode.NOT_A_CHOICE, "is is one of on, off, not \"of\"");
    }

    @Test
    void aListIsNotEmptyAndOneValueMayStandForIt() {
        Node one = text("x");
        Node list = new Node.Items(AT, List.of(one));
        assertEquals(List.of(one), Values.list(list, "in", problems));
        assertEquals(List.of(one), Values.oneOrMany(list, "in", problems));
        assertEquals(List.of(one), Values.oneOrMany(one, "in", problems));
        assertTrue(problems.isEmpty());
        assertEquals(List.of(), Values.list(one, "in", problems));
        one(DocumentCode.WRONG_KIND, "in is a list, not text");
    }

    @Test
    void anEmptyListIsAProblem() {
        assertEquals(List.of(), Values.oneOrMany(new Node.Items(AT, List.of()), "in", problems));
        one(DocumentCode.EMPTY, "in is empty");
    }

    @Test
    void entriesWhoseKeysAreNoNamesAreLeftOut() {
        Node.Entry good = new Node.Entry("good", AT, text("x"));
        Node.Entry bad = new Node.Entry("not good", AT, text("x"));
        assertEquals(List.of(good), Values.named(new Node.Members(AT, List.of(good)), "rules", problems));
        assertTrue(problems.isEmpty());
        assertEquals(List.of(good), Values.named(new Node.Members(AT, List.of(bad, good)), "rules", problems));
        one(DocumentCode.NOT_A_NAME, "the key in rules \"not good\" is not a name");
        assertEquals(List.of(), Values.named(text("x"), "rules", problems));
        assertEquals(2, problems.count());
    }
}
