package org.broadsheet;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.core.ConsoleAppender;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.base.Settings;
import org.broadsheet.base.SigningSecret;
import org.broadsheet.base.db.DatabaseServer;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Hands the settings to every room as a bean, and to Spring those of them that are its own. What it registers has the names
 * of the beans that would else be made, and so takes their place in a context that was worked out beforehand too.
 */
final class GivenSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private final Settings settings;

    GivenSettings(Settings settings) {
        this.settings = SigningSecret.in(settings);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
        beans.registerSingleton("settings", settings);
        // now, so that PostgreSQL gets ready while Spring does
        DatabaseServer database = DatabaseServer.starting(settings.storage());
        beans.registerSingleton("databaseServer", database);
        beans.registerDisposableBean("databaseServer", database);
        logToStandardError();
        Map<String, Object> server = new HashMap<>();
        server.put("server.port", settings.server().port());
        settings.server().address().ifPresent(address -> server.put("server.address", address));
        server.put(
                "spring.lifecycle.timeout-per-shutdown-phase", settings.server().stopWithin());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", server));
    }

    /** Standard output belongs to what commands answer. */
    private static void logToStandardError() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root
                && root.getAppender("CONSOLE") instanceof ConsoleAppender<?> console
                && !console.getTarget().equals("System.err")) {
            console.stop();
            console.setTarget("System.err");
            console.start();
        }
    }
}
