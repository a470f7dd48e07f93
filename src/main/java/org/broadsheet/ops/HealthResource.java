package org.broadsheet.ops;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Secret;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.Asker;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * For load balancers and monitors. {@code /metrics} is not there for the world: it answers whoever sends METRICS_TOKEN as
 * a bearer token; without that setting, loopback and private networks.
 */
@RestController
class HealthResource {

    private static final MediaType PROMETHEUS = MediaType.parseMediaType("text/plain; version=0.0.4; charset=utf-8");

    private final Health health;
    private final PrometheusMeterRegistry metrics;
    private final Asker asker;
    private final Optional<Secret> token;

    HealthResource(Health health, PrometheusMeterRegistry metrics, Asker asker, Settings settings) {
        this.health = health;
        this.metrics = metrics;
        this.asker = asker;
        this.token = settings.operations().metricsToken();
    }

    /** The process answers; nothing is asked of anybody else, since a restart would not mend that. */
    @GetMapping(value = "/health/live", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> live() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("status", "ok"));
    }

    @GetMapping(value = "/health/ready", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> ready() {
        Health.Report report = health.report();
        Map<String, String> body = new LinkedHashMap<>();
        body.put("status", report.ready() ? "ok" : "not ready");
        body.putAll(report.parts());
        return ResponseEntity.status(report.ready() ? 200 : 503)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    @GetMapping("/metrics")
    ResponseEntity<String> metrics(HttpServletRequest request) {
        if (!mayRead(request)) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(PROMETHEUS)
                .cacheControl(CacheControl.noStore())
                .body(metrics.scrape());
    }

    private boolean mayRead(HttpServletRequest request) {
        if (token.isEmpty()) {
            return asker.isNear(request);
        }
        String given = request.getHeader("Authorization");
        return given != null && same(given, "Bearer " + token.get().value());
    }

    /** In time that does not tell how much of it was right. */
    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
