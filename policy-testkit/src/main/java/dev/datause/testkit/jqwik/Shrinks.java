package dev.datause.testkit.jqwik;

import dev.datause.testkit.MadeUp;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Samples as jqwik takes them; they shrink by becoming plainer. */
final class Shrinks {
    private Shrinks() {}

    static <S extends MadeUp<S>> Arbitrary<S> made(Function<RandomGenerator, S> samples) {
        return Arbitraries.fromGenerator(random -> new Plainer<>(samples.apply(random)));
    }

    /** Samples that do not shrink. */
    static <T> Arbitrary<T> given(Function<RandomGenerator, T> samples) {
        return Arbitraries.fromGenerator(random -> Shrinkable.unshrinkable(samples.apply(random)));
    }

    /** A sample and its plainer ones. */
    private record Plainer<S extends MadeUp<S>>(S value) implements Shrinkable<S> {
        @Override
        public Stream<Shrinkable<S>> shrink() {
            return value.plainer().stream().map(Plainer::new);
        }

        @Override
        public ShrinkingDistance distance() {
            return ShrinkingDistance.of(value.oddity());
        }
    }
}
