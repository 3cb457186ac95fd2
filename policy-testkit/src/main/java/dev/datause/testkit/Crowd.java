package dev.datause.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Made-up members, and the day on which a pipeline runs over their data. Immutable.
 *
 * @param day the day
 * @param members the members; the same facts may be there more than once
 */
public record Crowd(LocalDate day, List<MadeUpMember> members) implements MadeUp<Crowd> {
    /** Copies the list. */
    public Crowd {
        Objects.requireNonNull(day, "day");
        members = List.copyOf(members);
    }

    @Override
    public List<Crowd> plainer() {
        List<Crowd> all = new ArrayList<>();
        int half = members.size() / 2;
        if (half > 0) {
            all.add(new Crowd(day, members.subList(0, half)));
            all.add(new Crowd(day, members.subList(half, members.size())));
        }
        for (int i = 0; i < members.size() && members.size() > 1; i++) {
            List<MadeUpMember> less = new ArrayList<>(members);
            less.remove(i);
            all.add(new Crowd(day, less));
        }
        for (int i = 0; i < members.size(); i++) {
            for (MadeUpMember plainer : members.get(i).plainer()) {
                List<MadeUpMember> changed = new ArrayList<>(members);
                changed.set(i, plainer);
                all.add(new Crowd(day, changed));
            }
        }
        return all;
    }

    @Override
    public int oddity() {
        return members.stream().mapToInt(member -> 1 + member.oddity()).sum();
    }

    /** The day and the members in words. */
    @Override
    public String toString() {
        return "on " + day + ": " + members.stream().map(MadeUpMember::toString).collect(Collectors.joining("; "));
    }
}
