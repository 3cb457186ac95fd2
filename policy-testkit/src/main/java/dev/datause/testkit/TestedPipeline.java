package dev.datause.testkit;

import dev.datause.Purpose;
import dev.datause.Use;
import dev.datause.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A pipeline of your own, as far as the laws of gates need to know it: what goes in, what comes out, and whose it is.
 *
 * @param <P> what the pipeline knows of a person
 * @param <R> a row that comes out
 */
public interface TestedPipeline<P, R> extends UnderTest {
    /** What the pipeline uses data for. */
    Purpose purpose();

    /** A made-up member as the pipeline takes them. */
    P person(MadeUpMember facts);

    /** Runs the pipeline on a day. */
    List<R> run(List<P> people, LocalDate day);

    /** The person whose row this is; {@code equals} to one of those that went in. */
    P personOf(R row);

    /**
     * What a row does with a member's data on a day; a row is permitted if every one of these uses is. Unless overridden,
     * that is the short form: the usual data of the purpose, collected and used on the day by the usual recipient.
     */
    default List<Use> uses(MadeUpMember facts, LocalDate day) {
        List<Use> uses = new ArrayList<>();
        for (Vocabulary.PurposeEntry entry : policy().policy().vocabulary().purposes()) {
            if (entry.name().equals(purpose())) {
                for (Vocabulary.Usual usual : entry.usual()) {
                    Use.Builder use = Use.of(facts.member())
                            .purpose(purpose())
                            .recipient(entry.defaultRecipient())
                            .category(usual.category())
                            .collected(day);
                    usual.audience().ifPresent(use::audience);
                    uses.add(use.used(day));
                }
            }
        }
        if (uses.isEmpty()) {
            uses.add(Use.of(facts.member()).purpose(purpose()).collected(day).used(day));
        }
        return uses;
    }
}
