package dev.datause;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The bundled policy, in its readings and in readings of one's own, decides as the naive interpreter does. */
class BundledOracleProperties {
    private static final int USES = 25_000;

    @Test
    void theStrictReadingDecidesAsTheNaiveInterpreterDoes() {
        agree(Bundled.STRICT);
    }

    @Test
    void theDocumentedReadingDecidesAsTheNaiveInterpreterDoes() {
        agree(Bundled.DOCUMENTED);
    }

    private static void agree(DataUsePolicy compiled) {
        NaiveInterpreter oracle = new NaiveInterpreter(compiled.policy(), compiled.reading());
        Tries.of(USES, random -> OracleProperties.agree(oracle, compiled, Bundled.SEEKING.use(random)));
        Tries.of(USES / 10, random -> OracleProperties.agreeOnTheShortForm(oracle, compiled, Bundled.SEEKING, random));
    }

    @Test
    void readingsOfOnesOwnDecideAsTheNaiveInterpreterDoes() {
        Tries.of(20, random -> {
            DataUsePolicy compiled = DataUsePolicy.of(Bundled.POLICY, reading(random));
            NaiveInterpreter oracle = new NaiveInterpreter(compiled.policy(), compiled.reading());
            for (int i = 0; i < 200; i++) {
                OracleProperties.agree(oracle, compiled, Bundled.SEEKING.use(random));
            }
            for (int i = 0; i < 20; i++) {
                OracleProperties.agreeOnTheShortForm(oracle, compiled, Bundled.SEEKING, random);
            }
        });
    }

    /** A reading with random answers to some of the questions. */
    static Reading reading(RandomGenerator random) {
        List<Reading> readings = Bundled.POLICY.readings();
        Reading reading = readings.get(random.nextInt(readings.size()));
        for (Policy.Question question : Bundled.POLICY.questions()) {
            if (random.nextInt(3) == 0) {
                List<Policy.Answer> answers = new ArrayList<>(question.answers());
                reading = reading.with(
                        "own",
                        question.name(),
                        answers.get(random.nextInt(answers.size())).name());
            }
        }
        return reading;
    }
}
