package org.broadsheet.story.press;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.broadsheet.base.html.StoryHtml;
import org.junit.jupiter.api.Test;

class PreviewTest {

    @Property(tries = 200)
    void never_more_than_a_third_of_the_words_nor_than_150(
            @ForAll @IntRange(min = 1, max = 20) int paragraphs, @ForAll @IntRange(min = 1, max = 120) int words) {
        StoryHtml body = StoryHtml.clean(("<p>" + "word ".repeat(words) + "</p>").repeat(paragraphs));
        Preview preview = Preview.of(body);
        int shown = StoryHtml.kept(preview.html()).text().split("\\s+").length;
        assertThat(preview.words()).isEqualTo(paragraphs * words);
        assertThat(preview.html().isEmpty() ? 0 : shown).isLessThanOrEqualTo(Math.min(150, paragraphs * words / 3));
    }

    @Test
    void it_is_whole_blocks_from_the_beginning() {
        StoryHtml body = StoryHtml.clean("<p>one two</p><ul><li>three</li></ul>" + "<p>" + "w ".repeat(60) + "</p>");
        assertThat(Preview.of(body).html()).isEqualTo("<p>one two</p><ul><li>three</li></ul>");
    }

    @Test
    void reading_takes_a_minute_at_least() {
        assertThat(Preview.of(StoryHtml.clean("<p>short</p>")).minutes()).isEqualTo(1);
        assertThat(Preview.of(StoryHtml.clean("<p>" + "w ".repeat(690) + "</p>"))
                        .minutes())
                .isEqualTo(3);
    }
}
