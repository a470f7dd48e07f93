package org.broadsheet.base;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every room may ask for: the time and the settings. */
@Configuration(proxyBeanMethods = false)
class BaseWiring {

    @Bean
    @ConditionalOnMissingBean
    InstantSource instantSource() {
        return InstantSource.system();
    }

    @Bean
    @ConditionalOnMissingBean
    Settings settings() {
        return Settings.load(System.getenv());
    }
}
