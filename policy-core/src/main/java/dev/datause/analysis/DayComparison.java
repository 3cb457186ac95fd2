package dev.datause.analysis;

import dev.datause.DataUsePolicy;
import dev.datause.Decision;
import dev.datause.Use;
import dev.datause.UseExample;
import dev.datause.UseKind;
import dev.datause.UseSet;
import dev.datause.UseSpace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Compares two days of use under one policy, for members whose facts stay as they are. */
final class DayComparison {
    private final DataUsePolicy policy;
    private final LocalDate before;
    private final LocalDate after;
    private final List<Change> changes = new ArrayList<>();

    DayComparison(DataUsePolicy policy, LocalDate before, LocalDate after) {
        this.policy = policy;
        this.before = before;
        this.after = after;
    }

    List<Change> changes() {
        compare(UseSpace.ofDay(List.of(policy), after, before, true), "collected on the day of use", true);
        compare(UseSpace.ofDay(List.of(policy), after, before, false), "collected up to " + before, false);
        return changes;
    }

    private void compare(UseSpace uses, String data, boolean fresh) {
        ChangedSets sets = new ChangedSets();
        for (UseKind kind : UseKind.all(policy.policy().vocabulary())) {
            UseSet permitted = uses.permitted(policy, kind);
            sets.add(permitted.asIfUsedOn(before), permitted.asIfUsedOn(after));
        }
        sets.kinds().forEach((changed, kinds) -> add(changed, kinds, data, fresh));
    }

    private void add(ChangedSets.Changed changed, List<UseKind> kinds, String data, boolean fresh) {
        UseExample example = changed.changed().example().orElseThrow();
        Use later = example.use();
        Use earlier = used(later, before, fresh);
        Decision then = policy.decide(earlier);
        Decision now = policy.decide(later);
        boolean permitted = changed.direction() == Change.Direction.PERMITTED;
        if (then.permitted() == permitted || now.permitted() != permitted) {
            throw new IllegalStateException("the comparison and the decisions disagree");
        }
        changes.add(new Change(
                changed.direction(),
                kinds,
                data,
                List.of(),
                Comparison.rules(permitted ? then : now),
                ChangedSets.where(changed.changed(), changed.permitted()),
                changed.changed().cells(),
                earlier,
                later,
                then,
                now,
                example.story()
                        + (permitted ? ": permitted, and denied on " : ": denied, and permitted on ")
                        + before));
    }

    private static Use used(Use use, LocalDate day, boolean fresh) {
        Use.Builder same = Use.of(use.member());
        use.purpose().ifPresent(same::purpose);
        use.recipient().ifPresent(same::recipient);
        use.category().ifPresent(same::category);
        use.audience().ifPresent(same::audience);
        if (fresh) {
            same.collected(day);
        } else {
            use.collected().ifPresent(same::collected);
        }
        return same.used(day);
    }
}
