/**
 * Stories: what the paper says, in versions that are kept for ever, and where each stands on its way to the reader.
 *
 * <p>Owns the schema {@code story}: {@code section}, {@code topic}, {@code author}, {@code story}, {@code version},
 * {@code address}, {@code correction}, {@code in_print} (what readers see, one row a story), {@code in_topic},
 * {@code by_author}. Publishes {@link org.broadsheet.story.StoryNews}
 * in the transaction that did it, and announces to every node what has
 * changed. A body's text is guarded: it opens only to an {@link org.broadsheet.story.Access} that grants it.
 */
@NullMarked
package org.broadsheet.story;

import org.jspecify.annotations.NullMarked;
