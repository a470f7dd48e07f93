package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The exact bytes of gunicorn's and llhttp's tests, sent to Jetty as the paper sets it up. */
class HttpCorpusPageTest {

    private final HotServer paper = new HotServer();

    HttpCorpusPageTest() {
        paper.pages.page("/", "the front page");
    }

    @AfterEach
    void stop() throws Exception {
        paper.close();
    }

    @Test
    void what_must_be_refused_is_refused_or_closed_and_nothing_after_it_is_answered() throws IOException {
        List<HttpCorpus.Case> cases =
                HttpCorpus.cases().filter(each -> !each.accept()).toList();
        assertThat(cases).hasSizeGreaterThan(70);
        for (HttpCorpus.Case each : cases) {
            String answer = answer(each);
            List<Integer> statuses = HttpCorpus.statuses(answer);
            assertNothingAnsweredBeyond(each, statuses);
            assertThat(answer).as(each.name()).doesNotEndWith("~");
        }
        staysUp();
    }

    @Test
    void what_is_sound_is_answered_at_most_once_a_request_and_a_plain_page_request_is_served() throws IOException {
        List<HttpCorpus.Case> cases =
                HttpCorpus.cases().filter(HttpCorpus.Case::accept).toList();
        assertThat(cases).hasSizeGreaterThan(50);
        int served = 0;
        for (HttpCorpus.Case each : cases) {
            List<Integer> statuses = HttpCorpus.statuses(answer(each));
            assertThat(statuses).as(each.name()).hasSizeLessThanOrEqualTo(Math.max(1, each.messages()));
            if (each.complete()) {
                served++;
                assertThat(statuses).as(each.name()).hasSize(each.messages()).doesNotContain(400);
            }
        }
        assertThat(served).isPositive();
        staysUp();
    }

    /** What is sound before the fault may be answered; the fault is refused at most once, and nothing follows. */
    private static void assertNothingAnsweredBeyond(HttpCorpus.Case each, List<Integer> statuses) {
        long served = statuses.stream().filter(status -> status < 400).count();
        assertThat(served).as(each.name()).isLessThanOrEqualTo(Math.max(1, each.messages()));
        assertThat(statuses.stream().limit(served)).as(each.name()).allMatch(status -> status < 400);
        assertThat(statuses).as(each.name()).hasSizeLessThanOrEqualTo((int) served + 1);
    }

    private void staysUp() throws IOException {
        try (Wire wire = new Wire(paper.port())) {
            assertThat(wire.get("/").status()).isEqualTo(200);
        }
    }

    private String answer(HttpCorpus.Case each) throws IOException {
        try (Wire wire = new Wire(paper.port())) {
            wire.send(each.bytes());
            wire.tryEnd();
            return wire.rest();
        }
    }
}
