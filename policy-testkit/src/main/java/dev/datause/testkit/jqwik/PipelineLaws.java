package dev.datause.testkit.jqwik;

import dev.datause.testkit.UnderTest;
import dev.datause.testkit.pipeline.SampledManifest;
import java.nio.file.Path;
import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws of a gate over a manifest, as properties: what the gate passes is permitted at run time, and what it does not
 * pass is denied for the reason it names. Needs {@code policy-gate} besides jqwik.
 */
public interface PipelineLaws extends UnderTest {
    /** The manifest, relative to {@link #baseDirectory}. */
    Path manifest();

    /** The day of the check. */
    LocalDate asOf();

    /** The project; unless overridden, the working directory. */
    default Path baseDirectory() {
        return Path.of("");
    }

    /** Made-up members, run through population and guards of every pipeline that the gate passes, are permitted. */
    @Property(tries = 10)
    default void whatPassesIsPermitted(@ForAll long seed) {
        UnderTestHook.once(() -> SampledManifest.of(policy(), asOf(), baseDirectory(), manifest()))
                .checkPasses(seed, 300);
    }

    /** The witness of every finding passes and is denied, for the reason that the finding names. */
    @Example
    default void everyWitnessIsDeniedForTheReasonNamed() {
        SampledManifest.of(policy(), asOf(), baseDirectory(), manifest()).checkFindings();
    }
}
