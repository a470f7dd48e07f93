package org.broadsheet.paywall.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.atomic.AtomicLong;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Settings;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.ops.Jobs;
import org.broadsheet.paywall.proof.OpenTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Audits the paper every night, on one node, by that node's own loopback address: as a job named after the day, which asks
 * for the next day's. A night that the paper slept through is left out rather than made up for in the morning.
 */
@Component
class Nightly {
    static final String JOB = "leaks.audit";

    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final LocalTime HOUR = LocalTime.of(3, 30);
    private static final Duration NIGHT = Duration.ofHours(3);
    private static final int MOST = 10_000;
    private static final Duration WITHIN = Duration.ofMinutes(30);

    private final Leaks leaks;
    private final OpenTexts openTexts;
    private final Jobs jobs;
    private final AuditLog auditLog;
    private final Surroundings around;
    private final AtomicLong found = new AtomicLong();
    private final AtomicLong audited = new AtomicLong();

    /** What tells the night from the day, and where the paper answers. */
    @Component
    record Surroundings(Settings settings, InstantSource clock, Environment environment, MeterRegistry metrics) {}

    Nightly(Leaks leaks, OpenTexts openTexts, Jobs jobs, AuditLog auditLog, Surroundings around) {
        this.leaks = leaks;
        this.openTexts = openTexts;
        this.jobs = jobs;
        this.auditLog = auditLog;
        this.around = around;
        Gauge.builder("broadsheet.leaks.found", found, AtomicLong::get)
                .description("Leaks of guarded text that the last nightly audit of this node found")
                .register(around.metrics());
        Gauge.builder("broadsheet.leaks.audited", audited, AtomicLong::get)
                .description("When this node's last nightly audit ended, in seconds since 1970; 0 before the first")
                .baseUnit("seconds")
                .register(around.metrics());
    }

    @EventListener
    void begin(ApplicationReadyEvent ready) {
        plan(next(around.clock().instant()));
    }

    /** Of the day that the job is named after; whatever happens, the next one is asked for. */
    void night(String day) {
        Instant now = around.clock().instant();
        Instant due = at(LocalDate.parse(day));
        plan(next(now));
        if (now.isAfter(due.plus(NIGHT))) {
            LOG.info("the audit of {} was slept through; the next one is tonight", day);
            return;
        }
        try {
            audit(Scope.of(address()).bounded(MOST, WITHIN, 1));
        } catch (RuntimeException failed) {
            LOG.error("the nightly audit for leaks could not be done", failed);
        }
    }

    /** Now, within these bounds. */
    Report audit(Scope scope) {
        openTexts.complete();
        Report report = leaks.look(scope, () -> {});
        String note = report.isClean()
                ? "no leak in " + report.responses() + " responses"
                : report.leaks().size() + " leaks in " + report.responses() + " responses";
        Instant now = around.clock().instant();
        auditLog.write(new AuditLog.Entry(now, Actor.PAPER, "audited", "leaks", note));
        found.set(report.leaks().size());
        audited.set(now.getEpochSecond());
        report.leaks()
                .forEach(leak -> LOG.error(
                        "leak of guarded text: {} {}, sent to {}, text of {}",
                        leak.kind(),
                        leak.address(),
                        leak.reader(),
                        leak.story()));
        LOG.info("audited for leaks: {}, {} ms", note, report.millis());
        return report;
    }

    private void plan(LocalDate day) {
        jobs.at(at(day), JOB, day.toString());
    }

    private LocalDate next(Instant now) {
        LocalDate today = now.atZone(around.settings().zone()).toLocalDate();
        return now.isBefore(at(today)) ? today : today.plusDays(1);
    }

    private Instant at(LocalDate day) {
        return day.atTime(HOUR).atZone(around.settings().zone()).toInstant();
    }

    URI address() {
        String host = around.settings().server().address().orElse("127.0.0.1");
        String bare = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        String port = around.environment().getRequiredProperty("local.server.port");
        return URI.create("http://" + (bare.contains(":") ? "[" + bare + "]" : bare) + ":" + port + "/");
    }
}
