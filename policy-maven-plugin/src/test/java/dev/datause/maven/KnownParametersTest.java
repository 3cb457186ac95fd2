package dev.datause.maven;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

class KnownParametersTest {
    private final PluginDescriptor plugin = new PluginDescriptor();
    private final Plugin configured = new Plugin();
    private final PluginExecution execution = new PluginExecution();
    private final Properties user = new Properties();
    private final Properties ofThePom = new Properties();

    KnownParametersTest() throws Exception {
        plugin.setGroupId("dev.datause");
        plugin.setArtifactId("policy-maven-plugin");
        plugin.addMojo(goal("check", "asOf"));
        plugin.addMojo(goal("decide", "in"));
        configured.setGroupId("dev.datause");
        configured.setArtifactId("policy-maven-plugin");
        execution.setId("gate");
        execution.setGoals(List.of("check"));
        configured.addExecution(execution);
    }

    private MojoDescriptor goal(String name, String parameter) throws Exception {
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal(name);
        Parameter known = new Parameter();
        known.setName(parameter);
        known.setEditable(true);
        known.setExpression("${policy." + parameter + "}");
        Parameter ours = new Parameter();
        ours.setName("session");
        ours.setEditable(false);
        ours.setExpression("${session}");
        goal.setParameters(List.of(known, ours));
        return goal;
    }

    private static Xpp3Dom configuration(String... names) {
        Xpp3Dom dom = new Xpp3Dom("configuration");
        for (String name : names) {
            dom.addChild(new Xpp3Dom(name));
        }
        return dom;
    }

    private void check() throws MojoExecutionException {
        Model model = new Model();
        model.setProperties(ofThePom);
        model.setBuild(new Build());
        model.getBuild().addPlugin(configured);
        MojoExecution running = new MojoExecution(plugin.getMojos().get(0), "gate");
        KnownParameters.check(plugin, running, new MavenProject(model), user);
    }

    private String refusal() {
        return assertThrows(MojoExecutionException.class, this::check).getMessage();
    }

    @Test
    void whatGoalsHaveIsTaken() {
        configured.setConfiguration(configuration("in", "asOf"));
        execution.setConfiguration(configuration("asOf", "in"));
        user.setProperty("policy.in", "x");
        user.setProperty("policies", "x");

        assertDoesNotThrow(this::check);
    }

    @Test
    void aMisspeltParameterOfThePluginIsRefused() {
        configured.setConfiguration(configuration("asof"));

        assertEquals("Could not check: <asof> is no parameter of any goal; there are asOf, in", refusal());
    }

    @Test
    void aParameterOfAnotherGoalIsRefusedInAnExecution() {
        execution.setConfiguration(configuration("in"));

        assertEquals("Could not check: <in> is no parameter of check; there are asOf", refusal());
    }

    @Test
    void aParameterThatOnlyThePluginSetsIsRefused() {
        execution.setConfiguration(configuration("session"));

        assertEquals("Could not check: <session> is no parameter of check; there are asOf", refusal());
    }

    @Test
    void aMisspeltPropertyIsRefused() {
        user.setProperty("policy.asof", "x");

        assertEquals(
                "Could not check: -Dpolicy.asof is no parameter of any goal; there are policy.asOf, policy.in",
                refusal());
    }

    @Test
    void withoutThePluginInTheProjectOnlyPropertiesAreLookedAt() {
        configured.setArtifactId("another");

        assertDoesNotThrow(this::check);
    }

    @Test
    void everyProblemIsToldAtOnceInTheOrderOfNames() {
        user.setProperty("policy.b", "x");
        user.setProperty("policy.a", "x");
        configured.setConfiguration(configuration("c"));

        assertEquals("""
                Could not check: -Dpolicy.a is no parameter of any goal; there are policy.asOf, policy.in
                -Dpolicy.b is no parameter of any goal; there are policy.asOf, policy.in
                <c> is no parameter of any goal; there are asOf, in""", refusal());
    }

    @Test
    void anExecutionHasTheParametersOfAllItsGoals() {
        execution.setGoals(List.of("check", "decide"));
        execution.setConfiguration(configuration("asOf", "in", "out"));

        assertEquals("Could not check: <out> is no parameter of check or decide; there are asOf, in", refusal());
    }

    @Test
    void anExecutionWithoutGoalsMayBeOfAnyGoal() {
        execution.setGoals(List.of());
        execution.setConfiguration(configuration("asOf", "in", "out"));

        assertEquals("Could not check: <out> is no parameter of any goal; there are asOf, in", refusal());
    }

    @Test
    void anotherExecutionIsLookedAtWhenItRuns() {
        execution.setId("another");
        execution.setConfiguration(configuration("in"));

        assertDoesNotThrow(this::check);
    }

    @Test
    void aParameterHasTwoNames() {
        plugin.getMojos().get(0).getParameters().get(0).setAlias("day");
        execution.setConfiguration(configuration("day", "days"));

        assertEquals("Could not check: <days> is no parameter of check; there are asOf, day", refusal());
    }

    @Test
    void onlyPropertiesOfOursAreParameters() {
        user.setProperty("policy.out", "x");
        List<Parameter> parameters = plugin.getMojos().get(1).getParameters();
        Parameter known = parameters.get(0);
        for (String other : List.of("${policy.out} and more", "policy.out", "${project.policy.out}", "${policy.in}")) {
            known.setExpression(other);
            assertEquals(
                    "Could not check: -Dpolicy.out is no parameter of any goal; there are policy.asOf"
                            + (other.equals("${policy.in}") ? ", policy.in" : ""),
                    refusal());
        }
        known.setExpression(null);
        assertEquals("Could not check: -Dpolicy.out is no parameter of any goal; there are policy.asOf", refusal());
        known.setExpression("${policy.out}");
        assertDoesNotThrow(this::check);
    }

    @Test
    void aPropertyOfThePomThatLooksLikeAParameterIsRefusedAndAnotherIsSomebodyElses() {
        ofThePom.setProperty("policy.vendor-id", "7");
        ofThePom.setProperty("policy.asOf", "2025-11-20");
        ofThePom.setProperty("as_of", "2025-11-20");
        assertDoesNotThrow(this::check);

        ofThePom.setProperty("policy.asof", "2025-11-20");
        assertEquals(
                "Could not check: the property policy.asof of the POM is no parameter of any goal; looks like \"asOf\"",
                refusal());
    }
}
