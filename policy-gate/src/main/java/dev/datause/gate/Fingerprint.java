package dev.datause.gate;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.datause.Counterexample;
import dev.datause.Recipient;
import dev.datause.Use;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes a finding that finding, in one short word: its code, the use (step, purpose, recipient), the category, the
 * source, the names on the path, and the rules that deny. Neither lines nor the order of files nor the witness go in: the
 * fingerprint stays when code only moves, and is another one as soon as other data goes another way.
 *
 * <p>Findings that are about no category say in one sentence what they are about; of that the part before the first
 * semicolon goes in, without places, since what follows are hints.
 */
final class Fingerprint {
    private static final Pattern PLACE = Pattern.compile(":[0-9]+:[0-9]+");
    /** 96 bits: nobody meets the same word twice by accident. */
    private static final int DIGITS = 24;

    private Fingerprint() {}

    static String of(Finding finding) {
        Hasher hash = Hashing.sha256().newHasher();
        put(finding.code().id(), hash);
        Optional<Flow> flow = finding.flow();
        put(flow.map(Flow::pipeline), hash);
        put(flow.flatMap(Flow::purpose), hash);
        put(finding.witness().map(Counterexample::use).flatMap(Use::recipient).map(Recipient::name), hash);
        put(flow.flatMap(Flow::category), hash);
        put(flow.flatMap(Flow::dataset), hash);
        List<Hop> path = flow.map(Fingerprint::between).orElse(List.of());
        hash.putInt(path.size());
        for (Hop hop : path) {
            put(hop.kind().name(), hash);
            put(hop.name(), hash);
            put(hop.field(), hash);
        }
        List<String> rules = finding.reasons().stream()
                .map(reason -> reason.rule().orElse(""))
                .distinct()
                .sorted()
                .toList();
        hash.putInt(rules.size());
        rules.forEach(rule -> put(rule, hash));
        if (flow.isEmpty()) {
            put(finding.at().map(Location::file), hash);
        }
        if (flow.flatMap(Flow::category).isEmpty()) {
            String what = PLACE.matcher(finding.what()).replaceAll("");
            int hint = what.indexOf("; ");
            put(hint < 0 ? what : what.substring(0, hint), hash);
        }
        return finding.code().id() + "-" + hash.hash().toString().substring(0, DIGITS);
    }

    /** The stations that tell more than the source and the step do. */
    private static List<Hop> between(Flow flow) {
        return flow.path().stream()
                .filter(hop -> hop.field().isPresent()
                        || !(hop.name().equals(flow.pipeline())
                                || flow.dataset().filter(hop.name()::equals).isPresent()))
                .toList();
    }

    /** The fingerprint of the second and every further finding that has the same one. */
    static String numbered(String fingerprint, int number) {
        return number == 1 ? fingerprint : fingerprint + "." + number;
    }

    /** Whether text can be a fingerprint. */
    static boolean wellFormed(String text) {
        return text.matches("D[A-Z][0-9]{3}-[0-9a-f]{" + DIGITS + "}(\\.[1-9][0-9]{0,5})?");
    }

    private static void put(Optional<String> text, Hasher hash) {
        hash.putBoolean(text.isPresent());
        text.ifPresent(one -> put(one, hash));
    }

    /** With its length in front: no two lists of texts run together to the same characters. */
    private static void put(String text, Hasher hash) {
        hash.putInt(text.length()).putUnencodedChars(text);
    }
}
