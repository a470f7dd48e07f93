package org.broadsheet.site;

import org.broadsheet.base.Settings;
import org.broadsheet.base.asset.Assets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rooms of the public paper share. */
@Configuration(proxyBeanMethods = false)
class SiteWiring {

    @Bean
    Assets assets(Settings settings) {
        return Assets.of(settings.paper().name());
    }
}
