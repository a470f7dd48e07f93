package org.broadsheet.site.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.paywall.Guard;
import org.broadsheet.site.store.Copy.Differs;
import org.broadsheet.story.Reach;
import org.broadsheet.story.StoryId;
import org.junit.jupiter.api.Test;

class PageHeadersTest {
    private static final String HTML = "text/html; charset=utf-8";
    private static final Copy USUAL = new Copy("medium", Differs.BY_COOKIE);

    private final PageHeaders headers = new PageHeaders(Map.of("X-Content-Type-Options", "nosniff"));

    @Test
    void a_page_for_everyone_may_be_kept_for_a_moment_and_names_what_it_shows() {
        Form form = form(meta(HTML, USUAL, Optional.empty()), Encoding.BROTLI);
        assertThat(Form.fields(form.head()))
                .containsExactlyInAnyOrder(
                        Map.entry("Content-Type", HTML),
                        Map.entry("Content-Encoding", "br"),
                        Map.entry("Content-Length", "3"),
                        Map.entry("ETag", "\"d-b\""),
                        Map.entry("Cache-Control", PageHeaders.FOR_EVERYONE),
                        Map.entry("Vary", "Accept-Encoding, Cookie"),
                        Map.entry("Cache-Groups", "\"front:all\", \"story:1\""),
                        Map.entry("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void every_coding_has_an_entity_tag_of_its_own() {
        KeptPage.Meta meta = meta(HTML, USUAL, Optional.empty());
        assertThat(Set.of(
                        form(meta, Encoding.BROTLI).tag(),
                        form(meta, Encoding.GZIP).tag(),
                        form(meta, Encoding.IDENTITY).tag()))
                .hasSize(3);
    }

    @Test
    void a_guarded_page_is_nobody_elses_whatever_its_face() {
        Form form = form(meta(HTML, USUAL, Optional.of(new Guard(Reach.SUBSCRIBERS, new StoryId(9)))), Encoding.GZIP);
        assertThat(field(form, "Cache-Control")).contains("private, no-store");
        assertThat(field(form, "ETag")).isEmpty();
        assertThat(field(form, "Cache-Groups")).isEmpty();
        assertThat(form.tag()).isEmpty();
    }

    @Test
    void the_copy_for_an_old_browser_is_kept_by_no_shared_cache() {
        Form form = form(meta(HTML, new Copy("medium-old", Differs.BY_BROWSER), Optional.empty()), Encoding.GZIP);
        assertThat(field(form, "Cache-Control")).contains("private, no-store");
    }

    @Test
    void the_page_of_somebody_signed_in_is_kept_by_no_shared_cache() {
        Copy own = new Copy("medium-registered", Differs.BY_READER);
        Form form = form(meta(HTML, own, Optional.empty()), Encoding.GZIP);
        assertThat(field(form, "Cache-Control")).contains("private, no-store");
        assertThat(field(form, "ETag")).isEmpty();
        assertThat(field(form(meta("text/css", own, Optional.empty()), Encoding.GZIP), "Cache-Control"))
                .contains(PageHeaders.FOR_EVERYONE);
    }

    @Test
    void what_no_reader_changes_varies_by_coding_only_or_not_at_all() {
        assertThat(field(form(meta("application/rss+xml", USUAL, Optional.empty()), Encoding.GZIP), "Vary"))
                .contains("Accept-Encoding");
        assertThat(field(form(meta("font/woff2", USUAL, Optional.empty()), Encoding.IDENTITY), "Vary"))
                .isEmpty();
    }

    @Test
    void a_page_may_say_itself_how_long_it_is_kept_unless_it_is_guarded() {
        Map<String, String> own = Map.of("Cache-Control", "public, max-age=31536000, immutable");
        KeptPage.Meta open = new KeptPage.Meta(200, "text/css", USUAL, Optional.empty(), Set.of(), own);
        assertThat(field(form(open, Encoding.GZIP), "Cache-Control")).contains("public, max-age=31536000, immutable");
    }

    @Test
    void groups_are_no_more_than_every_cache_understands_and_lists_come_first() {
        Set<String> tags =
                IntStream.range(0, 100).mapToObj(i -> "story:" + i).collect(Collectors.toCollection(TreeSet::new));
        tags.add("section:data");
        KeptPage.Meta meta = new KeptPage.Meta(200, HTML, USUAL, Optional.empty(), tags, Map.of());
        String groups = field(form(meta, Encoding.GZIP), "Cache-Groups").orElseThrow();
        assertThat(groups).startsWith("\"section:data\", ");
        assertThat(groups.split(", ")).hasSize(32);
    }

    @Test
    void an_answer_304_repeats_what_a_cache_needs_and_has_no_length() {
        Form form = form(meta(HTML, USUAL, Optional.empty()), Encoding.BROTLI);
        assertThat(Form.fields(form.unchanged()).stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("ETag", "Cache-Control", "Vary", "Cache-Groups");
    }

    @Test
    void a_header_that_would_begin_another_line_is_refused() {
        KeptPage.Meta meta = new KeptPage.Meta(
                301, HTML, USUAL, Optional.empty(), Set.of(), Map.of("Location", "/a\r\nSet-Cookie: x=y"));
        assertThatIllegalArgumentException().isThrownBy(() -> form(meta, Encoding.IDENTITY));
    }

    private Form form(KeptPage.Meta meta, Encoding encoding) {
        return headers.form(meta, encoding, "d", new byte[3]);
    }

    private static KeptPage.Meta meta(String type, Copy copy, Optional<Guard> guard) {
        return new KeptPage.Meta(200, type, copy, guard, Set.of("story:1", "front:all"), Map.of());
    }

    private static Optional<String> field(Form form, String name) {
        return Form.fields(form.head()).stream()
                .filter(field -> field.getKey().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
