package dev.datause.testkit.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import dev.datause.Purpose;
import dev.datause.testkit.MadeUpMember;
import java.time.LocalDate;

class OurCellsTest implements PolicyCells {
    @Override
    public DataUsePolicy policy() {
        return LinkedIn.documented();
    }

    @Override
    public void check(MadeUpMember member, Purpose purpose, LocalDate day, boolean permitted) {
        assertEquals(permitted, policy().isPermitted(member.member(), purpose, day), member::toString);
    }
}
