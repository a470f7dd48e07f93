package org.broadsheet;

import java.util.HashMap;
import java.util.Map;
import org.broadsheet.base.Settings;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Hands the settings to every room as a bean, and to Spring those of them that are its own. */
final class GivenSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Settings settings;

    GivenSettings(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("settings", settings);
        Map<String, Object> server = new HashMap<>();
        server.put("server.port", settings.server().port());
        settings.server().address().ifPresent(address -> server.put("server.address", address));
        server.put(
                "spring.lifecycle.timeout-per-shutdown-phase", settings.server().stopWithin());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", server));
    }
}
