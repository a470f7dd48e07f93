/**
 * The paper for programs: RSS, Atom and JSON feeds of the paper and of each section, sitemaps, robots.txt. They
 * are kept by the page store and dropped when what they show has changed; of a story that is not for everyone they hold
 * headline and standfirst, and never a word of its body. {@link org.broadsheet.feed.Partners} have the paper's own stories
 * by contract, made anew for each question. Tables: {@code feed.partner}, {@code feed.handed}. Hears no events.
 */
@NullMarked
package org.broadsheet.feed;

import org.jspecify.annotations.NullMarked;
