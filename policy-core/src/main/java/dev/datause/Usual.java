package dev.datause;

import java.util.ArrayList;
import java.util.List;

/**
 * A policy under one reading, compiled for the short form of one purpose: its usual data, all of it, used by its
 * default recipient on the day it is collected. The categories are one diagram, so they cost what one costs.
 */
final class Usual {
    private final Answer answer;

    Usual(Terms terms, Vocabulary.PurposeEntry purpose) {
        SameDay sameDay = new SameDay(terms);
        List<Condition> conditions = new ArrayList<>();
        for (Policy.Rule rule : terms.policy.rules()) {
            conditions.add(sameDay.apply(rule.when()));
        }
        Space.Builder builder = new Space.Builder(terms);
        for (Condition condition : conditions) {
            builder.add(condition);
        }
        Outcome.ask(terms.policy.effective(), builder);
        Space space = builder.build();
        Diagram diagram = new Diagram();
        int all = Diagram.TRUE;
        for (Vocabulary.Usual usual : purpose.usual()) {
            Compiler compiler = new Compiler(
                    terms,
                    space,
                    diagram,
                    terms.purpose(purpose.name()),
                    terms.recipient(purpose.defaultRecipient()),
                    terms.category(usual.category()),
                    terms.audience(usual.audience().orElse(null)));
            int[] nodes = new int[conditions.size()];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = compiler.compile(conditions.get(i));
            }
            all = diagram.and(all, Outcome.of(terms, compiler, diagram, nodes));
        }
        Entrance entrance = Entrance.of(terms.vocabulary, space, diagram, all);
        int[] roots = entrance.nodes();
        int[] code = diagram.flatten(roots);
        answer = new Answer(entrance, space.axes(), code, roots[0], roots[1]);
    }

    boolean permitted(Member member, int day) {
        return answer.permitted(member, day, day, 0);
    }
}
