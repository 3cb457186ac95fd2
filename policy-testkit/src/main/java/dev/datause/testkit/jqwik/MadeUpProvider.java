package dev.datause.testkit.jqwik;

import dev.datause.Purpose;
import dev.datause.testkit.Crowd;
import dev.datause.testkit.History;
import dev.datause.testkit.MadeUpManifest;
import dev.datause.testkit.MadeUpMember;
import dev.datause.testkit.MadeUpUse;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Draws samples of the kit's own types. jqwik finds and makes it. */
public final class MadeUpProvider implements ArbitraryProvider {
    private static final int CROWD = 20;

    private static final Map<Class<?>, Function<TypeUsage, Arbitrary<?>>> OF_TYPE = Map.of(
            MadeUpUse.class, MadeUpProvider::uses,
            MadeUpMember.class,
                    type -> Shrinks.made(random -> UnderTestHook.samples().member(random)),
            Crowd.class, type -> Shrinks.made(random -> UnderTestHook.samples().crowd(random, CROWD)),
            History.class,
                    type -> Shrinks.made(random -> UnderTestHook.samples().history(random)),
            MadeUpManifest.class,
                    type -> Shrinks.given(
                            random -> new MadeUpManifest(UnderTestHook.samples().manifest(random))));

    /** The provider. */
    public MadeUpProvider() {}

    static Arbitrary<MadeUpUse> uses(TypeUsage type) {
        String purpose =
                type.findAnnotation(FromPolicy.class).map(FromPolicy::purpose).orElse("");
        return purpose.isEmpty()
                ? Shrinks.made(random -> UnderTestHook.samples().use(random))
                : Shrinks.made(random -> UnderTestHook.samples().use(random, Purpose.of(purpose)));
    }

    @Override
    public boolean canProvideFor(TypeUsage targetType) {
        return OF_TYPE.containsKey(targetType.getRawType());
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage targetType, SubtypeProvider subtypeProvider) {
        Function<TypeUsage, Arbitrary<?>> arbitrary = OF_TYPE.get(targetType.getRawType());
        return arbitrary == null ? Set.of() : Set.of(arbitrary.apply(targetType));
    }
}
