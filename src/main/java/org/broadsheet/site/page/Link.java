package org.broadsheet.site.page;

/**
 * A name that leads somewhere.
 *
 * @param href a path of this paper, or an absolute address
 */
public record Link(String name, String href) {}
