package dev.datause.testkit;

import dev.datause.Decision;
import dev.datause.Use;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a pipeline over crowds, and compares what comes out with what the policy says. */
final class GateRun<P, R> {
    private final TestedPipeline<P, R> pipeline;

    GateRun(TestedPipeline<P, R> pipeline) {
        this.pipeline = pipeline;
    }

    private List<P> people(Crowd crowd) {
        List<P> people = new ArrayList<>();
        crowd.members().forEach(member -> people.add(pipeline.person(member)));
        return people;
    }

    private List<Decision> decisions(MadeUpMember member, LocalDate day) {
        List<Decision> decisions = new ArrayList<>();
        for (Use use : pipeline.uses(member, day)) {
            decisions.add(pipeline.policy().decide(use));
        }
        return decisions;
    }

    private boolean permitted(MadeUpMember member, LocalDate day) {
        return decisions(member, day).stream().allMatch(Decision::permitted);
    }

    private String what(LocalDate day) {
        return pipeline.purpose() + ", run on " + day;
    }

    Law<Crowd> noDenied() {
        String name = "no denied member comes out";
        return Laws.of(name, crowd -> {
            List<P> people = people(crowd);
            List<P> emitted = pipeline.emitted(people, crowd.day());
            if (!people.containsAll(emitted)) {
                return Optional.of(new Broken(
                        name, "nobody", what(crowd.day()), "a row of somebody who did not go in", List.of()));
            }
            for (int i = 0; i < people.size(); i++) {
                MadeUpMember member = crowd.members().get(i);
                if (emitted.contains(people.get(i)) && !permitted(member, crowd.day())) {
                    return Optional.of(broken(name, member, crowd.day(), "comes out, but is denied", false));
                }
            }
            return Optional.empty();
        });
    }

    Law<Crowd> everyPermitted() {
        String name = "every permitted member comes out";
        return Laws.of(name, crowd -> {
            List<P> people = people(crowd);
            List<P> emitted = pipeline.emitted(people, crowd.day());
            for (int i = 0; i < people.size(); i++) {
                MadeUpMember member = crowd.members().get(i);
                if (!emitted.contains(people.get(i)) && permitted(member, crowd.day())) {
                    return Optional.of(broken(name, member, crowd.day(), "is kept out, but is permitted", true));
                }
            }
            return Optional.empty();
        });
    }

    Law<Crowd> blind() {
        String name = "what no rule reads does not matter";
        return Laws.of(name, crowd -> {
            for (MadeUpMember member : crowd.members()) {
                Reads reads = Reads.of(pipeline.policy(), pipeline.uses(member, crowd.day()));
                for (MadeUpMember other : reads.differingElsewhere(member, crowd.day())) {
                    if (alone(member, crowd.day()) != alone(other, crowd.day())) {
                        String found = alone(member, crowd.day())
                                ? "comes out, but " + other + " does not"
                                : "is kept out, but " + other + " comes out";
                        return Optional.of(broken(name, member, crowd.day(), found, permitted(member, crowd.day())));
                    }
                }
            }
            return Optional.empty();
        });
    }

    private boolean alone(MadeUpMember member, LocalDate day) {
        P person = pipeline.person(member);
        return pipeline.emitted(List.of(person), day).contains(person);
    }

    private Broken broken(String law, MadeUpMember member, LocalDate day, String found, boolean permitted) {
        List<Decision> speaking = decisions(member, day).stream()
                .filter(decision -> decision.permitted() == permitted)
                .toList();
        return new Broken(law, member.toString(), what(day), found, Laws.rules(speaking));
    }
}
