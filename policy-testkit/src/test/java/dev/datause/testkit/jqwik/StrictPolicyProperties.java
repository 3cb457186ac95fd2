package dev.datause.testkit.jqwik;

import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;

class StrictPolicyProperties implements PolicyLaws, ReadingLaws {
    @Override
    public DataUsePolicy policy() {
        return LinkedIn.strict();
    }

    @Override
    public DataUsePolicy permittingMore() {
        return LinkedIn.documented();
    }
}
