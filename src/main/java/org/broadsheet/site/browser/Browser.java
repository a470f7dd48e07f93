package org.broadsheet.site.browser;

import java.util.OptionalInt;

/**
 * A browser as its user agent names it.
 *
 * @param family as uap-core calls it: {@code Mobile Safari}, {@code Chrome Mobile WebView}
 * @param major its version's first number, where it says one
 */
public record Browser(String family, OptionalInt major) {}
