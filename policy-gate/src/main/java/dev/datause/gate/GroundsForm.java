package dev.datause.gate;

/** How much of its grounds a decision carries when it is written. */
public enum GroundsForm {
    /** Kind, rule, what is missing, the rule's sentence, its citations and the way out. */
    FULL,
    /** Kind, rule and what is missing: for millions of lines. The rest is in the policy, under the rule's id. */
    BRIEF
}
