package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.site.store.PageStore;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Strangers' bytes against all of the paper: the connection before Jetty's, Jetty's, Spring's and the pages. */
class WholePaperPageTest {
    private static final int AT_ONCE = 8;

    /** Statuses by which a server owns up to a failure; 501 and 505 say that the client asks for what there is not. */
    private static final List<Integer> OURS = List.of(500, 502, 503, 504);

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("CONNECTIONS_PER_ADDRESS", "1"));

    @Test
    void whatever_comes_nothing_fails_nothing_hangs_and_nothing_is_answered_twice() throws Exception {
        List<HttpCorpus.Case> cases = HttpCorpus.cases().toList();
        assertThat(cases).hasSizeGreaterThan(120);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            cases.forEach(each -> answers.add(clients.submit(() -> answer(each))));
        }
        for (int i = 0; i < cases.size(); i++) {
            HttpCorpus.Case each = cases.get(i);
            String answer = answers.get(i).get();
            List<Integer> statuses = HttpCorpus.statuses(answer);
            assertThat(answer).as(each.name()).doesNotEndWith("~");
            assertThat(statuses).as(each.name()).noneMatch(OURS::contains);
            assertThat(statuses)
                    .as(each.name())
                    .hasSizeLessThanOrEqualTo(each.accept() ? Math.max(1, each.messages()) : each.messages() + 1);
        }
        assertThat(paper.get("/").statusCode()).isEqualTo(200);
        assertThat(paper.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void a_file_is_kept_once_whatever_size_of_text_a_reader_likes() throws IOException {
        try (Wire wire = new Wire(paper.at("/").getPort())) {
            String path = "/robots.txt";
            assertThat(wire.get(path).status()).isEqualTo(200);
            long rendered = rendered();
            for (String size : List.of("small", "large")) {
                assertThat(wire.get(path + "?page=2", "Cookie: text=" + size).status())
                        .isEqualTo(200);
                assertThat(wire.get(path, "Cookie: text=" + size).status()).isEqualTo(200);
            }
            assertThat(rendered()).isEqualTo(rendered);
        }
    }

    @Test
    void an_error_page_keeps_the_id_its_request_came_with() throws IOException {
        try (Wire wire = new Wire(paper.at("/").getPort())) {
            Wire.Reply reply = wire.get("/search/no/such", "X-Request-Id: edge-7f3a.12345");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.header("x-request-id")).isEqualTo("edge-7f3a.12345");
        }
    }

    private static long rendered() {
        return paper.door(PageStore.class).figures().counted().rendered();
    }

    private static String answer(HttpCorpus.Case each) throws IOException {
        try (Wire wire = new Wire(paper.at("/").getPort())) {
            wire.send(each.bytes());
            wire.tryEnd();
            return wire.rest();
        }
    }
}
