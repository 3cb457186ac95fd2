package dev.datause.gate;

import dev.datause.document.Code;

/** Every kind of finding. A code is forever; each has a page under {@code docs/findings}. */
public enum FindingCode implements Code {
    /** A use passes that the policy denies. */
    VIOLATION("DU001", "a use passes that the policy denies", Verdict.VIOLATED),
    /** The policy has no such purpose. */
    UNKNOWN_PURPOSE("DU002", "a purpose that the policy does not have", Verdict.COULD_NOT_CHECK),
    /** The policy has no such category. */
    UNKNOWN_CATEGORY("DU003", "a category that the policy does not have", Verdict.COULD_NOT_CHECK),
    /** The policy has no such recipient. */
    UNKNOWN_RECIPIENT("DU004", "a recipient that the policy does not have", Verdict.COULD_NOT_CHECK),
    /** A dataset that a step reads or writes and nobody declared. */
    UNDECLARED_DATASET("DU005", "a dataset that is not declared", Verdict.VIOLATED),
    /** A pipeline that does not say what for. */
    NO_PURPOSE("DU006", "a pipeline without a purpose", Verdict.VIOLATED),
    /** A pipeline that does not say what it reads. */
    NO_INPUTS("DU007", "a pipeline without inputs", Verdict.COULD_NOT_CHECK),
    /** A declared population that nobody belongs to. */
    EMPTY_POPULATION("DU008", "a population without members", Verdict.VIOLATED),
    /** Guards that let nothing through. */
    GUARD_LETS_NOTHING("DU009", "guards that let nothing through", Verdict.VIOLATED),
    /** The pipeline calls another policy than the one that is checked. */
    OTHER_POLICY("DU010", "a guard that calls another policy", Verdict.VIOLATED),
    /** The pipeline calls the policy under a reading that may permit more. */
    OTHER_READING("DU011", "a guard that calls another reading", Verdict.VIOLATED),
    /** The policy has no such audience. */
    UNKNOWN_AUDIENCE("DU012", "an audience that the policy does not have", Verdict.COULD_NOT_CHECK),
    /** Two declarations of one dataset. */
    DATASET_TWICE("DU013", "a dataset declared twice", Verdict.COULD_NOT_CHECK),
    /** Two declarations of one pipeline or step. */
    PIPELINE_TWICE("DU014", "a pipeline or step declared twice", Verdict.COULD_NOT_CHECK),
    /** There was nothing to check. */
    NO_PIPELINES("DU015", "no pipelines", Verdict.COULD_NOT_CHECK),
    /** Text that some tool should have replaced. */
    PLACEHOLDER("DU016", "a placeholder that was not replaced", Verdict.COULD_NOT_CHECK),
    /** A manifest that is refused as a whole. */
    REFUSED_MANIFEST("DU017", "a manifest that is refused", Verdict.COULD_NOT_CHECK),
    /** Data collected only after the last day of use. */
    NO_DAYS("DU018", "days that leave nothing to use", Verdict.VIOLATED),
    /** The exact search gave up. */
    TOO_LARGE("DU019", "a flow too large to check exactly", Verdict.COULD_NOT_CHECK),
    /** A warning: names that are hard to tell apart. */
    NAMES_ALIKE("DU020", "warning: names that look alike", Verdict.PASSED),
    /** Nothing says what it is, and it reaches a purpose. */
    COULD_BE_ANYTHING("DU021", "data that could be anything", Verdict.COULD_NOT_CHECK),
    /** A port names a field that the declaration of its dataset does not have. */
    UNKNOWN_FIELD("DU022", "a field that the dataset does not have", Verdict.COULD_NOT_CHECK),
    /** A claim that a step stops data, past its last day, or for which nobody answers. */
    EXPIRED_BREAKER("DU023", "a breaker that does not count", Verdict.VIOLATED),
    /** What another module says about its datasets cannot be read, has ended, or is about another policy. */
    REFUSED_SUMMARY("DU024", "a summary of another module that cannot be used", Verdict.COULD_NOT_CHECK),
    /** A warning: guards of several steps that exclude each other, so that a proof about what passes is about nothing. */
    EMPTY_WAY("DU025", "warning: guards on a way that together let nothing through", Verdict.PASSED),
    /** Metadata that was made from other files than those that are there. */
    STALE_METADATA("DU030", "metadata that is out of date", Verdict.COULD_NOT_CHECK),
    /** A rule of a mapping that is about nothing. */
    UNMATCHED_RULE("DU031", "a rule of a mapping that matches nothing", Verdict.COULD_NOT_CHECK),
    /** A tag or a value that may be meant to say something. */
    UNMAPPED_WORD("DU032", "a tag or value that the mapping does not have", Verdict.COULD_NOT_CHECK),
    /** A waiver whose last day has gone by. */
    EXPIRED_WAIVER("DU040", "a waiver that has expired", Verdict.VIOLATED),
    /** A waiver of something that is not there, or not there any more. */
    UNMATCHED_WAIVER("DU041", "a waiver that matches nothing", Verdict.VIOLATED),
    /** A waiver or watch for longer than the project allows. */
    LONG_WAIVER("DU042", "a waiver or watch that lasts too long", Verdict.VIOLATED),
    /** A waiver of something that could not be checked. */
    WAIVED_UNCHECKED("DU043", "a waiver of what could not be checked", Verdict.COULD_NOT_CHECK),
    /** A watch on a rule that the policy does not have. */
    UNKNOWN_WATCH("DU044", "a watch on a rule that the policy does not have", Verdict.COULD_NOT_CHECK),
    /** A warning: a watch that does nothing any more. */
    ENDED_WATCH("DU045", "warning: a watch that has ended", Verdict.PASSED),
    /** A warning: an entry of the baseline that is done with. */
    STALE_BASELINE("DU046", "warning: a baseline entry that matches nothing", Verdict.PASSED),
    /** Not all findings were kept, so what is waived cannot be told. */
    TOO_MANY_FINDINGS("DU047", "more findings than can be told apart", Verdict.COULD_NOT_CHECK);

    private final String id;
    private final String meaning;
    private final Verdict verdict;

    FindingCode(String id, String meaning, Verdict verdict) {
        this.id = id;
        this.meaning = meaning;
        this.verdict = verdict;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** What one finding of this kind makes of a check; {@link Verdict#PASSED} for warnings. */
    public Verdict verdict() {
        return verdict;
    }

    /** The page about it, from the root of the project's documentation. */
    public String page() {
        return "docs/findings/" + id + ".md";
    }
}
