package dev.datause.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlaceholderTest {

    @Test
    void theModuleKnowsItsName() {
        assertEquals("policy-gate", Placeholder.MODULE);
    }
}
