package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.datause.document.Document;
import dev.datause.document.JsonDocument;
import dev.datause.document.Limits;
import dev.datause.document.Problems;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PolicyRoundTripProperties {
    @Provide
    Arbitrary<Policy> policies() {
        return RandomPolicies.arbitrary();
    }

    @Property
    void whatIsWrittenReadsAsTheSamePolicyAndWritesAsTheSameBytes(@ForAll("policies") Policy policy) {
        String written = PolicyJson.write(policy);
        Policy read = PolicyJson.read("written", ExamplePolicy.bytes(written));
        assertEquals(policy, read);
        assertEquals(written, PolicyJson.write(read));
    }

    @Property
    void theHashDoesNotDependOnAnyOrder(@ForAll("policies") Policy policy) {
        String reversed = Reversed.text(PolicyJson.write(policy));
        Policy other = PolicyJson.read("reversed", ExamplePolicy.bytes(reversed));
        assertEquals(PolicyJson.contentHash(policy), PolicyJson.contentHash(other));
    }

    @Property
    void theHashDependsOnTheContent(@ForAll("policies") Policy one, @ForAll("policies") Policy other) {
        boolean same = one.equals(other);
        if (!same && !Reversed.text(PolicyJson.write(one)).equals(PolicyJson.write(other))) {
            assertNotEquals(PolicyJson.contentHash(one), PolicyJson.contentHash(other));
        }
    }

    @Property
    void conditionsReadByThemselvesAsTheyWereWritten(@ForAll("policies") Policy policy) {
        for (Policy.Rule rule : policy.rules()) {
            byte[] written = ExamplePolicy.bytes(PolicyJson.write(rule.when()));
            Document document = JsonDocument.read("condition", written, Limits.STANDARD);
            Problems problems = Problems.of(document);
            assertEquals(
                    Optional.of(rule.when()),
                    PolicyJson.conditions(policy, problems).apply(document.root()));
        }
    }

    @Example
    void everyKindOfConditionIsTriedInARuleThatIsAlive() {
        Set<Class<?>> kinds = new HashSet<>();
        Tries.of(500, random -> RandomPolicies.policy(random).rules().forEach(rule -> collect(rule.when(), kinds)));
        if (Tries.ENOUGH) {
            assertEquals(Set.of(Condition.class.getPermittedSubclasses()), kinds);
        }
    }

    private static void collect(Condition condition, Set<Class<?>> kinds) {
        kinds.add(condition.getClass());
        condition.parts().forEach(part -> collect(part, kinds));
    }
}
