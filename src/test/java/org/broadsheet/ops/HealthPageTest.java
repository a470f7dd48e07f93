package org.broadsheet.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HealthPageTest {

    @RegisterExtension
    static final TestPaper paper = TestPaper.start();

    @Test
    void a_paper_that_runs_is_alive_and_ready() {
        assertThat(paper.get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = paper.get("/health/ready");
        assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        assertThat(ready.body()).contains("\"database\":\"ok\"", "\"migrations\":\"ok\"", "\"changes\":\"ok\"");
    }

    @Test
    void every_answer_has_a_request_id_and_a_well_formed_one_is_kept() {
        assertThat(paper.get("/health/live").headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[a-z0-9]{10}"));
        assertThat(withHeader("X-Request-Id", "edge-7f3a.12345").headers().firstValue("X-Request-Id"))
                .contains("edge-7f3a.12345");
        assertThat(withHeader("X-Request-Id", "<b>no</b> id").headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[a-z0-9]{10}"));
    }

    @Test
    void every_answer_tells_browsers_what_not_to_do() {
        HttpResponse<String> answer = paper.get("/no-such-page-anywhere");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
    }

    @Test
    void metrics_are_there_for_neighbours_and_not_for_the_world() {
        HttpResponse<String> near = withPath("/metrics", "X-Nothing", "x");
        assertThat(near.statusCode()).isEqualTo(200);
        assertThat(near.body()).contains("jvm_memory_used_bytes", "hikaricp_connections");
        assertThat(withPath("/metrics", "X-Forwarded-For", "203.0.113.9").statusCode())
                .isEqualTo(404);
        assertThat(paper.get("/actuator").statusCode()).isEqualTo(404);
        assertThat(paper.get("/actuator/health").statusCode()).isEqualTo(404);
    }

    @Test
    void a_metrics_token_opens_and_its_absence_closes() throws Exception {
        try (TestPaper guarded = TestPaper.start(Map.of("METRICS_TOKEN", "a-token-for-metrics"))) {
            assertThat(guarded.get("/metrics").statusCode()).isEqualTo(404);
            HttpRequest with = HttpRequest.newBuilder(guarded.at("/metrics"))
                    .header("Authorization", "Bearer a-token-for-metrics")
                    .build();
            assertThat(guarded.send(with).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_stop_finishes_the_requests_in_flight_and_a_paper_without_its_database_is_not_ready() throws Exception {
        TestPaper stopping = TestPaper.start(Map.of("DATABASE_CONNECTIONS", "2"));
        DataSource pool = stopping.door(DataSource.class);
        List<Connection> held = new ArrayList<>(List.of(pool.getConnection(), pool.getConnection()));
        HttpResponse<String> starved = stopping.get("/health/ready");
        assertThat(starved.statusCode()).isEqualTo(503);
        assertThat(starved.body()).contains("no answer within 2 s");

        CompletableFuture<HttpResponse<String>> inFlight =
                CompletableFuture.supplyAsync(() -> stopping.get("/health/ready"));
        Thread.sleep(500);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(stopping::stopPaper);
        Thread.sleep(300);
        for (Connection connection : held) {
            connection.close();
        }
        assertThat(inFlight.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        stop.get(60, TimeUnit.SECONDS);
        stopping.close();
    }

    private static HttpResponse<String> withHeader(String name, String value) {
        return withPath("/health/live", name, value);
    }

    private static HttpResponse<String> withPath(String path, String name, String value) {
        return paper.send(
                HttpRequest.newBuilder(paper.at(path)).header(name, value).build());
    }
}
