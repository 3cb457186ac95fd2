package dev.datause.testkit.jqwik;

import dev.datause.Category;
import dev.datause.Country;
import dev.datause.DataUsePolicy;
import dev.datause.Member;
import dev.datause.Policy;
import dev.datause.Purpose;
import dev.datause.Recipient;
import dev.datause.Use;
import dev.datause.testkit.MadeUpMember;
import dev.datause.testkit.MadeUpUse;
import dev.datause.testkit.Samples;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Draws parameters of the library's types that are annotated with {@link FromPolicy}. jqwik finds and makes it. */
public final class FromPolicyProvider implements ArbitraryProvider {
    private static final int BEFORE_THE_DEFAULTS = 10;

    private static final Map<Class<?>, Function<TypeUsage, Arbitrary<?>>> OF_TYPE = Map.of(
            Member.class,
                    type -> Shrinks.made(random -> UnderTestHook.samples().member(random))
                            .map(MadeUpMember::member),
            Use.class, type -> MadeUpProvider.uses(type).map(MadeUpUse::use),
            Purpose.class,
                    type -> Shrinks.given(random -> UnderTestHook.samples().purpose(random)),
            Recipient.class,
                    type -> Shrinks.given(random -> UnderTestHook.samples().recipient(random)),
            Category.class,
                    type -> Shrinks.given(random -> UnderTestHook.samples().category(random)),
            Country.class,
                    type -> Shrinks.given(random -> UnderTestHook.samples().country(random)),
            LocalDate.class,
                    type -> Shrinks.given(random -> UnderTestHook.samples().day(random)),
            Policy.class,
                    type -> Shrinks.given(random -> UnderTestHook.samples().policy(random)),
            Policy.Rule.class,
                    type -> Shrinks.given(random -> UnderTestHook.samples().rule(random, Policy.Effect.PROHIBIT)),
            DataUsePolicy.class,
                    type -> Shrinks.given(random -> {
                        Samples samples = UnderTestHook.samples();
                        return DataUsePolicy.of(samples.policy(), samples.reading(random));
                    }));

    /** The provider. */
    public FromPolicyProvider() {}

    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return targetType.isAnnotated(FromPolicy.class) && OF_TYPE.containsKey(targetType.getRawType());
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
        Function<TypeUsage, Arbitrary<?>> arbitrary = OF_TYPE.get(targetType.getRawType());
        return arbitrary == null ? Set.of() : Set.of(arbitrary.apply(targetType));
    }

    @Override
    public int priority() {
        return BEFORE_THE_DEFAULTS;
    }
}
