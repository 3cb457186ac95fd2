package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BaselineMojoTest {
    @Test
    void aMachineSaysThatItIsOne() {
        assertTrue(BaselineMojo.inCi("true"));
        assertTrue(BaselineMojo.inCi("1"));
        assertFalse(BaselineMojo.inCi("false"));
        assertFalse(BaselineMojo.inCi(""));
        assertFalse(BaselineMojo.inCi(null));
    }
}
