package org.broadsheet.site.kill;

import java.util.function.BooleanSupplier;

/** A place where readers may meet a story. @param free looks, and is true when the story is not there */
record Surface(String name, BooleanSupplier free) {
    boolean isFree() {
        return free.getAsBoolean();
    }
}
