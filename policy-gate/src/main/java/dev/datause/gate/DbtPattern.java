package dev.datause.gate;

import java.util.List;

/**
 * Text, or a pattern in which {@code *} stands for any characters; always of the whole text, case and all. Goes over the
 * text once for each piece between stars and never back, so hostile patterns cost no more than others.
 *
 * @param pieces what stands between the stars; one piece where there is none
 */
record DbtPattern(List<String> pieces) {
    /** Copies the list. */
    DbtPattern {
        pieces = List.copyOf(pieces);
    }

    static DbtPattern exactly(String text) {
        return new DbtPattern(List.of(text));
    }

    static DbtPattern like(String pattern) {
        return new DbtPattern(List.of(pattern.split("\\*", -1)));
    }

    boolean matches(String text) {
        String first = pieces.get(0);
        if (pieces.size() == 1) {
            return text.equals(first);
        }
        String last = pieces.get(pieces.size() - 1);
        int end = text.length() - last.length();
        if (!text.startsWith(first) || !text.endsWith(last) || end < first.length()) {
            return false;
        }
        int from = first.length();
        for (String piece : pieces.subList(1, pieces.size() - 1)) {
            int at = text.indexOf(piece, from);
            if (at < 0 || at + piece.length() > end) {
                return false;
            }
            from = at + piece.length();
        }
        return true;
    }
}
