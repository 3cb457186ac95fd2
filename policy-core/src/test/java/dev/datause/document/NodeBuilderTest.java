package dev.datause.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeBuilderTest {
    private static final Position AT = Position.START;

    private final Problems problems = Problems.of("test", Lines.of("text"));
    private final NodeBuilder builder = new NodeBuilder(problems, Limits.STANDARD);

    private static Node text(String text) {
        return new Node.Text(AT, text);
    }

    @Test
    void whatIsBuiltIsWhatWasSaidHoweverDeep() {
        int depth = 40;
        Node expected = text("innermost");
        for (int i = 0; i < depth; i++) {
            builder.begin(i % 2 == 0, AT);
            assertEquals(i + 1, builder.depth());
            if (i % 2 == 0) {
                builder.key("key", AT);
            }
        }
        builder.add(expected);
        for (int i = depth - 1; i >= 0; i--) {
            assertEquals(List.of(), builder.roots());
            builder.end();
            expected = i % 2 == 0
                    ? new Node.Members(AT, List.of(new Node.Entry("key", AT, expected)))
                    : new Node.Items(AT, List.of(expected));
        }
        assertEquals(List.of(expected), builder.roots());
        assertTrue(problems.isEmpty());
    }

    @Test
    void aKeyIsAwaitedInAnObjectThatHasNone() {
        assertFalse(builder.awaitsKey());
        builder.begin(true, AT);
        assertTrue(builder.awaitsKey());
        builder.key("key", AT);
        assertFalse(builder.awaitsKey());
        builder.begin(false, AT);
        assertFalse(builder.awaitsKey());
        builder.end();
        assertTrue(builder.awaitsKey());
        builder.end();
        assertFalse(builder.awaitsKey());
    }

    @Test
    void whatHasNoPlaceIsRefusedAndLost() {
        assertThrows(IllegalStateException.class, builder::end);
        assertThrows(IllegalStateException.class, () -> builder.key("key", AT));
        builder.begin(true, AT);
        assertThrows(IllegalStateException.class, () -> builder.add(text("without a key")));
        builder.key("key", AT);
        assertThrows(IllegalStateException.class, () -> builder.key("another", AT));
        assertThrows(IllegalStateException.class, builder::end);
        builder.add(text("value"));
        builder.end();
        builder.begin(false, AT);
        assertThrows(IllegalStateException.class, () -> builder.key("key", AT));
    }

    @Test
    void anObjectBegunAfterAnotherKnowsNothingOfIt() {
        builder.begin(false, AT);
        for (int object = 0; object < 3; object++) {
            builder.begin(true, AT);
            for (int key = 0; key < 30; key++) {
                builder.key("key" + key, AT);
                builder.add(text("value"));
            }
            builder.end();
        }
        builder.end();
        assertTrue(problems.isEmpty(), () -> problems.list().toString());
    }

    @Test
    void equalKeysAreAProblemWithBothPlacesAmongFewAndMany() {
        for (int keys : List.of(1, 11, 12, 13, 40)) {
            Problems found = Problems.of("test", Lines.of("text"));
            NodeBuilder other = new NodeBuilder(found, Limits.STANDARD);
            other.begin(true, AT);
            for (int key = 0; key < keys; key++) {
                other.key("key" + key, new Position(1 + key, 1));
                other.add(text("value"));
            }
            other.key("key" + (keys - 1), new Position(99, 1));
            assertEquals(1, found.count());
            assertEquals(
                    "the key \"key" + (keys - 1) + "\" stands twice, first at " + keys + ":1",
                    found.list().get(0).message());
        }
    }

    @Test
    void equalShortTextsAreOneOnceThereAreMany() {
        assertNotSame(builder.shared(new String("name")), builder.shared(new String("name")));
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            all.add(builder.shared(new String("name")));
        }
        assertSame(all.get(298), all.get(299));
        assertSame(all.get(299), builder.shared("a name".toCharArray(), 2, 4));
        assertEquals("another", builder.shared("another".toCharArray(), 0, 7));
        assertSame(builder.shared("another"), builder.shared("another".toCharArray(), 0, 7));
        String longer = "n".repeat(33);
        assertNotSame(builder.shared(longer), builder.shared(new String(longer)));
        assertEquals(longer, builder.shared(longer.toCharArray(), 0, 33));
    }
}
