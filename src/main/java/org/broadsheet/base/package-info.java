/** The ground that every room stands on: ids, clock, settings, safe HTML, the database door. It knows no newspaper words. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package org.broadsheet.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
