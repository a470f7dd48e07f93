package org.broadsheet.base;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares and documents one setting: the tables in docs/ and in {@code help settings} are made from this. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** {@code PORT}: read from {@code BROADSHEET_PORT}, or from {@code port} in broadsheet.yaml. */
    String name();

    /** The value when nobody sets one; empty for an Optional or a List means absent. */
    String standard() default "";

    /** One sentence for the operator. */
    String says();

    /** Least and greatest: of whole numbers the value, of secrets the length. */
    int from() default 0;

    int to() default Integer.MAX_VALUE;
}
