package dev.datause.gate;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as ranges of one buffer, which never grows beyond the longest line that is taken; of a longer
 * line only its beginning is kept. A line ends with a line feed or with the stream. Not thread-safe.
 */
final class LineReader {
    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private boolean ended;
    private int from;
    private int to;
    private boolean tooLong;

    LineReader(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Goes to the next line, if there is one. */
    boolean next() throws IOException {
        tooLong = false;
        from = next;
        int searched = from;
        while (true) {
            while (searched < filled && buffer[searched] != '\n') {
                searched++;
            }
            if (searched < filled) {
                line(searched, searched + 1);
                return true;
            }
            if (ended) {
                line(filled, filled);
                return filled > from || tooLong;
            }
            if (filled - from > longest) {
                tooLong = true;
                filled = from;
                searched = from;
            }
            searched -= makeRoom();
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                ended = true;
            } else {
                filled += read;
            }
        }
    }

    private void line(int end, int after) {
        to = end;
        next = after;
        tooLong |= to - from > longest;
    }

    /** Makes room behind what is kept; returns by how much that moved. */
    private int makeRoom() {
        if (filled < buffer.length) {
            return 0;
        }
        int moved = from;
        System.arraycopy(buffer, from, buffer, 0, filled - from);
        filled -= moved;
        from = 0;
        if (filled > buffer.length / 2) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        return moved;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Whether the line is longer than what is taken. */
    boolean tooLong() {
        return tooLong;
    }
}
