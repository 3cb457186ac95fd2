package dev.datause.testkit.jqwik;

import dev.datause.DataUsePolicy;
import dev.datause.Policy;
import dev.datause.testkit.Law;
import dev.datause.testkit.Samples;
import dev.datause.testkit.UnderTest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import net.jqwik.api.JqwikException;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.Store;

/** Remembers, while a property runs, which policy its class tests. jqwik finds and makes it. */
public final class UnderTestHook implements AroundPropertyHook {
    private static final String POLICY = "dev.datause.testkit.policy";
    private static final String SAMPLES = "dev.datause.testkit.samples";

    /** The hook. */
    public UnderTestHook() {}

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        for (Object instance : context.testInstances()) {
            if (instance instanceof UnderTest test) {
                Store.<Supplier<DataUsePolicy>>getOrCreate(POLICY, Lifespan.PROPERTY, () -> test::policy);
            }
        }
        return property.execute();
    }

    /** The policy under test. */
    static DataUsePolicy policy() {
        Store<Supplier<DataUsePolicy>> store =
                Store.getOrCreate(POLICY, Lifespan.PROPERTY, () -> UnderTestHook::missing);
        return store.get().get();
    }

    private static DataUsePolicy missing() {
        throw new JqwikException(
                "No policy is under test: the class of the property must implement " + UnderTest.class.getName());
    }

    /** Samples on the limits of the policy under test; made once for each policy. */
    static Samples samples() {
        Store<Map<Policy, Samples>> store = Store.getOrCreate(SAMPLES, Lifespan.RUN, ConcurrentHashMap::new);
        return store.get().computeIfAbsent(policy().policy(), Samples::of);
    }

    /** A law about the policy under test; made once for each property. */
    static <S> Law<S> law(Function<DataUsePolicy, Law<S>> law) {
        return once(() -> law.apply(policy()));
    }

    /** What is expensive, made once for each property. */
    static <T> T once(Supplier<T> expensive) {
        return Store.getOrCreate("dev.datause.testkit.once", Lifespan.PROPERTY, expensive)
                .get();
    }
}
