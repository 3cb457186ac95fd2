package dev.datause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LastingTest {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);
    private static final List<Ground> GROUNDS = List.of(new Ground.NotGranted(List.of()));

    @Test
    void theDecisionMadeLastIsGivenAgain() {
        Lasting lasting = new Lasting(false, "policy", "reading", GROUNDS);
        Decision forEver = lasting.until(Days.NEVER);
        assertEquals(new Decision.Deny("policy", "reading", GROUNDS, Optional.empty()), forEver);
        assertSame(forEver, lasting.until(Days.NEVER));
        Decision until = lasting.until(Days.of(DAY));
        assertEquals(new Decision.Deny("policy", "reading", GROUNDS, Optional.of(DAY)), until);
        assertSame(until, lasting.until(Days.of(DAY)));
        assertSame(forEver, lasting.until(Days.NEVER));
        assertEquals(
                Optional.of(DAY.plusDays(1)),
                lasting.until(Days.of(DAY.plusDays(1))).holdsUntil());
        assertEquals(Optional.of(DAY), lasting.until(Days.of(DAY)).holdsUntil());
    }

    @Test
    void aPermissionIsOneAndADenialIsNot() {
        assertTrue(new Lasting(true, "policy", "reading", GROUNDS)
                .until(Days.NEVER)
                .permitted());
        assertFalse(new Lasting(false, "policy", "reading", GROUNDS)
                .until(Days.NEVER)
                .permitted());
    }
}
