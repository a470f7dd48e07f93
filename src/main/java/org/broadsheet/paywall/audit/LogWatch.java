package org.broadsheet.paywall.audit;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Reads along with what this process writes to its log while it is open. */
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Optional<Logger> root;
    private final Consumer<String> line;

    private LogWatch(Optional<Logger> root, Consumer<String> line) {
        this.root = root;
        this.line = line;
    }

    static LogWatch open(Consumer<String> line) {
        Optional<Logger> root = LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger logger
                ? Optional.of(logger)
                : Optional.empty();
        LogWatch watch = new LogWatch(root, line);
        root.ifPresent(logger -> {
            watch.setContext(logger.getLoggerContext());
            watch.start();
            logger.addAppender(watch);
        });
        return watch;
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder said = new StringBuilder(event.getFormattedMessage());
        IThrowableProxy thrown = event.getThrowableProxy();
        while (thrown != null) {
            said.append('\n').append(thrown.getMessage());
            thrown = thrown.getCause();
        }
        line.accept(said.toString());
    }

    @Override
    public void close() {
        root.ifPresent(logger -> logger.detachAppender(this));
        stop();
    }
}
