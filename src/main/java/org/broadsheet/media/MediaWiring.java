package org.broadsheet.media;

import org.broadsheet.media.darkroom.Limits;
import org.broadsheet.media.darkroom.ProcessDarkroom;
import org.broadsheet.media.darkroom.engine.EngineChoice;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The darkroom that the paper uses. */
@Configuration(proxyBeanMethods = false)
class MediaWiring {

    @Bean(destroyMethod = "close")
    ProcessDarkroom darkroom() {
        return new ProcessDarkroom(EngineChoice.BEST, Limits.USUAL);
    }
}
