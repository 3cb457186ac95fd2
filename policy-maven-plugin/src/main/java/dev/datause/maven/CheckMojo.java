package dev.datause.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks that every pipeline reaches only data its purpose permits. */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

    @Override
    public void execute() throws MojoExecutionException {
        // What has not been checked has not passed.
        throw new MojoExecutionException("policy:check cannot check anything yet");
    }
}
