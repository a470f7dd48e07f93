package org.broadsheet.site.browser;

/**
 * A browser as its user agent names it.
 *
 * @param family as uap-core calls it: {@code Mobile Safari}, {@code Chrome Mobile WebView}
 * @param major its version's first number
 */
public record Browser(String family, int major) {}
