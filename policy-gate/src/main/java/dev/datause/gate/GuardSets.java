package dev.datause.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The different sets of filters that data has passed, by number. A filter counts in full for a use only if every step
 * from it on runs on all days of that use; so each stands with the days on which all of them run. The set as a whole
 * has such days too, for what the source says about itself.
 */
final class GuardSets {
    /** Nothing was passed. */
    static final int NONE = 0;
    /** There were too many sets to tell them apart: it stands for all but {@link #NONE}. */
    static final int UNTOLD = 1;

    /** A filter, and the days on which the step that has it and all after it run. */
    record Token(int filter, Span days) {}

    /** The tokens of a set, sorted, and the days on which all steps on the way run. */
    private record Passed(List<Integer> tokens, Span days) {}

    private final Numbered<Filter> filters = new Numbered<>();
    private final Numbered<Token> tokens = new Numbered<>();
    private final Numbered<Passed> sets = new Numbered<>();
    private final List<int[]> sorted = new ArrayList<>();
    private final Map<Long, Integer> after = new HashMap<>();

    GuardSets() {
        number(new Passed(List.of(), Span.ALWAYS));
        number(new Passed(List.of(-1), Span.NONE));
    }

    private int number(Passed set) {
        int number = sets.of(set);
        if (number == sorted.size()) {
            sorted.add(set.tokens.stream().mapToInt(Integer::intValue).toArray());
        }
        return number;
    }

    /** The days on which all steps on the way run. */
    Span days(int set) {
        return sets.get(set).days;
    }

    /** What was passed. */
    List<Token> tokens(int set) {
        return set == UNTOLD
                ? List.of()
                : sets.get(set).tokens.stream().map(tokens::get).toList();
    }

    Filter filter(Token token) {
        return filters.get(token.filter);
    }

    /** The set after a step of this number, which does this, is passed too. */
    int after(int set, int number, Transfer transfer) {
        if (set == UNTOLD) {
            return UNTOLD;
        }
        long key = (long) set << 32 | number;
        Integer known = after.get(key);
        if (known != null) {
            return known;
        }
        Passed passed = sets.get(set);
        List<Token> all = new ArrayList<>();
        for (int token : passed.tokens) {
            Token before = tokens.get(token);
            all.add(new Token(before.filter, before.days.and(transfer.runs())));
        }
        for (Filter filter : transfer.filters()) {
            all.add(new Token(filters.of(filter), transfer.runs()));
        }
        List<Integer> kept = all.stream()
                .filter(one -> all.stream().noneMatch(other -> saysMore(other, one)))
                .map(tokens::of)
                .distinct()
                .sorted()
                .toList();
        int result = number(new Passed(kept, passed.days.and(transfer.runs())));
        after.put(key, result);
        return result;
    }

    private static boolean saysMore(Token more, Token less) {
        return more.filter == less.filter && !more.days.equals(less.days) && more.days.covers(less.days);
    }

    /** Whether whatever passes {@code narrow} passes {@code wide} too, whenever it is used; every set is so to itself. */
    boolean passes(int narrow, int wide) {
        if (wide == UNTOLD || narrow == UNTOLD) {
            return wide == UNTOLD && narrow != NONE;
        }
        if (!sets.get(narrow).days.covers(sets.get(wide).days)) {
            return false;
        }
        int[] few = sorted.get(wide);
        int[] many = sorted.get(narrow);
        for (int token : few) {
            if (Arrays.binarySearch(many, token) < 0 && !impliedByOne(tokens.get(token), many)) {
                return false;
            }
        }
        return true;
    }

    private boolean impliedByOne(Token token, int[] many) {
        for (int other : many) {
            if (saysMore(tokens.get(other), token)) {
                return true;
            }
        }
        return false;
    }
}
