/** What the formats share: dates, languages, and bodies made into paragraphs. */
@NullMarked
package org.broadsheet.wire.format.text;

import org.jspecify.annotations.NullMarked;
