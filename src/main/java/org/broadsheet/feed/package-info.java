/**
 * The paper for programs: RSS, Atom and JSON feeds of the paper and of each section, sitemaps, robots.txt. Owns no
 * tables and hears no events: its documents are kept by the page store and dropped when what they show has changed. Of
 * a story that is not for everyone they hold headline and standfirst, and never a word of its body.
 */
@NullMarked
package org.broadsheet.feed;

import org.jspecify.annotations.NullMarked;
