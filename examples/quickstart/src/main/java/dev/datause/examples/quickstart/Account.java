package dev.datause.examples.quickstart;

import dev.datause.Member;

/**
 * A made-up account: a number, and what is known about its owner.
 *
 * @param number the number
 * @param owner the facts on which decisions rest
 */
record Account(int number, Member owner) {}
