/** Links in mail that let somebody do one thing once. Owns {@code reader.link}; only hashes of links are kept. */
@NullMarked
package org.broadsheet.reader.link;

import org.jspecify.annotations.NullMarked;
