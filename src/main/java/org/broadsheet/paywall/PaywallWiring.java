package org.broadsheet.paywall;

import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import org.broadsheet.base.Settings;
import org.broadsheet.ops.Job;
import org.broadsheet.paywall.meter.MeterReadings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the paywall does by itself. */
@Configuration(proxyBeanMethods = false)
class PaywallWiring {

    /** What was read in a month that is over is nobody's business any more. */
    @Bean
    Job oldMeters(MeterReadings readings, Settings settings, InstantSource clock) {
        return Job.every(
                Duration.ofHours(24),
                "paywall.old-meters",
                () -> readings.purge(YearMonth.from(clock.instant().atZone(settings.zone()))));
    }
}
