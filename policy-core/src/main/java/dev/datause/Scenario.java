package dev.datause;

import java.util.function.Consumer;

/**
 * One way some facts of a made-up member can lie, in a few words, and whether it leaves something unknown.
 *
 * @param words the facts for a story; empty where they are as everybody's
 * @param known whether nothing is unknown in it
 * @param give gives the facts to a member that is being made up
 */
record Scenario(String words, boolean known, Consumer<Member.Builder> give) {}
