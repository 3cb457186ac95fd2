package dev.datause.document;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/**
 * The known name that was probably meant. First names that only look alike (other capitals, blanks around, another
 * dash, letters of another alphabet, unseen characters), then names a few edits away, then names that share their
 * greater part. Keeps nothing, so any thread may ask; what is null is refused.
 */
public final class Nearest {
    private static final int LONGEST = 128;
    /** Cyrillic and Greek letters that look like the Latin letter at the same index of {@link #LATIN}. */
    private static final String ALIKE =
            "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u04cf\u051b\u051d\u044c"
                    + "\u0432\u043d\u043a\u0442\u043c\u03b1\u03b5\u03b9\u03ba\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7\u03b3";

    private static final String LATIN = "aeopcyxijsdhlqwbbhktmaeikvoptuxy";

    private Nearest() {}

    /**
     * Such as {@code did you mean "rules"?}, or nothing where no known name is near. Ties fall to the first in the
     * alphabet. The cost grows with the number and the length of the known names.
     *
     * @param found what was written
     * @param known what there is
     */
    public static Optional<String> hint(String found, Collection<String> known) {
        Objects.requireNonNull(known, "known");
        if (Objects.requireNonNull(found, "found").length() > LONGEST) {
            return Optional.empty();
        }
        String folded = fold(found);
        Optional<String> alike = first(known, name -> fold(name).equals(folded) ? 0 : Integer.MAX_VALUE);
        if (alike.isPresent()) {
            return Optional.of("looks like " + Shown.quoted(alike.get(), LONGEST));
        }
        Optional<String> near = first(known, name -> rank(folded, fold(name)));
        return near.map(name -> "did you mean " + Shown.quoted(name, LONGEST) + "?");
    }

    /** Gives a name a rank: the lower the nearer, {@link Integer#MAX_VALUE} for not near at all. */
    private interface Rank {
        int of(String name);
    }

    private static Optional<String> first(Collection<String> known, Rank rank) {
        String best = "";
        int lowest = Integer.MAX_VALUE;
        for (String name : known) {
            int here = name.length() > LONGEST ? Integer.MAX_VALUE : rank.of(name);
            if (here < lowest || (here == lowest && name.compareTo(best) < 0)) {
                best = name;
                lowest = here;
            }
        }
        return lowest == Integer.MAX_VALUE ? Optional.empty() : Optional.of(best);
    }

    private static int rank(String found, String name) {
        int longer = Math.max(found.length(), name.length());
        int edits = edits(found, name);
        if (edits <= Math.max(1, longer / 3) && edits < longer) {
            return edits;
        }
        int common = common(found, name);
        return common >= 4 && 3 * common >= 2 * name.length() ? LONGEST + longer - common : Integer.MAX_VALUE;
    }

    /** Insertions, deletions, replacements and swaps of neighbours between two names. */
    static int edits(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        int[] next = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                int best = Math.min(row[j - 1] + (same ? 0 : 1), Math.min(row[j], next[j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                next[j] = swapped ? Math.min(best, before[j - 2] + 1) : best;
            }
            int[] free = before;
            before = row;
            row = next;
            next = free;
        }
        return row[b.length()];
    }

    /** The length of the longest run of characters that both names hold. */
    private static int common(String a, String b) {
        int longest = 0;
        for (int i = 0; i < a.length(); i++) {
            for (int j = 0; j < b.length(); j++) {
                int n = 0;
                while (i + n < a.length() && j + n < b.length() && a.charAt(i + n) == b.charAt(j + n)) {
                    n++;
                }
                longest = Math.max(longest, n);
            }
        }
        return longest;
    }

    /** What names that look alike have in common. */
    static String fold(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = plain(name.charAt(i));
            if (c != 0 && !(c == '-' && (out.length() == 0 || out.charAt(out.length() - 1) == '-'))) {
                out.append(c);
            }
        }
        if (out.length() > 0 && out.charAt(out.length() - 1) == '-') {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    /** The lower-case ASCII character that {@code c} looks like, {@code -} for any separator, 0 for the unseen, or {@code c}. */
    private static char plain(char c) {
        if (c >= '\uff01' && c <= '\uff5e') {
            return plain((char) (c - '\uff01' + '!'));
        }
        if (c < 128) {
            boolean capital = c >= 'A' && c <= 'Z';
            return capital ? (char) (c + 32) : c > ' ' && !separates(c) ? c : '-';
        }
        int type = Character.getType(c);
        if (type == Character.FORMAT || type == Character.CONTROL || type == Character.NON_SPACING_MARK) {
            return 0;
        }
        boolean blank = Character.isSpaceChar(c);
        boolean line = type == Character.DASH_PUNCTUATION || type == Character.CONNECTOR_PUNCTUATION || c == '\u2212';
        if (blank || line) {
            return '-';
        }
        if (c == '\u0131' || c == '\u0130') {
            return 'i';
        }
        char lower = Character.toLowerCase(c);
        int alike = ALIKE.indexOf(lower);
        return alike >= 0 ? LATIN.charAt(alike) : lower == '\u017f' ? 's' : lower;
    }

    private static boolean separates(char c) {
        return c == '-' || c == '_' || c == '.';
    }
}
