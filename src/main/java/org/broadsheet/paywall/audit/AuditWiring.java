package org.broadsheet.paywall.audit;

import org.broadsheet.ops.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the audit does by itself. */
@Configuration(proxyBeanMethods = false)
class AuditWiring {
    /** The night itself is looked up when its time has come: it asks for jobs, which are put together from these. */
    @Bean
    Job leaksAudit(ObjectProvider<Nightly> nightly) {
        return Job.asked(Nightly.JOB, day -> nightly.getObject().night(day));
    }
}
