package dev.datause;

import static dev.datause.SmallWorld.permit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.datause.analysis.Obligations;
import dev.datause.analysis.PolicyDiff;
import dev.datause.analysis.PolicyLint;
import dev.datause.analysis.PolicyMatrix;
import dev.datause.document.DocumentCode;
import dev.datause.document.DocumentException;
import dev.datause.document.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Definitions that use another one several times, and that one another: written once, each is looked through once. */
class DoublingTest {
    /** The most that a rule may hold. */
    private static final int MOST_LEVELS = 7;

    private static final int LEVELS = 6;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Passage PASSAGE =
            Passage.of(Purpose.of("training"), Recipient.of("owner"), Category.of("profile"), DAY);

    /** A policy whose one rule would be some twenty thousand conditions if its definitions were written out. */
    private static Policy policy() {
        return policy(LEVELS);
    }

    private static Policy policy(int levels) {
        List<Policy.Definition> definitions = new ArrayList<>();
        definitions.add(
                new Policy.Definition("d0", new Condition.SettingIs("improve", true, Moment.USE, Counts.NEXT_DAY)));
        for (int i = 1; i <= levels; i++) {
            Condition below = new Condition.Defined("d" + (i - 1));
            Condition north = new Condition.Located(List.of("north"), Moment.COLLECTION);
            Condition training = new Condition.PurposeIs(List.of(Purpose.of("training")));
            definitions.add(new Policy.Definition(
                    "d" + i,
                    new Condition.All(List.of(
                            new Condition.Any(List.of(north, below)),
                            new Condition.Any(List.of(new Condition.Not(north), below)),
                            new Condition.Any(List.of(training, below)),
                            new Condition.Any(List.of(new Condition.Not(training), below))))));
        }
        return SmallWorld.policy(
                List.of(permit("r", new Condition.Defined("d" + levels))), definitions, Policy.Effective.ALWAYS);
    }

    private static DataUsePolicy compiled() {
        return DataUsePolicy.of(policy());
    }

    private static Member member() {
        return compiled().member().build();
    }

    private enum Work {
        READ {
            @Override
            Object done() {
                return PolicyJson.read("p.json", PolicyJson.write(policy()).getBytes(StandardCharsets.UTF_8));
            }
        },
        COMPILE {
            @Override
            Object done() {
                return compiled();
            }
        },
        SHORT_FORM {
            @Override
            Object done() {
                return compiled().isPermitted(member(), Purpose.of("training"), DAY);
            }
        },
        DECIDE {
            @Override
            Object done() {
                return compiled().decide(Use.of(member()).collected(DAY).used(DAY));
            }
        },
        TRUTH {
            @Override
            Object done() {
                Use use = Use.of(member()).collected(DAY).used(DAY);
                return compiled().truth(new Condition.Defined("d" + LEVELS), use);
            }
        },
        COUNTEREXAMPLES {
            @Override
            Object done() {
                return compiled().counterexamples(PASSAGE);
            }
        },
        PASSAGES {
            @Override
            Object done() {
                return compiled().anythingPasses(PASSAGE.passing(new Condition.Defined("d" + LEVELS)));
            }
        },
        LINT {
            @Override
            Object done() {
                return PolicyLint.of(policy());
            }
        },
        DIFF {
            @Override
            Object done() {
                Policy other = policy().toBuilder()
                        .rules(List.of(permit("r", new Condition.Defined("d0"))))
                        .build();
                return PolicyDiff.of(compiled(), DataUsePolicy.of(other));
            }
        },
        DAYS {
            @Override
            Object done() {
                return PolicyDiff.between(compiled(), DAY, DAY.plusDays(1));
            }
        },
        MATRIX {
            @Override
            Object done() {
                return PolicyMatrix.of(compiled());
            }
        },
        OBLIGATIONS {
            @Override
            Object done() {
                return Obligations.of(compiled(), PASSAGE);
            }
        };

        abstract Object done();
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsDoneWithThemCostsWhatIsWritten(Work work) {
        assertNotNull(assertTimeoutPreemptively(Duration.ofSeconds(20), work::done));
    }

    /** A chain of definitions, and a rule that uses the first. */
    private static Policy chain(int length) {
        List<Policy.Definition> definitions = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            definitions.add(new Policy.Definition("d" + i, new Condition.Defined("d" + (i + 1))));
        }
        definitions.add(new Policy.Definition("d" + length, new Condition.FlagIsSet("minor")));
        return SmallWorld.policy(
                List.of(permit("r", new Condition.Defined("d0"))), definitions, Policy.Effective.ALWAYS);
    }

    private static String refused(Executable work) {
        try {
            work.execute();
        } catch (DocumentException refused) {
            return refused.problems().stream()
                    .filter(problem -> problem.code() == DocumentCode.LIMIT)
                    .map(Problem::message)
                    .findFirst()
                    .orElseThrow();
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage()).replace("policy: ", "");
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
        return "";
    }

    private static void areRefusedAlike(Policy policy, String how) {
        byte[] document = PolicyJson.write(policy).getBytes(StandardCharsets.UTF_8);
        assertEquals(how, refused(() -> PolicyJson.read("p.json", document)));
        assertEquals(how, refused(() -> DataUsePolicy.of(policy)));
    }

    @Test
    void whatIsTooLargeIsRefusedWhenItIsCompiledAsWhenItIsRead() {
        for (int levels = 1; levels <= 40; levels++) {
            areRefusedAlike(
                    policy(levels),
                    levels <= MOST_LEVELS
                            ? ""
                            : "the rule r, definitions put in, holds more than 100000 conditions (limit of a rule)");
        }
        for (int length : new int[] {1, 62, 63}) {
            areRefusedAlike(chain(length), "");
        }
        for (int length = 250; length < 260; length++) {
            int deep = length + 2;
            assertEquals(
                    deep <= 256
                            ? ""
                            : "the rule r, definitions put in, nests conditions deeper than 256 (limit of a rule)",
                    refused(() -> DataUsePolicy.of(chain(deep - 2))));
        }
    }

    @Test
    void definitionsThatNoRuleUsesMayBeNoLargerEither() {
        Policy unused = policy(20).toBuilder()
                .rules(List.of(permit("r", new Condition.FlagIsSet("minor"))))
                .build();
        assertEquals(
                "the definition d8, definitions put in, holds more than 100000 conditions (limit of a rule)",
                refused(() -> DataUsePolicy.of(unused)));
        assertEquals(
                "the rule r, definitions put in, nests conditions deeper than 256 (limit of a rule)",
                refused(() -> DataUsePolicy.of(chain(100_000))));
    }

    private static Condition nots(int count, Condition of) {
        Condition condition = of;
        for (int i = 0; i < count; i++) {
            condition = new Condition.Not(condition);
        }
        return condition;
    }

    @Test
    void whatNestsWithoutDefinitionsIsRefusedBeforeAnythingGoesDeep() {
        Condition minor = new Condition.FlagIsSet("minor");
        String tooDeep = "the rule r, definitions put in, nests conditions deeper than 256 (limit of a rule)";
        assertEquals("", refused(() -> DataUsePolicy.of(SmallWorld.policy(permit("r", nots(255, minor))))));
        assertEquals(tooDeep, refused(() -> DataUsePolicy.of(SmallWorld.policy(permit("r", nots(256, minor))))));
        assertEquals(tooDeep, refused(() -> DataUsePolicy.of(SmallWorld.policy(permit("r", nots(1_000_000, minor))))));
    }

    @Test
    void aRuleThatIsTooDeepMakesNoOtherRuleTooDeepThatUsesTheSameDefinition() {
        Condition defined = new Condition.Defined("ten");
        Policy policy = SmallWorld.policy(
                List.of(permit("deep", nots(250, defined)), permit("flat", defined)),
                List.of(new Policy.Definition("ten", nots(9, new Condition.FlagIsSet("minor")))),
                Policy.Effective.ALWAYS);
        RuleSizes sizes = new RuleSizes(policy);
        assertEquals(
                List.of("deep, definitions put in, nests conditions deeper than 256 (limit of a rule)", "", ""),
                List.of(
                        sizes.tooLarge("deep", policy.rules().get(0).when()),
                        sizes.tooLarge("flat", policy.rules().get(1).when()),
                        sizes.tooLarge("ten", policy.definitions().get(0).condition())));
        assertEquals(11, sizes.conditions(defined));
    }

    @Test
    void whatIsTooDeepAndUsesEachDefinitionTwiceIsRefusedSoon() {
        for (int between : new int[] {0, 3}) {
            int length = between == 0 ? 300 : 63;
            List<Policy.Definition> definitions = new ArrayList<>();
            for (int i = 0; i < length; i++) {
                Condition next = new Condition.Defined("d" + (i + 1));
                definitions.add(new Policy.Definition("d" + i, nots(between, new Condition.All(List.of(next, next)))));
            }
            definitions.add(new Policy.Definition("d" + length, new Condition.FlagIsSet("minor")));
            Policy policy = SmallWorld.policy(
                    List.of(permit("r", new Condition.Defined("d0"))), definitions, Policy.Effective.ALWAYS);
            String refused =
                    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> refused(() -> DataUsePolicy.of(policy)));
            assertEquals(true, refused.startsWith("the rule r, definitions put in, "), refused);
        }
    }
}
