package dev.datause;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The bundled policy {@code linkedin-2025-11-03}: LinkedIn's data-use change of 3 November 2025 as its documents tell
 * it, with their contradictions as questions. Not legal advice.
 */
public final class LinkedIn {
    /** The name of the policy. */
    public static final String POLICY = "linkedin-2025-11-03";
    /** To train models that generate content; usually by {@link #LINKEDIN}, of profiles and public posts. */
    public static final Purpose AI_TRAINING = Purpose.of("ai-training");
    /** To train other models; usually by {@link #LINKEDIN}, of profiles. */
    public static final Purpose OTHER_ML_TRAINING = Purpose.of("other-ml-training");
    /** To show ads; usually by {@link #MICROSOFT}, of profiles, feed activity and ad engagement. */
    public static final Purpose AFFILIATE_ADS = Purpose.of("affiliate-ads");
    /** LinkedIn itself. */
    public static final Recipient LINKEDIN = Recipient.of("linkedin");
    /** The Microsoft group. */
    public static final Recipient MICROSOFT = Recipient.of("microsoft");

    private LinkedIn() {}

    /** The policy as data. Read once and kept. */
    public static Policy policy() {
        return Bundled.POLICY;
    }

    /** The policy under its default reading {@code strict}: safest for the member. Compiled once and kept. */
    public static DataUsePolicy strict() {
        return Strict.COMPILED;
    }

    /** The policy under the reading {@code documented}: best supported by the documents. Compiled once and kept. */
    public static DataUsePolicy documented() {
        return Documented.COMPILED;
    }

    private static Policy read() {
        String file = POLICY + ".json";
        try (InputStream in = LinkedIn.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the library does not hold its own " + file);
            }
            return PolicyJson.read(file, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the library cannot read its own " + file, e);
        }
    }

    private static final class Bundled {
        static final Policy POLICY = read();
    }

    private static final class Strict {
        static final DataUsePolicy COMPILED = DataUsePolicy.of(Bundled.POLICY);
    }

    private static final class Documented {
        static final DataUsePolicy COMPILED = DataUsePolicy.of(
                Bundled.POLICY, Bundled.POLICY.reading("documented").orElseThrow());
    }
}
