package dev.datause;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds a use with fewer facts that still shows what a random one showed: for reports that people read. */
public final class Simplest {
    private Simplest() {}

    /** A use that {@code shows}, and of whose one-step simplifications none does. */
    public static TestUse of(TestUse use, Predicate<TestUse> shows) {
        TestUse simplest = use;
        boolean simpler = true;
        while (simpler) {
            simpler = false;
            for (TestUse candidate : simplifications(simplest)) {
                if (shows.test(candidate)) {
                    simplest = candidate;
                    simpler = true;
                    break;
                }
            }
        }
        return simplest;
    }

    private static List<TestUse> simplifications(TestUse use) {
        List<TestUse> all = new ArrayList<>();
        TestMember member = use.member();
        if (use.collected() != null && !use.collected().equals(use.used())) {
            all.add(use.withCollected(use.used()));
        }
        if (!member.moves().isEmpty()) {
            for (TestMember.Move move : member.moves()) {
                all.add(use.withMember(member.withMoves(List.of()).withCountry(move.country())));
            }
            if (member.moves().size() > 1) {
                without(member.moves()).forEach(moves -> all.add(use.withMember(member.withMoves(moves))));
            }
        }
        if (!member.flags().isEmpty()) {
            all.add(use.withMember(member.withFlags(Set.of())));
        }
        for (Map.Entry<String, List<TestMember.Event>> history :
                member.settings().entrySet()) {
            without(history.getValue())
                    .forEach(events -> all.add(use.withMember(member.withSetting(history.getKey(), events))));
        }
        for (Map.Entry<String, List<TestMember.Event>> history :
                member.signals().entrySet()) {
            without(history.getValue())
                    .forEach(events -> all.add(use.withMember(member.withSignal(history.getKey(), events))));
        }
        for (Map.Entry<String, List<TestMember.Event>> history :
                member.objections().entrySet()) {
            without(history.getValue())
                    .forEach(events -> all.add(use.withMember(member.withObjection(history.getKey(), events))));
        }
        return all;
    }

    /** The lists that lack one element each. */
    private static <T> List<List<T>> without(List<T> list) {
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            List<T> less = new ArrayList<>(list);
            less.remove(i);
            all.add(less);
        }
        return all;
    }
}
