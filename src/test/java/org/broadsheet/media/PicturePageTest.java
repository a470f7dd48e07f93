package org.broadsheet.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Locale;
import org.broadsheet.media.darkroom.Corpus;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PicturePageTest {

    @RegisterExtension
    static final TestPaper paper = TestPaper.start();

    private static Photograph photograph() throws IOException {
        try (InputStream picture = Files.newInputStream(Corpus.IMAGES.resolve("vips/sample.jpg"))) {
            return switch (paper.door(Photographs.class)
                    .keep(picture, PhotographDetails.NONE, Instant.parse("2026-01-03T04:10:07Z"))) {
                case Upload.Kept(Photograph kept) -> kept;
                case Upload.AlreadyHere(Photograph here) -> here;
                case Upload.Refused refused -> throw new AssertionError(refused);
            };
        }
    }

    @Test
    void a_rendition_is_sent_for_ever_and_can_do_nothing_but_be_seen() throws IOException {
        for (Rendition rendition : photograph().renditions()) {
            HttpResponse<String> answer = paper.get(rendition.address());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type"))
                    .contains(rendition.format().mediaType());
            assertThat(answer.headers().firstValueAsLong("content-length")).hasValue(rendition.bytes());
            assertThat(answer.headers().firstValue("cache-control").orElseThrow())
                    .contains("max-age=31536000", "public", "immutable");
            assertThat(answer.headers().allValues("x-content-type-options")).containsExactly("nosniff");
            assertThat(answer.headers().allValues("content-security-policy"))
                    .containsExactly("default-src 'none'; sandbox");
            assertThat(answer.headers().firstValue("content-disposition")).contains("inline");
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
        }
    }

    @Test
    void one_that_a_browser_has_already_is_not_sent_again() throws IOException {
        String path = photograph().plain().address();
        String tag = paper.get(path).headers().firstValue("etag").orElseThrow();
        HttpResponse<String> answer = paper.send(HttpRequest.newBuilder(paper.at(path))
                .header("If-None-Match", tag)
                .build());
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("etag")).contains(tag);
        assertThat(answer.headers().firstValue("cache-control").orElseThrow()).contains("immutable");
    }

    @Test
    void what_is_not_there_and_what_is_no_address_are_not_found() throws IOException {
        String hash = photograph().plain().address().split("/")[2];
        for (String path : new String[] {
            "/pictures/" + "0".repeat(32) + "/320.webp",
            "/pictures/" + hash + "/321.webp",
            "/pictures/" + hash + "/0320.webp",
            "/pictures/" + hash + "/320.png",
            "/pictures/" + hash.toUpperCase(Locale.ROOT) + "/320.webp",
            "/pictures/" + hash + "/..%2f..%2foriginals"
        }) {
            assertThat(paper.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void the_head_of_a_rendition_is_that_of_the_whole() throws IOException {
        Rendition rendition = photograph().plain();
        HttpResponse<String> answer = paper.send(HttpRequest.newBuilder(paper.at(rendition.address()))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValueAsLong("content-length")).hasValue(rendition.bytes());
    }
}
