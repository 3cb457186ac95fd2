/** A pipeline for ads whose authors wrote the rules into it by hand. */
@NullMarked
package dev.datause.examples.propertytests;

import org.jspecify.annotations.NullMarked;
