package dev.datause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Finds the grounds of a denial without asking rule by rule.
 *
 * <p>The diagrams of several rules are joined into one whose ends are the lists of grounds that lie there, each list
 * made once. One walk then gives the grounds of all of them. Joined without end that would grow exponentially, so
 * rules are joined in their order as long as the product of the sizes stays small; then the next diagram begins. What a
 * denial costs so depends on the facts that rules ask about rather than on the number of rules.
 */
final class Obstacles {
    /** So large may a joined diagram become, for everybody and for ordinary members, of whom few facts are asked. */
    static final int LARGEST = 64;

    static final int LARGEST_OF_ORDINARY = 1024;
    /** The end where nothing stands in the way. */
    private static final int NONE = -1;

    private final String policy;
    private final String reading;
    private final Walk walk;
    /** Where the walk through each of the diagrams begins. */
    private final Front.Root[] roots;

    private final Front front;
    private final Denial[] denials;
    private final Joins joins = new Joins();

    private Obstacles(String policy, String reading, Axis[] axes, Front.Root[] roots, Walk walk, Denial[] denials) {
        this.policy = policy;
        this.reading = reading;
        this.walk = walk;
        this.roots = roots;
        front = Front.of(axes, roots);
        this.denials = denials;
    }

    /** Grounds of a denial, made once; none is the want of any. */
    static final class Denial {
        final Lasting decision;
        /** Tells it from others, more or less. */
        private final int number;

        Denial(Lasting decision, int number) {
            this.decision = decision;
            this.number = number;
        }

        boolean none() {
            return decision.grounds.isEmpty();
        }
    }

    /** Whether one diagram tells everything. */
    boolean areOne() {
        return roots.length == 1;
    }

    /** The first diagram. */
    Front.Root first() {
        return roots[0];
    }

    /** What is told at an end of a diagram; something else where nothing stands in the way. */
    Lasting at(int end, Lasting otherwise) {
        return end == NONE ? otherwise : denials[-1 - end].decision;
    }

    /** What stands in the way of a use, in the order of the rules; possibly none. */
    Denial of(Member member, int used, int collected, int audience) {
        int place = front.place(member, used, collected, audience);
        Denial all = denials[0];
        for (int i = 0; i < roots.length; i++) {
            int end = walk.end(front.node(i, place), member, used, collected, audience);
            if (end != NONE) {
                Denial found = denials[-1 - end];
                all = all.none() ? found : joins.of(all, found);
            }
        }
        return all;
    }

    /**
     * Remembers which two lists of grounds make which third, so that it is made once. Few of all pairs occur: each has one
     * place, where a later pair takes that of an earlier. Entries are immutable and hold both of their parts, so that
     * threads that race may make one twice, and never take one for another.
     */
    private final class Joins {
        private static final int PLACES = 256;

        private final AtomicReferenceArray<Join> known = new AtomicReferenceArray<>(PLACES);

        /** Two denials and the one of all their grounds. */
        private static final class Join {
            private final Denial first;
            private final Denial second;
            private final Denial both;

            Join(Denial first, Denial second, Denial both) {
                this.first = first;
                this.second = second;
                this.both = both;
            }
        }

        @SuppressWarnings("ReferenceEquality") // every denial is made once
        Denial of(Denial first, Denial second) {
            int number = Long.hashCode(Diagram.pair(first.number, second.number));
            int place = number & (PLACES - 1);
            Join join = known.getAcquire(place);
            if (join == null || join.first != first || join.second != second) {
                List<Ground> grounds = new ArrayList<>(first.decision.grounds);
                grounds.addAll(second.decision.grounds);
                join = new Join(first, second, new Denial(new Lasting(false, policy, reading, grounds), number));
                known.setRelease(place, join);
            }
            return join.both;
        }
    }

    /** Joins the diagrams of prohibitions. */
    static final class Builder {
        private final Diagram rules;
        private final int largest;
        private final Diagram joined = new Diagram();
        /** All grounds met so far; lists are kept as positions here, which compare faster than grounds. */
        private final List<Ground> grounds = new ArrayList<>();

        private final List<List<Integer>> lists = new ArrayList<>();
        private final Map<List<Integer>, Integer> ends = new HashMap<>();
        private final List<Integer> roots = new ArrayList<>();
        private int current = end(List.of());
        private int size = 1;

        /**
         * Begins with nothing.
         *
         * @param largest so large a joined diagram may become
         */
        Builder(Diagram rules, int largest) {
            this.rules = rules;
            this.largest = largest;
        }

        private int end(List<Integer> positions) {
            Integer known = ends.get(positions);
            if (known == null) {
                known = -1 - lists.size();
                lists.add(positions);
                ends.put(positions, known);
            }
            return known;
        }

        /**
         * Adds what stands in the way where a node is true; where it is unknown, that the rule misses facts.
         *
         * @param rule may only be null where the node is nowhere unknown
         */
        void add(Policy.@Nullable Rule rule, int node, Ground certain) {
            if ((long) size * rules.reachable(node) > largest) {
                roots.add(current);
                current = end(List.of());
            }
            current = new Joining(rule, certain).join(current, node);
            size = joined.reachable(current);
        }

        /** One rule being joined to what there is. */
        private final class Joining {
            private final Policy.@Nullable Rule rule;
            private final Ground certain;
            private final Map<Integer, Integer> positions = new HashMap<>();
            private final Map<Long, Integer> done = new HashMap<>();

            Joining(Policy.@Nullable Rule rule, Ground certain) {
                this.rule = rule;
                this.certain = certain;
            }

            private int position(int end) {
                Integer known = positions.get(end);
                if (known == null) {
                    known = grounds.size();
                    grounds.add(
                            end == Diagram.TRUE
                                    ? certain
                                    : new Ground.FactUnknown(Objects.requireNonNull(rule), rules.missing(end)));
                    positions.put(end, known);
                }
                return known;
            }

            int join(int so, int node) {
                if (node == Diagram.FALSE) {
                    return so;
                }
                if (Diagram.isEnd(so) && Diagram.isEnd(node)) {
                    List<Integer> longer = new ArrayList<>(lists.get(-1 - so));
                    longer.add(position(node));
                    return end(longer);
                }
                long pair = Diagram.pair(so, node);
                Integer known = done.get(pair);
                if (known != null) {
                    return known;
                }
                boolean asksSo = !Diagram.isEnd(so) && (Diagram.isEnd(node) || joined.axis(so) <= rules.axis(node));
                boolean asksRule = !Diagram.isEnd(node) && (Diagram.isEnd(so) || rules.axis(node) <= joined.axis(so));
                int[] children = new int[asksSo ? joined.width(so) : rules.width(node)];
                for (int i = 0; i < children.length; i++) {
                    children[i] = join(asksSo ? joined.child(so, i) : so, asksRule ? rules.child(node, i) : node);
                }
                int result = joined.node(asksSo ? joined.axis(so) : rules.axis(node), children);
                done.put(pair, result);
                return result;
            }
        }

        Obstacles build(Axis[] axes, String policy, String reading) {
            roots.add(current);
            int[] all = new int[roots.size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = roots.get(i);
            }
            int[] code = joined.flatten(all);
            Denial[] denials = new Denial[lists.size()];
            for (int i = 0; i < denials.length; i++) {
                List<Ground> named = new ArrayList<>();
                for (int position : lists.get(i)) {
                    named.add(grounds.get(position));
                }
                denials[i] = new Denial(new Lasting(false, policy, reading, named), i);
            }
            Front.Root[] begins = new Front.Root[all.length];
            for (int i = 0; i < all.length; i++) {
                begins[i] = new Front.Root(code, all[i]);
            }
            return new Obstacles(policy, reading, axes, begins, new Walk(axes, code), denials);
        }
    }
}
