package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(resource("policy-1.schema.json"), InputFormat.JSON);

    private static String resource(String name) {
        try (InputStream in = PolicyJson.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void takesTheExampleAndTheBundledPolicy() {
        assertEquals(List.of(), SCHEMA.validate(ExamplePolicy.TEXT, InputFormat.JSON));
        assertEquals(List.of(), SCHEMA.validate(resource("linkedin-2025-11-03.json"), InputFormat.JSON));
    }

    @Test
    void takesWhateverTheReaderTakes() {
        Tries.of(100, random -> {
            String json = PolicyJson.write(RandomPolicies.policy(random));
            assertEquals(List.of(), SCHEMA.validate(json, InputFormat.JSON));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'format': 1, | 'format': 2,",
                "'format': 1, | ",
                "'format': 1, | 'format': 1, 'colour': 'red',",
                "'policy': 'example' | 'policy': 'an example'",
                "'policy': 'example' | 'policy': 'example-'",
                "'title': 'An example policy' | 'title': ''",
                "'title': 'An example policy' | 'title': ' An example'",
                "'title': 'An example policy' | 'title': null",
                "'title': 'An example policy' | 'title': 7",
                "'until': '2030-12-31' | 'until': '2030-12-32'",
                "'until': '2030-12-31' | 'until': '0025-12-31'",
                "'until': '2030-12-31' | 'until': '2030-12-31T00:00:00Z'",
                "'until': '2030-12-31' | 'til': '2030-12-31'",
                "'trust': 'legal-text' | 'trust': 'gossip'",
                "'document': 'l1.txt' | 'document': '../l1.txt'",
                "'document': 'l1.txt' | 'document': '/l1.txt'",
                "'document': 'l1.txt' | 'document': 'a/./l1.txt'",
                "'countries': ['GB'] | 'countries': ['UK']",
                "'countries': ['GB'] | 'countries': ['gb']",
                "'countries': ['GB'] | 'countries': []",
                "'countries': ['GL', 'FO'], 'count': 2 | 'countries': ['GL', 'FO']",
                "'allExcept': ['EEA', 'GB'] | 'allExcept': ['EEA', 'GB'], 'countries': ['US']",
                "'allExcept': ['EEA', 'GB'] | 'allExcept': ['EEA', 'EEA']",
                "'rest-of-world': {'title': 'Everywhere else', 'allExcept': ['EEA', 'GB']} | 'anywhere': {'title': 'A', 'countries': ['US']}",
                "'rest-of-world': {'title': 'Everywhere else', 'allExcept': ['EEA', 'GB']} | 'empty': {'title': 'A'}",
                "'recipient': 'linkedin' | 'recipient': []",
                "'recipient': 'linkedin' | 'recipient': 'linkedin', 'flag': 'reason-to-believe-minor'",
                "'recipient': 'linkedin' | 'recipent': 'linkedin'",
                "{'used': {'before': 'collection'}} | {'used': {'before': 'use'}}",
                "{'used': {'before': 'collection'}} | {'used': {'before': 'collection', 'from': '2025-11-03'}}",
                "{'used': {'before': 'collection'}} | {}",
                "{'used': {'before': 'collection'}} | {'all': []}",
                "{'used': {'before': 'collection'}} | {'age': {'atLeast': 17.5, 'at': 'use'}}",
                "{'used': {'before': 'collection'}} | {'age': {'atLeast': 0, 'at': 'use'}}",
                "{'used': {'before': 'collection'}} | {'age': {'atLeast': '18', 'at': 'use'}}",
                "{'used': {'before': 'collection'}} | {'age': {'atLeast': 18, 'at': 'now'}}",
                "{'used': {'before': 'collection'}} | {'located': {'in': 'EU', 'at': 'use'}}",
                "'is': 'on', 'at' | 'is': true, 'at'",
                "'onCounts': 'next-day' | 'onCounts': 'next-week'",
                "'onCounts': 'next-day' | 'oncounts': 'next-day'",
                "'reachedBy': 'use' | 'reachedBy': '2025-11-03'",
                "'effect': 'permit' | 'effect': 'deny'",
                "'id': 'minors' | 'id': ''",
                "'elsewhere': '2024-09-18' | 'elsewhere': 'always'",
                "'usual': [{'category': 'profile'}] | 'usual': []",
                "'usual': [{'category': 'profile'}] | 'usual': [{'audience': 'public'}]"
            })
    void refusesWhatTheReaderRefuses(String old, String replacement) {
        String wrong = replacement == null ? "" : replacement.replace('\'', '"');
        String json = firstReplaced(old.replace('\'', '"'), wrong);
        assertFalse(ExamplePolicy.problems(json).isEmpty(), "the reader takes it");
        assertFalse(SCHEMA.validate(json, InputFormat.JSON).isEmpty(), "the schema takes it");
    }

    private static String firstReplaced(String old, String replacement) {
        int at = ExamplePolicy.TEXT.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException("not in the example: " + old);
        }
        return ExamplePolicy.TEXT.substring(0, at) + replacement + ExamplePolicy.TEXT.substring(at + old.length());
    }
}
