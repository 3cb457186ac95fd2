package dev.datause.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What can be at a place, as a lattice: sets of taints, each set by its number. A taint is a {@link Source} and what it
 * has passed; of one source only the widest ways count, since what passes a narrower one passes them too.
 *
 * <p>Equal sets have one number, and what was joined once is remembered, so a place costs what its edges cost, however
 * much flows. A set holds its taints as sorted numbers: the source in the upper half, the {@link GuardSets set of filters} in
 * the lower. Where the ways of one source become too many they are taken for {@link GuardSets#UNTOLD}, and where the sources do,
 * for {@link #TOO_MANY}: then nothing is proved, and nothing is lost.
 */
final class Taints {
    static final int EMPTY = 0;
    /** Of these sources nothing is known but why: no metadata, a finding elsewhere, too many to tell apart. */
    static final int ANYTHING = 0;

    static final int UNCHECKED = 1;
    static final int TOO_MANY = 2;
    private static final int MARKS = 3;

    /** A set of taints; equal by content. */
    private static final class Key {
        final long[] taints;

        Key(long[] taints) {
            this.taints = taints;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(taints, key.taints);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(taints);
        }
    }

    final GuardSets guards = new GuardSets();
    private final Numbered<Key> sets = new Numbered<>();
    private final Numbered<Source> sources = new Numbered<>();
    private final Numbered<Transfer> transfers = new Numbered<>();
    private final Map<Long, Integer> joined = new HashMap<>();
    private final Map<Long, Integer> passed = new HashMap<>();
    private final Capacity.Proof most;
    private long kept;
    private long work;

    Taints(Capacity.Proof most) {
        this.most = most;
        sets.of(new Key(new long[0]));
        transfers.of(Transfer.WHOLE);
    }

    /** The number of a transfer; 0 lets everything pass. */
    int transfer(Transfer transfer) {
        return transfers.of(transfer);
    }

    /** The set of these sources, each by itself. */
    int of(List<Source> held) {
        long[] taints = new long[held.size()];
        for (int i = 0; i < taints.length; i++) {
            taints[i] = (long) (sources.of(held.get(i)) + MARKS) << 32;
        }
        return taints.length == 0 ? EMPTY : number(taints);
    }

    /** The set with nothing but a mark. */
    int marked(int mark) {
        return number(new long[] {(long) mark << 32});
    }

    boolean isMarked(int set, int mark) {
        return Arrays.binarySearch(taints(set), (long) mark << 32) >= 0;
    }

    /** The taints in a set, sorted. */
    long[] taints(int set) {
        return sets.get(set).taints;
    }

    static boolean isMark(long taint) {
        return taint >>> 32 < MARKS;
    }

    /** Where a taint comes from. */
    Source source(long taint) {
        return sources.get((int) (taint >>> 32) - MARKS);
    }

    /** What a taint has passed. */
    static int passed(long taint) {
        return (int) taint;
    }

    /** Everything that is in one or the other. */
    int join(int a, int b) {
        if (a == b || b == EMPTY) {
            return a;
        }
        if (a == EMPTY) {
            return b;
        }
        long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
        Integer known = joined.get(key);
        if (known != null) {
            return known;
        }
        if (joined.size() > most.remembered()) {
            joined.clear();
        }
        int result = joinAll(new int[] {a, b});
        joined.put(key, result);
        return result;
    }

    /** Everything that is in one of these. */
    int join(IntList all) {
        if (all.size() <= 2) {
            return all.isEmpty() ? EMPTY : join(all.get(0), all.get(all.size() - 1));
        }
        Set<Integer> different = new HashSet<>();
        IntList rest = new IntList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) != EMPTY && different.add(all.get(i))) {
                rest.add(all.get(i));
            }
        }
        return rest.size() <= 2 ? join(rest) : joinAll(rest.toArray());
    }

    private int joinAll(int[] all) {
        if (kept > most.kept() || work > most.work()) {
            return marked(TOO_MANY);
        }
        long[] gathered = new long[0];
        int size = 0;
        for (int set : all) {
            long[] more = taints(set);
            if (size + more.length > gathered.length) {
                if (size + more.length > most.gathered()) {
                    long[] fewer = widest(Arrays.copyOf(gathered, size));
                    size = fewer.length;
                    System.arraycopy(fewer, 0, gathered, 0, size);
                }
                gathered = Arrays.copyOf(gathered, Math.max(2 * size, size + more.length));
            }
            System.arraycopy(more, 0, gathered, size, more.length);
            size += more.length;
            work += more.length;
        }
        return number(Arrays.copyOf(gathered, size));
    }

    /** What of a set is left after a step that does this. */
    int through(int transfer, int set) {
        if (transfer == 0 || set == EMPTY) {
            return set;
        }
        long key = (long) transfer << 32 | set;
        Integer known = passed.get(key);
        if (known != null) {
            return known;
        }
        Transfer does = transfers.get(transfer);
        long[] left = new long[taints(set).length];
        int size = 0;
        for (long taint : taints(set)) {
            if (isMark(taint)) {
                left[size++] = taint;
            } else if (!does.stopped().contains(source(taint).content().category())) {
                left[size++] = taint >>> 32 << 32 | guards.after(passed(taint), transfer, does);
            }
        }
        if (passed.size() > most.remembered()) {
            passed.clear();
        }
        int result = number(Arrays.copyOf(left, size));
        passed.put(key, result);
        return result;
    }

    private int number(long[] taints) {
        int before = sets.size();
        int set = sets.of(new Key(widest(taints)));
        kept += set == before ? taints(set).length : 0;
        return set;
    }

    /** Sorted, each once, and of one source only the widest ways. */
    private long[] widest(long[] taints) {
        long[] sorted = taints.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int begin = 0; begin < sorted.length; ) {
            int end = begin + 1;
            while (end < sorted.length && sorted[end] >>> 32 == sorted[begin] >>> 32) {
                end++;
            }
            size = end == begin + 1 ? keep(sorted, size, sorted[begin]) : keepWidest(sorted, size, begin, end);
            begin = end;
        }
        if (size > most.taints()) {
            return tooMany(sorted);
        }
        return size == sorted.length ? sorted : Arrays.copyOf(sorted, size);
    }

    private static int keep(long[] kept, int size, long taint) {
        kept[size] = taint;
        return size + 1;
    }

    /** Of the taints of one source from {@code begin} to {@code end} moves the widest to the front. */
    private int keepWidest(long[] sorted, int size, int begin, int end) {
        List<Long> different = new ArrayList<>();
        for (int i = begin; i < end; i++) {
            if (i == begin || sorted[i] != sorted[i - 1]) {
                different.add(sorted[i]);
            }
        }
        List<Long> widest = different.size() > most.waysCompared() ? different : widestOf(different);
        if (widest.size() > most.ways()) {
            long bare = sorted[begin] >>> 32 << 32;
            boolean none = sorted[begin] == bare;
            return keep(sorted, none ? keep(sorted, size, bare) : size, bare | GuardSets.UNTOLD);
        }
        int next = size;
        for (long taint : widest) {
            next = keep(sorted, next, taint);
        }
        return next;
    }

    private List<Long> widestOf(List<Long> taints) {
        List<Long> widest = new ArrayList<>();
        for (long one : taints) {
            boolean needed = true;
            for (long other : taints) {
                needed &= one == other || !guards.passes(passed(one), passed(other));
            }
            if (needed) {
                widest.add(one);
            }
        }
        return widest;
    }

    private static long[] tooMany(long[] sorted) {
        return LongStream.concat(Arrays.stream(sorted).filter(Taints::isMark), LongStream.of((long) TOO_MANY << 32))
                .sorted()
                .distinct()
                .toArray();
    }
}
