package dev.datause.analysis;

import dev.datause.Category;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.UseKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kinds of use in words: by purpose and recipient, the categories together. */
final class KindWords {
    private KindWords() {}

    static List<String> of(List<UseKind> kinds) {
        Map<String, List<String>> categories = new LinkedHashMap<>();
        for (UseKind kind : kinds) {
            String who = kind.purpose().map(Purpose::name).orElse("no purpose") + " by "
                    + kind.recipient().map(Recipient::name).orElse("no recipient");
            categories
                    .computeIfAbsent(who, w -> new ArrayList<>())
                    .add(kind.category().map(Category::name).orElse("no category"));
        }
        List<String> words = new ArrayList<>();
        categories.forEach((who, of) -> words.add(who + " of " + String.join(", ", of)));
        return words;
    }
}
