package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.site.store.FakePages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which face of a guarded page goes out, by either way. */
class FacesPageTest {

    /** Anything that the plain parser leaves to Jetty. */
    private static final String BY_JETTY = "Keep-Alive: 1";

    private final HotServer paper = new HotServer();

    @AfterEach
    void stop() throws Exception {
        paper.close();
    }

    @Test
    void the_guarded_part_goes_to_those_who_may_see_it_and_into_no_cache() throws IOException {
        paper.pages.page("/a", key -> guarded("subscribers", key));
        try (Wire wire = wire()) {
            for (String way : new String[] {"X-Way: hot", BY_JETTY, "X-Way: hot"}) {
                Wire.Reply preview = wire.get("/a", way);
                Wire.Reply whole = wire.get("/a", way, "Cookie: subscriber");
                assertThat(preview.body()).isEqualTo("beginning");
                assertThat(whole.body()).isEqualTo("beginning and rest");
                assertThat(preview.header("cache-control")).isEqualTo("private, no-store");
                assertThat(whole.header("cache-control")).isEqualTo("private, no-store");
                assertThat(whole.headers()).doesNotContainKeys("etag", "cache-groups");
                assertThat(wire.get("/a", way, "Cookie: subscriber", "If-None-Match: *")
                                .status())
                        .isEqualTo(200);
            }
        }
        assertThat(paper.pages.renderings()).isEqualTo(2);
    }

    @Test
    void a_decision_that_has_to_be_waited_for_brings_its_cookies_on_either_way() throws IOException {
        paper.pages.page("/a", key -> guarded("metered", key)).page("/b", "for all", "story:1");
        try (Wire wire = wire()) {
            for (String way : new String[] {"X-Way: hot", BY_JETTY}) {
                Wire.Reply whole = wire.get("/a", way, "Cookie: wait");
                assertThat(whole.body()).isEqualTo("beginning and rest");
                assertThat(whole.header("set-cookie")).isEqualTo("opened=9; Path=/");
                assertThat(wire.get("/b", way).header("cache-control")).startsWith("public");
                Wire.Reply own = wire.get("/b", way, "Cookie: unknown");
                assertThat(own.body()).isEqualTo("for all");
                assertThat(own.header("set-cookie")).isEqualTo("known=yes");
                assertThat(own.header("cache-control")).isEqualTo("private, no-store");
                assertThat(own.headers()).doesNotContainKey("cache-groups");
            }
        }
    }

    @Test
    void what_a_browser_fetches_ahead_of_its_reader_is_refused_where_it_would_spend_something() throws IOException {
        paper.pages.page("/a", key -> guarded("metered", key)).page("/b", "for all");
        try (Wire wire = wire()) {
            for (String ahead : new String[] {
                "Sec-Purpose: prefetch", "Sec-Purpose: prefetch;prerender", "Purpose: prefetch", "X-Moz: prefetch"
            }) {
                Wire.Reply reply = wire.get("/a", ahead, "Cookie: wait");
                assertThat(reply.status()).as(ahead).isEqualTo(503);
                assertThat(reply.header("cache-control")).isEqualTo("no-store");
                assertThat(reply.headers()).doesNotContainKey("set-cookie");
                assertThat(reply.body()).isEmpty();
                assertThat(wire.get("/a", ahead).body()).isEqualTo("beginning");
                assertThat(wire.get("/b", ahead).status()).isEqualTo(200);
            }
            assertThat(wire.get("/a", "Cookie: wait").status()).isEqualTo(200);
        }
    }

    /** Between the two look-ups a story may become one for subscribers. */
    @Test
    void a_face_that_says_another_reach_than_was_decided_upon_is_decided_upon_again() throws IOException {
        AtomicBoolean subscribers = new AtomicBoolean();
        paper.pages.page("/a", key -> {
            if (key.face().equals("full-metered")) {
                subscribers.set(true);
                paper.store.changed("story:9");
            }
            return guarded(subscribers.get() ? "subscribers" : "metered", key);
        });
        try (Wire wire = wire()) {
            assertThat(wire.get("/a", "Cookie: subscriber").body()).isEqualTo("beginning and rest");
            assertThat(subscribers).isTrue();
        }
    }

    private static Rendered guarded(String reach, PageKey key) {
        return FakePages.guarded(reach, key.face().equals("full-" + reach) ? "beginning and rest" : "beginning");
    }

    private Wire wire() throws IOException {
        return new Wire(paper.port());
    }
}
