package dev.datause;

import java.time.LocalDate;

/**
 * Is told the facts about a member, by {@link Member#tell}: the methods of {@link Member.Builder}, so that a member built
 * from them is equal. What is unknown is not told; an event that changed nothing may be left out. Events of a history that
 * is not said to be known are those of one that is not whole.
 *
 * <p>Facts about real members belong in no log, message or report.
 */
public interface MemberFacts {
    /** The country of a member without moves, an assigned code. */
    void country(String code);

    /** A move to a country, an assigned code, or empty text for an unknown country. */
    void moved(LocalDate day, String code);

    /** The birth day. */
    void born(LocalDate day);

    /** A flag that is set. */
    void flag(String name);

    /** A known trait. */
    void trait(String name, String value);

    /** The history of a setting is known as a whole; its events follow. */
    void settingKnown(String setting);

    /** A setting was switched off, or on. */
    void switched(String setting, LocalDate day, boolean on);

    /** The history of a signal is known as a whole; its events follow. */
    void signalKnown(String signal);

    /** A signal began, or ended. */
    void sent(String signal, LocalDate day, boolean present);

    /** The history of a scope of objections is known as a whole; its events follow. */
    void objectionsKnown(String scope);

    /** An objection was filed. */
    void filed(String scope, LocalDate day);

    /** An objection was granted. */
    void granted(String scope, LocalDate day);

    /** An objection was withdrawn. */
    void withdrawn(String scope, LocalDate day);
}
