package org.broadsheet.wire.format.xml;

import java.time.Duration;

/**
 * How much of a stranger's document is read before it is refused.
 *
 * @param characters of the whole document
 * @param depth of nested elements
 * @param elements in all
 * @param expansion characters that declared entities may add
 * @param time for one document
 */
public record XmlLimits(int characters, int depth, int elements, int expansion, Duration time) {
    public static final XmlLimits USUAL = new XmlLimits(16 * 1024 * 1024, 200, 400_000, 100_000, Duration.ofSeconds(5));
}
