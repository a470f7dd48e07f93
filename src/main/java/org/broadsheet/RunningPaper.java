package org.broadsheet;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.command.OpenedPaper;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** A paper that has been started and takes readers, until it is stopped. */
public final class RunningPaper implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final CountDownLatch closed = new CountDownLatch(1);

    private RunningPaper(ConfigurableApplicationContext context) {
        this.context = context;
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> closed.countDown());
    }

    /** {@code said} ({@code "PORT" -> "8080"}) beats the environment and {@code broadsheet.yaml}. */
    public static RunningPaper start(Map<String, String> said) {
        return start(OpenedPaper.settings(said));
    }

    public static RunningPaper start(Settings settings) {
        SpringApplication application = Wired.application();
        application.addInitializers(new GivenSettings(settings));
        if (settings.operations().logFormat() == Settings.LogFormat.JSON) {
            application.setDefaultProperties(Map.of("logging.structured.format.console", "logstash"));
        }
        try {
            return new RunningPaper(application.run());
        } catch (RuntimeException thrown) {
            throw explained(thrown);
        }
    }

    public String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/";
    }

    /** A door of the running paper, for tests and for commands that work on it. */
    public <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    /** Returns when something has stopped the paper; a signal ends the process itself. */
    int stay() throws InterruptedException {
        closed.await();
        return 0;
    }

    @Override
    public void close() {
        context.close();
    }

    private static RuntimeException explained(RuntimeException thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof PortInUseException taken) {
                return new CommandFailure(
                        "port " + taken.getPort() + " is taken by another program.",
                        "Stop that program, or choose another port with --port " + (taken.getPort() + 1) + ".",
                        thrown);
            }
        }
        return thrown;
    }
}
