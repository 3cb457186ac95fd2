package dev.datause.testkit.jqwik;

import dev.datause.DataUsePolicy;
import dev.datause.LinkedIn;
import java.nio.file.Path;
import java.time.LocalDate;

class GuardedManifestProperties implements PipelineLaws {
    @Override
    public DataUsePolicy policy() {
        return LinkedIn.strict();
    }

    @Override
    public Path manifest() {
        return Path.of("pipelines", "quickstart.yaml");
    }

    @Override
    public LocalDate asOf() {
        return LocalDate.of(2026, 2, 1);
    }

    @Override
    public Path baseDirectory() {
        return Path.of("..", "examples", "quickstart");
    }
}
