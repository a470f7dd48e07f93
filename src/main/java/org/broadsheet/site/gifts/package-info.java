/**
 * Pages of gifts: giving a story and the list of what was given, for subscribers; what a gift's link leads to and who it is
 * from, for their friends. All of them are made for one request and kept by nobody.
 */
@NullMarked
package org.broadsheet.site.gifts;

import org.jspecify.annotations.NullMarked;
