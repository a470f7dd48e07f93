/**
 * The archive index: which printed stories answer a reader's words.
 *
 * <p>Owns the schema {@code search}: {@code story} (one row a printed story) and {@code word} (every word seen, for
 * forgiving misspellings). Listens to {@link org.broadsheet.story.StoryNews} in the transaction that tells it. Of a story
 * that is not for everyone it knows headline, standfirst, topics and bylines, and never a word of its body.
 */
@NullMarked
package org.broadsheet.search;

import org.jspecify.annotations.NullMarked;
