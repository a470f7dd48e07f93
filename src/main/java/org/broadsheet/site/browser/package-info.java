/**
 * Which browser asks, and whether it is below the supported line of docs/browsers.md. Owns no tables and hears no events.
 */
@NullMarked
package org.broadsheet.site.browser;

import org.jspecify.annotations.NullMarked;
