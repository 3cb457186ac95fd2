package dev.datause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A policy under one reading, compiled for one purpose, recipient and category.
 *
 * <p>One diagram answers permitted or not, in at most one step for each axis whatever the number of rules. Beside it
 * stands a small diagram for each rule that can matter here; they are walked only to name the grounds of a denial. All
 * grounds are made on compiling; a decision picks from them.
 */
final class Slice {
    private final String policy;
    private final String reading;
    private final Walk walk;
    private final Entrance entrance;
    private final Answer answer;
    private final Candidate[] permissions;
    private final Obstacles obstacles;
    private final Obstacles obstaclesOfOrdinary;
    /** What ordinary members are told; none where the grounds of a permission differ, or one diagram does not tell all. */
    private final @Nullable Foreseen foreseen;

    private final Ground notGranted;
    /** The axes of the outcome on which the day of use matters. */
    private final Axis[] changing;
    /** The days of use on which the policy changes, in their order. */
    private final int[] cuts;

    private final int lastCut;

    private final int oldestAge;
    /** Whether nobody is granted by some permissions and not by others: at most one can matter, or all grant everybody. */
    private final boolean grantsAlike;
    /** Every permission that can matter. */
    private final Lasting grants;

    /** A permission that can matter, where its diagram begins, and its grounds by end. */
    private static final class Candidate {
        private final Policy.Rule rule;
        private final int root;
        private final Ground granted;
        private final Map<Integer, Ground> unknown = new HashMap<>();

        Candidate(int root, Policy.Rule rule) {
            this.rule = rule;
            this.root = root;
            granted = new Ground.Granted(rule);
        }
    }

    static Slice of(Terms terms, Reading reading, Space space, int purpose, int recipient, int category) {
        return new Slice(terms, reading, space, purpose, recipient, category);
    }

    private Slice(Terms terms, Reading reading, Space space, int purpose, int recipient, int category) {
        policy = terms.policy.id();
        this.reading = reading.name();
        Policy.Effective effective = terms.policy.effective();
        Diagram diagram = new Diagram();
        Compiler compiler = new Compiler(terms, space, diagram, purpose, recipient, category, Compiler.ANY_AUDIENCE);
        List<Policy.Rule> rules = terms.policy.rules();
        int[] nodes = new int[rules.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = compiler.compile(rules.get(i).when());
        }
        int outcomeNode = Outcome.of(terms, compiler, diagram, nodes);
        entrance = Entrance.of(terms.vocabulary, space, diagram, outcomeNode, nodes);
        int[] roots = Arrays.copyOf(nodes, nodes.length + 2);
        System.arraycopy(entrance.nodes(), 0, roots, nodes.length, 2);
        int[] code = diagram.flatten(roots);
        walk = new Walk(space.axes(), code);
        answer = new Answer(entrance, space.axes(), code, roots[nodes.length], roots[nodes.length + 1]);
        permissions = permissions(diagram, rules, nodes, roots);
        notGranted = new Ground.NotGranted(nearest(terms, space, rules, purpose, recipient));
        Ground notInForce = new Ground.NotInForce(effective);
        int over = diagram.not(Outcome.inForce(effective, compiler, diagram));
        Obstacles.Builder ofAll = new Obstacles.Builder(diagram, Obstacles.LARGEST);
        ofAll.add(null, over, notInForce);
        obstacles = obstacles(ofAll, space, diagram, rules, nodes);
        int[] settled = nodes.clone();
        for (int i = 0; i < settled.length; i++) {
            settled[i] = entrance.settled(diagram, nodes[i]);
        }
        Obstacles.Builder ofOrdinary = new Obstacles.Builder(diagram, Obstacles.LARGEST_OF_ORDINARY);
        ofOrdinary.add(null, over, notInForce);
        obstaclesOfOrdinary = obstacles(ofOrdinary, space, diagram, rules, settled);
        changing = changing(space, diagram, outcomeNode);
        cuts = cuts(changing);
        lastCut = cuts.length == 0 ? Days.ALWAYS : cuts[cuts.length - 1];
        oldestAge = oldestAge(changing);
        List<Ground> granting = new ArrayList<>();
        boolean always = true;
        for (Candidate permission : permissions) {
            always &= permission.root == Diagram.TRUE;
            granting.add(permission.granted);
        }
        grantsAlike = always || permissions.length <= 1;
        grants = new Lasting(true, policy, this.reading, granting);
        foreseen = grantsAlike && obstaclesOfOrdinary.areOne()
                ? new Foreseen(space.axes(), obstaclesOfOrdinary, grants, new Front.Root(code, roots[nodes.length + 1]))
                : null;
    }

    private static Candidate[] permissions(Diagram diagram, List<Policy.Rule> rules, int[] nodes, int[] roots) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            Policy.Rule rule = rules.get(i);
            if (rule.effect() == Policy.Effect.PERMIT && nodes[i] != Diagram.FALSE) {
                Candidate candidate = new Candidate(roots[i], rule);
                for (int end : diagram.unknownEnds(nodes[i])) {
                    candidate.unknown.put(end, new Ground.FactUnknown(rule, diagram.missing(end)));
                }
                candidates.add(candidate);
            }
        }
        return candidates.toArray(new Candidate[0]);
    }

    /** Adds the prohibitions, then the want of a permission; where several could grant, that is asked apart. */
    private Obstacles obstacles(
            Obstacles.Builder builder, Space space, Diagram diagram, List<Policy.Rule> rules, int[] nodes) {
        for (int i = 0; i < nodes.length; i++) {
            if (rules.get(i).effect() == Policy.Effect.PROHIBIT) {
                builder.add(rules.get(i), nodes[i], new Ground.Prohibited(rules.get(i)));
            }
        }
        if (permissions.length == 0) {
            builder.add(null, Diagram.TRUE, notGranted);
        } else if (permissions.length == 1) {
            int at = rules.indexOf(permissions[0].rule);
            builder.add(permissions[0].rule, diagram.not(nodes[at]), notGranted);
        }
        return builder.build(space.axes(), policy, reading);
    }

    /** The permissions that would grant this purpose and recipient another category, or this purpose to another. */
    private static List<Policy.Rule> nearest(
            Terms terms, Space space, List<Policy.Rule> rules, int purpose, int recipient) {
        Diagram diagram = new Diagram();
        for (int asked : new int[] {recipient, Terms.MISSING}) {
            Compiler compiler =
                    new Compiler(terms, space, diagram, purpose, asked, Terms.MISSING, Compiler.ANY_AUDIENCE);
            List<Policy.Rule> nearest = new ArrayList<>();
            for (Policy.Rule rule : rules) {
                if (rule.effect() == Policy.Effect.PERMIT && compiler.compile(rule.when()) != Diagram.FALSE) {
                    nearest.add(rule);
                }
            }
            if (!nearest.isEmpty() && purpose >= 0) {
                return nearest;
            }
        }
        return List.of();
    }

    private static Axis[] changing(Space space, Diagram diagram, int root) {
        TreeSet<Integer> positions = new TreeSet<>();
        diagram.axes(root, positions);
        List<Axis> axes = new ArrayList<>();
        for (int position : positions) {
            Axis axis = space.axis(position);
            if (axis.dependsOnUse()) {
                axes.add(axis);
            }
        }
        return axes.toArray(new Axis[0]);
    }

    private static int[] cuts(Axis[] axes) {
        for (Axis axis : axes) {
            if (axis.kind == Axis.Kind.USED) {
                return axis.cuts;
            }
        }
        return new int[0];
    }

    private static int oldestAge(Axis[] axes) {
        int oldest = 0;
        for (Axis axis : axes) {
            if (axis.kind == Axis.Kind.AGE) {
                oldest = Math.max(oldest, axis.cuts[axis.cuts.length - 1]);
            }
        }
        return oldest;
    }

    boolean permitted(Member member, int used, int collected, int audience) {
        return answer.permitted(member, used, collected, audience);
    }

    Decision decide(Member member, int used, int collected, int audience) {
        boolean ordinary = entrance.ordinary(member, collected);
        if (ordinary && foreseen != null) {
            Foreseen.Told told = foreseen.told(member, used, collected, audience);
            if (told.change != Days.UNKNOWN && settled(member, used, collected)) {
                return told.decision;
            }
        }
        return decide(ordinary, member, used, collected, audience);
    }

    private Decision decide(boolean ordinary, Member member, int used, int collected, int audience) {
        Obstacles asked = ordinary ? obstaclesOfOrdinary : obstacles;
        Obstacles.Denial prohibited = asked.of(member, used, collected, audience);
        List<Ground> ungranted = grantsAlike ? List.of() : ungranted(member, used, collected, audience);
        boolean permitted = prohibited.none() && ungranted.isEmpty();
        int change = change(permitted, member, used, collected, audience);
        if (permitted) {
            return granting(member, used, collected, audience).until(change);
        }
        if (ungranted.isEmpty()) {
            return prohibited.decision.until(change);
        }
        List<Ground> all = new ArrayList<>(prohibited.decision.grounds.size() + ungranted.size());
        all.addAll(prohibited.decision.grounds);
        all.addAll(ungranted);
        return new Lasting(false, policy, reading, all).until(change);
    }

    private Lasting granting(Member member, int used, int collected, int audience) {
        if (grantsAlike) {
            return grants;
        }
        List<Ground> granting = new ArrayList<>(permissions.length);
        for (Candidate permission : permissions) {
            if (walk.end(permission.root, member, used, collected, audience) == Diagram.TRUE) {
                granting.add(permission.granted);
            }
        }
        return new Lasting(true, policy, reading, granting);
    }

    /** Why no permission grants: those that miss a fact, or that there is none; nothing if one grants. */
    private List<Ground> ungranted(Member member, int used, int collected, int audience) {
        List<Ground> undecided = new ArrayList<>();
        for (Candidate permission : permissions) {
            int end = walk.end(permission.root, member, used, collected, audience);
            if (end == Diagram.TRUE) {
                return List.of();
            }
            if (end != Diagram.FALSE) {
                undecided.add(permission.unknown.get(end));
            }
        }
        return undecided.isEmpty() ? List.of(notGranted) : undecided;
    }

    /** The first day of use after {@code used} with the other answer, or {@link Days#NEVER}. */
    private int change(boolean permitted, Member member, int used, int collected, int audience) {
        if (settled(member, used, collected)) {
            return used >= lastCut ? Days.NEVER : changeByDayAlone(permitted, member, used, collected, audience);
        }
        int day = used;
        while (true) {
            int next = Days.NEVER;
            for (Axis axis : changing) {
                next = Math.min(next, axis.nextChangeAfter(member, day, collected));
            }
            if (next == Days.NEVER || permitted(member, next, collected, audience) != permitted) {
                return next;
            }
            day = next;
        }
    }

    /** The same for a member about whom nothing changes any more: only the policy's own days are left. */
    private int changeByDayAlone(boolean permitted, Member member, int used, int collected, int audience) {
        int known = answer.change(member, used, collected, audience);
        if (known != Days.UNKNOWN) {
            return known;
        }
        for (int cut : cuts) {
            if (cut > used && permitted(member, cut, collected, audience) != permitted) {
                return cut;
            }
        }
        return Days.NEVER;
    }

    /** Whether nothing about the member that changes with the day of use lies ahead: the common case. */
    private boolean settled(Member member, int used, int collected) {
        return used > member.lastEvent
                && used >= collected
                // An unknown birth lies before every day, and reaches no age on any of them.
                && Days.reached(member.birth, oldestAge, used);
    }
}
