package dev.datause.testkit;

import java.util.ArrayList;
import java.util.List;

/** A list in which one element is another, or missing. */
final class Changed {
    private Changed() {}

    /** The list with {@code value} in place of the element at {@code at}. */
    static <T> List<T> with(List<T> list, int at, T value) {
        List<T> changed = new ArrayList<>(list);
        changed.set(at, value);
        return changed;
    }

    /** The list without the element at {@code at}. */
    static <T> List<T> without(List<T> list, int at) {
        List<T> changed = new ArrayList<>(list);
        changed.remove(at);
        return changed;
    }
}
