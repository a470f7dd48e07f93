package org.broadsheet.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.PlainBrowser;
import org.broadsheet.testing.Subscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is taken back on one node is refused on the other, also by cookies that were good a moment ago. */
class RevocationsPageTest {
    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    @Test
    void a_gift_that_is_taken_back_here_opens_nothing_there() {
        ReaderId giver = Subscribers.join(NODES.here, "giver@paper.test", 3);
        StoryId story = NODES.print("Taken back", Reach.SUBSCRIBERS);
        PlainBrowser givers = TwoNodes.browser(NODES.here, session(giver));
        String gift = PlainBrowser.location(givers.post("/gifts/give", Map.of("story", story.toString())));
        String link =
                URI.create(givers.page(gift).select("input[readonly]").val()).getPath();
        PlainBrowser friend = new PlainBrowser(NODES.there);
        assertThat(friend.get(link).statusCode()).isEqualTo(303);
        assertThat(NODES.reads(friend, story)).isTrue();
        String path = URI.create(gift).getPath();
        assertThat(givers.post(path + "/revocation", Map.of()).statusCode()).isEqualTo(303);
        TwoNodes.soon("the other node refuses the friend's pass", () -> !NODES.reads(friend, story));
        assertThat(new PlainBrowser(NODES.there).get(link).statusCode()).isEqualTo(410);
        assertThat(friend.get("/gift/from?story=" + story).statusCode()).isEqualTo(404);
    }

    @Test
    void a_session_that_is_ended_here_is_nobodys_there() {
        ReaderId reader = Subscribers.join(NODES.here, "session@paper.test", 3);
        StoryId story = NODES.print("For who is signed in", Reach.SUBSCRIBERS);
        PlainBrowser there = TwoNodes.browser(NODES.there, session(reader));
        assertThat(NODES.reads(there, story)).isTrue();
        Map<String, String> copied = Map.copyOf(there.cookies());
        assertThat(copied).containsKeys("session", "pass");
        PlainBrowser here = TwoNodes.browser(NODES.here, copied);
        assertThat(here.post("/sign-out", Map.of("to", "/")).statusCode()).isEqualTo(303);
        TwoNodes.soon(
                "the other node refuses the pass", () -> !NODES.reads(TwoNodes.browser(NODES.there, copied), story));
        assertThat(TwoNodes.browser(NODES.there, copied).get("/account").statusCode())
                .isEqualTo(303);
    }

    @Test
    void signing_out_everywhere_here_ends_a_browser_that_is_there() {
        ReaderId reader = Subscribers.join(NODES.here, "everywhere@paper.test", 3);
        StoryId story = NODES.print("For who is signed in somewhere", Reach.SUBSCRIBERS);
        PlainBrowser there = TwoNodes.browser(NODES.there, session(reader));
        assertThat(NODES.reads(there, story)).isTrue();
        Map<String, String> copied = Map.copyOf(there.cookies());
        PlainBrowser here = TwoNodes.browser(NODES.here, session(reader));
        assertThat(here.post("/account/sign-out-everywhere", Map.of()).statusCode())
                .isEqualTo(303);
        TwoNodes.soon(
                "the other node refuses the pass", () -> !NODES.reads(TwoNodes.browser(NODES.there, copied), story));
        assertThat(TwoNodes.browser(NODES.there, copied).get("/account").statusCode())
                .isEqualTo(303);
        assertThat(here.get("/account").statusCode())
                .as("the browser that asked for it stays")
                .isEqualTo(200);
    }

    @Test
    void a_story_that_is_withdrawn_here_is_not_there_any_more() {
        StoryId story = NODES.print("Wrong from the first word", Reach.EVERYONE);
        String path = NODES.path(story);
        assertThat(NODES.there.get(path).statusCode()).isEqualTo(200);
        NODES.here.door(Stories.class).withdraw(story, "It was wrong.", Instant.now());
        TwoNodes.soon("the other node says so", () -> NODES.there.get(path).statusCode() == 410);
    }

    private static Map<String, String> session(ReaderId reader) {
        return Map.of("session", Subscribers.session(NODES.here, reader));
    }
}
