package dev.datause;

import dev.datause.document.DocumentCode;
import dev.datause.document.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the words of each quote stand in the text of its source. Runs of blanks and line ends count as one blank;
 * {@code ...} in a quote stands for words left out, and what stands on its sides must follow in that order.
 */
final class QuoteCheck {
    private QuoteCheck() {}

    static void run(
            List<Policy.Source> sources,
            List<SourceReader.Cited> cited,
            PolicyJson.Options options,
            Places places,
            Problems problems) {
        if (options.texts().isEmpty()) {
            return;
        }
        PolicyJson.Texts texts = options.texts().get();
        Map<String, String> known = new HashMap<>();
        for (Policy.Source source : sources) {
            if (source.document().isPresent()
                    && !SourceReader.leadsOut(source.document().get())) {
                Optional<String> text = texts.text(source.document().get());
                if (text.isPresent()) {
                    known.put(source.key(), normal(text.get()));
                } else {
                    problems.add(
                            DocumentCode.NO_SOURCE_TEXT,
                            places.of("sources", source.key(), "document"),
                            "there is no text "
                                    + problems.shown(source.document().get()));
                }
            }
        }
        for (SourceReader.Cited one : cited) {
            @Nullable String text = known.get(one.citation().source());
            if (text != null && !holds(text, one.citation().quote())) {
                problems.add(
                        DocumentCode.QUOTE_NOT_FOUND,
                        one.at(),
                        "the quote is not in the text of " + one.citation().source());
            }
        }
    }

    /** Whether a text, normal already, holds the parts of a quote in order. A quote of nothing but dots is in no text. */
    static boolean holds(String text, String quote) {
        String rest = normal(quote);
        int from = 0;
        boolean any = false;
        while (!rest.isEmpty()) {
            int dots = dots(rest);
            String part = rest.substring(0, dots).strip();
            int found = text.indexOf(part, from);
            if (found < 0) {
                return false;
            }
            any |= !part.isEmpty();
            from = found + part.length();
            rest = afterDots(rest, dots);
        }
        return any;
    }

    /** Where the first words are left out, or the end. */
    private static int dots(String quote) {
        int three = quote.indexOf("...");
        int one = quote.indexOf('…');
        int first = three < 0 || (one >= 0 && one < three) ? one : three;
        return first < 0 ? quote.length() : first;
    }

    private static String afterDots(String quote, int dots) {
        int end = dots;
        while (end < quote.length() && (quote.charAt(end) == '.' || quote.charAt(end) == '…')) {
            end++;
        }
        return quote.substring(end);
    }

    /** With every run of blanks and line ends as one blank. */
    static String normal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = true;
            } else {
                if (blank && out.length() > 0) {
                    out.append(' ');
                }
                out.append(c);
                blank = false;
            }
        }
        return out.toString();
    }
}
