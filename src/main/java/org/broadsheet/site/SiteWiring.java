package org.broadsheet.site;

import java.util.List;
import org.broadsheet.base.Settings;
import org.broadsheet.site.assembly.MostRead;
import org.broadsheet.site.asset.Assets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rooms of the public paper share. */
@Configuration(proxyBeanMethods = false)
class SiteWiring {

    @Bean
    Assets assets(Settings settings) {
        return Assets.of(settings.paper().name());
    }

    @Bean
    @ConditionalOnMissingBean
    MostRead mostRead() {
        return List::of;
    }
}
