package dev.datause.document;

/**
 * A place in a document, counted from one as editors do.
 *
 * @param line the line, from 1
 * @param column the column in UTF-16 units, from 1
 */
public record Position(int line, int column) implements Comparable<Position> {
    /** The beginning of a document. */
    public static final Position START = new Position(1, 1);

    /** Refuses lines and columns below one. */
    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column count from 1");
        }
    }

    @Override
    public int compareTo(Position other) {
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
