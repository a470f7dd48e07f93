package org.broadsheet.story.press;

import java.util.List;
import org.broadsheet.base.html.StoryHtml;

/**
 * Measures a body: its words, the minutes it takes to read, and the beginning that anyone may see of a story that is
 * not for everyone.
 *
 * @param html the first blocks
 * @param words of the whole body
 */
record Preview(String html, int words) {
    private static final int WORDS_A_MINUTE = 230;
    private static final int MOST_BLOCKS = 3;
    private static final int MOST_WORDS = 150;

    /** At most three blocks and about 150 words, and never more than a third of the story. */
    static Preview of(StoryHtml body) {
        int all = words(body.text());
        int allowed = Math.min(MOST_WORDS, all / 3);
        StringBuilder beginning = new StringBuilder();
        int used = 0;
        List<String> blocks = body.blocks();
        for (String block : blocks.subList(0, Math.min(MOST_BLOCKS, blocks.size()))) {
            used += words(StoryHtml.kept(block).text());
            if (used > allowed) {
                break;
            }
            beginning.append(block);
        }
        return new Preview(beginning.toString(), all);
    }

    int minutes() {
        return Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
    }

    private static int words(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
    }
}
