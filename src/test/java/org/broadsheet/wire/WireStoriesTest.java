package org.broadsheet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.broadsheet.base.Language;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;
import org.broadsheet.wire.WireStories.Made;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireStatus;
import org.junit.jupiter.api.Test;

class WireStoriesTest {
    private static final Instant NOW = Instant.parse("2026-01-03T05:00:00Z");

    private static Made make(String more) {
        String json = "{\"uri\":\"a\",\"headline\":\"Bridge opens\",\"language\":\"id\",\"located\":\"Tokyo\","
                + "\"source\":\"Kyodo News\",\"byline\":\"By Ann Lee and Bo Tan\"" + more + "}";
        Outcome outcome = Formats.read(json.getBytes(StandardCharsets.UTF_8));
        WireItem item = ((Outcome.Accepted) outcome).items().getFirst();
        return WireStories.make(item, new WireStories.Place("world", List.of(), Reach.EVERYONE, Language.ENGLISH), NOW);
    }

    @Test
    void usable_copy_keeps_agency_dateline_and_names() {
        assertThat(make(",\"body_html\":\"<p>One.</p><script>x()</script>\""))
                .isInstanceOfSatisfying(Made.Ready.class, ready -> {
                    Copy copy = ready.copy();
                    assertThat(copy.headline()).isEqualTo("Bridge opens");
                    assertThat(copy.agency()).contains("Kyodo News");
                    assertThat(copy.dateline()).contains("Tokyo");
                    assertThat(copy.language()).isEqualTo(Language.INDONESIAN);
                    assertThat(copy.bylines()).extracting(Byline::name).containsExactly("Ann Lee", "Bo Tan");
                    assertThat(copy.body().html()).isEqualTo("<p>One.</p>");
                });
    }

    @Test
    void what_is_withheld_killed_or_under_embargo_is_not_copy() {
        assertThat(make(",\"body_text\":\"One.\",\"pubstatus\":\"withheld\""))
                .isEqualTo(new Made.NotAllowed(WireStatus.WITHHELD));
        assertThat(make(",\"body_text\":\"One.\",\"pubstatus\":\"canceled\""))
                .isEqualTo(new Made.NotAllowed(WireStatus.CANCELED));
        assertThat(make(",\"body_text\":\"One.\",\"embargoed\":\"2026-01-03T12:30:00+07:00\""))
                .isEqualTo(new Made.Embargoed(Instant.parse("2026-01-03T05:30:00Z")));
        assertThat(make(",\"body_text\":\"One.\",\"embargoed\":\"2026-01-03T12:00:00+07:00\""))
                .isInstanceOf(Made.Ready.class);
    }

    @Test
    void a_picture_alone_is_no_story() {
        assertThat(make(",\"type\":\"picture\"")).isEqualTo(new Made.NoText());
    }
}
