package dev.datause.testkit.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Draws a {@code @ForAll} parameter on the limits of the policy under test, whose class implements {@link
 * dev.datause.testkit.UnderTest}.
 *
 * <p>For parameters of the types {@code Member}, {@code Use}, {@code Purpose}, {@code Recipient}, {@code Category},
 * {@code Country}, {@code LocalDate} (days of use), {@code Policy} (with one change), {@code Policy.Rule} (a made-up
 * prohibition) and {@code DataUsePolicy} (under any reading). A {@code Member} and a {@code Use} keep their facts to
 * themselves, also in reports of failures: {@link dev.datause.testkit.MadeUpMember} and {@link
 * dev.datause.testkit.MadeUpUse} tell them, and need this annotation only to be drawn for one purpose.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface FromPolicy {
    /** The purpose of a use; without it any. */
    String purpose() default "";
}
