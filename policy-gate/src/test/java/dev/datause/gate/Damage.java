package dev.datause.gate;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What can become of a document on its way: every way it can be cut, every byte that can be another, and mixtures. */
final class Damage {
    private Damage() {}

    /** Every prefix that is not the whole, with its length. */
    static void cut(byte[] whole, BiConsumer<byte[], Integer> of) {
        for (int length = 0; length < whole.length; length++) {
            of.accept(Arrays.copyOf(whole, length), length);
        }
    }

    /** Which changes of a byte are made. */
    interface Choice {
        boolean takes(int at, int bit);
    }

    /** Every byte with every one of its bits turned, and with all of them, as far as chosen; each with its words. */
    static void turned(byte[] whole, Choice choice, BiConsumer<byte[], String> of) {
        for (int at = 0; at < whole.length; at++) {
            for (int bit = 0; bit <= 8; bit++) {
                if (choice.takes(at, bit)) {
                    byte[] damaged = whole.clone();
                    damaged[at] ^= (byte) (bit == 8 ? 0xFF : 1 << bit);
                    of.accept(damaged, "byte " + at + ", bit " + bit);
                }
            }
        }
    }

    /** Random mixtures of up to six changes: a byte that matters to the format, any byte, a cut, a piece copied over another. */
    static void mixed(byte[] whole, String alphabet, int longest, int count, Consumer<byte[]> of) {
        byte[] letters = Given.bytes(alphabet);
        SplittableRandom random = new SplittableRandom(20251103);
        for (int i = 0; i < count; i++) {
            byte[] mutant = whole.clone();
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                int at = random.nextInt(mutant.length);
                switch (random.nextInt(4)) {
                    case 0 -> mutant[at] = letters[random.nextInt(letters.length)];
                    case 1 -> mutant[at] = (byte) random.nextInt(256);
                    case 2 -> mutant = Arrays.copyOf(mutant, Math.max(1, at));
                    default -> {
                        int length = random.nextInt(Math.min(longest, mutant.length - at) + 1);
                        System.arraycopy(mutant, at, mutant, random.nextInt(mutant.length - length + 1), length);
                    }
                }
            }
            of.accept(mutant);
        }
    }
}
