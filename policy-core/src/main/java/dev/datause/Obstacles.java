package dev.datause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private static final int LARGEST = 64;

    private final Walk walk;
    private final int[] roots;
    private final Denial[] denials;

    private Obstacles(Walk walk, int[] roots, Denial[] denials) {
        this.walk = walk;
        this.roots = roots;
        this.denials = denials;
    }

    /** Grounds, and the denial for them where nothing ever changes it; both made once. */
    static final class Denial {
        final List<Ground> grounds;
        final Decision forEver;

        Denial(String policy, String reading, List<Ground> grounds) {
            this.grounds = List.copyOf(grounds);
            forEver = new Decision.Deny(policy, reading, this.grounds, Optional.empty());
        }

        boolean none() {
            return grounds.isEmpty();
        }
    }

    /** What stands in the way of a use, in the order of the rules; possibly none. */
    Denial of(Member member, int used, int collected, int audience) {
        Denial only = denials[0];
        List<Ground> joined = only.grounds;
        for (int root : roots) {
            Denial found = denials[-1 - walk.end(root, member, used, collected, audience)];
            if (!found.none()) {
                if (only.none()) {
                    only = found;
                    joined = found.grounds;
                } else {
                    joined = joined == only.grounds ? new ArrayList<>(joined) : joined;
                    joined.addAll(found.grounds);
                }
            }
        }
        Decision.Deny like = (Decision.Deny) only.forEver;
        return joined == only.grounds ? only : new Denial(like.policy(), like.reading(), joined);
    }

    /** Joins the diagrams of prohibitions. */
    static final class Builder {
        private final Diagram rules;
        private final Diagram joined = new Diagram();
        /** All grounds met so far; lists are kept as positions here, which compare faster than grounds. */
        private final List<Ground> grounds = new ArrayList<>();

        private final List<List<Integer>> lists = new ArrayList<>();
        private final Map<List<Integer>, Integer> ends = new HashMap<>();
        private final List<Integer> roots = new ArrayList<>();
        private int current = end(List.of());
        private int size = 1;

        Builder(Diagram rules) {
            this.rules = rules;
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
            if (node == Diagram.FALSE) {
                return;
            }
            if ((long) size * rules.reachable(node) > LARGEST) {
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
                denials[i] = new Denial(policy, reading, named);
            }
            return new Obstacles(new Walk(axes, code), all, denials);
        }
    }
}
