package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class CheckMojoTest {

    @Test
    void whatCannotBeCheckedDoesNotPass() {
        assertThrows(MojoExecutionException.class, () -> new CheckMojo().execute());
    }
}
