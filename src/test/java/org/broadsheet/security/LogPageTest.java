package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.security.Guest.Kind;
import org.broadsheet.security.Sender.From;
import org.broadsheet.story.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** What the log says while people join, sign in, give and fail: at DEBUG, but for the wire itself. */
class LogPageTest {
    private static final Pattern LINK =
            Pattern.compile("/(?:join/confirm|sign-in/link|forgotten|account/email/(?:old|new))/([A-Za-z0-9_-]{20,})");

    /** They write requests and answers down as they are, which docs/security.md says. */
    private static final Map<String, Level> THE_WIRE =
            Map.of("org.eclipse.jetty", Level.INFO, "org.springframework.web", Level.INFO);

    @RegisterExtension
    static final World world = World.start();

    @Test
    void no_password_link_cookie_or_address_of_mail_is_ever_logged() {
        List<String> secrets = new ArrayList<>(List.of(
                World.PASSWORD,
                "not-the-right-password",
                "joiner@paper.example",
                "editor@paper.example",
                "subscriber@paper.example"));
        List<String> lines = listening(() -> secrets.addAll(journey()));
        assertThat(secrets).hasSizeGreaterThan(12);
        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .allSatisfy(line -> assertThat(secrets.stream().filter(line::contains))
                        .as(line)
                        .isEmpty());
    }

    @Test
    void nobody_writes_a_line_of_his_own_into_the_log() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(pattern());
        layout.start();
        List<String> written = new ArrayList<>();
        AppenderBase<ILoggingEvent> appender = appender(event -> written.add(layout.doLayout(event)));
        Logger logger = context.getLogger("org.broadsheet.security");
        logger.addAppender(appender);
        logger.warn("somebody sent {}", "a\r\n23:59:59.999 INFO Payment received\u0085\nx");
        logger.detachAppender(appender);
        assertThat(written).hasSize(1);
        assertThat(written.getFirst().strip().lines()).hasSize(1);
    }

    /** Everything that has a secret in it: those that were sent and those that came back. */
    private static List<String> journey() {
        List<String> secrets = new ArrayList<>();
        Browser browser = new Browser(world.sender());
        browser.post("/join", "email=joiner@paper.example&name=J&way=password&password=" + World.PASSWORD);
        browser.post("/sign-in/link", "email=editor@paper.example");
        browser.post("/forgotten", "email=subscriber@paper.example");
        links().forEach(link -> {
            secrets.add(link.substring(link.lastIndexOf('/') + 1));
            browser.get(link);
            browser.post(link, "password=" + World.PASSWORD);
        });
        String email = world.withPassword(Kind.ANOTHER_SUBSCRIBER);
        Browser other = new Browser(world.sender());
        other.post("/sign-in", "email=" + email + "&password=not-the-right-password");
        HttpResponse<String> in = other.post("/sign-in", "email=" + email + "&password=" + World.PASSWORD);
        in.headers().allValues("Set-Cookie").forEach(cookie -> secrets.addAll(values(cookie)));
        other.get(world.path(Reach.SUBSCRIBERS));
        other.get("/account");
        other.get("/account/security");
        other.post("/account/password", "current=not-the-right-password&password=" + World.PASSWORD + "2");
        other.post("/account/email", "email=elsewhere@paper.example&current=" + World.PASSWORD);
        other.post("/gifts/give", "story=" + world.story(Reach.METERED) + "&note=hello");
        String gift = world.things().in("$gift-link");
        secrets.add(gift.substring(gift.lastIndexOf('/') + 1));
        world.sender()
                .get(gift, Guest.stranger())
                .headers()
                .allValues("Set-Cookie")
                .forEach(cookie -> secrets.addAll(values(cookie)));
        for (Route route : Routes.changing()) {
            world.sender()
                    .post(
                            world.things().in(route.path()),
                            other.guest(),
                            From.HERE,
                            world.things().in(route.body()));
        }
        return secrets;
    }

    private static List<String> values(String cookie) {
        String value = cookie.split(";", 2)[0].replaceFirst("[^=]*=", "");
        return value.length() < 12 ? List.of() : List.of(value, value.substring(value.lastIndexOf('.') + 1));
    }

    private static List<String> links() {
        List<String> links = new ArrayList<>();
        List<String> mails = world.paper()
                .database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select words from base.mail")
                        .mapTo(String.class)
                        .list());
        for (String words : mails) {
            Matcher found = LINK.matcher(words);
            while (found.find()) {
                links.add(found.group());
            }
        }
        assertThat(links).hasSizeGreaterThanOrEqualTo(3);
        return links;
    }

    private static String pattern() {
        return world.paper()
                .door(org.springframework.core.env.Environment.class)
                .getRequiredProperty("logging.pattern.console")
                .replace("%wEx", "%ex");
    }

    private interface Hears {
        void hear(ILoggingEvent event);
    }

    private static AppenderBase<ILoggingEvent> appender(Hears hears) {
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                hears.hear(event);
            }
        };
        appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        appender.start();
        return appender;
    }

    private static List<String> listening(Runnable work) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> appender = appender(event -> lines.add(event.getLoggerName() + " " + said(event)));
        Level rootBefore = root.getLevel();
        Logger ours = context.getLogger("org.broadsheet");
        Level oursBefore = ours.getLevel();
        root.addAppender(appender);
        root.setLevel(Level.DEBUG);
        ours.setLevel(Level.TRACE);
        THE_WIRE.forEach((name, level) -> context.getLogger(name).setLevel(level));
        try {
            work.run();
        } finally {
            root.detachAppender(appender);
            root.setLevel(rootBefore);
            ours.setLevel(oursBefore);
            THE_WIRE.keySet().forEach(name -> context.getLogger(name).setLevel(null));
        }
        return List.copyOf(lines);
    }

    private static String said(ILoggingEvent event) {
        StringBuilder said = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
            said.append('\n').append(at.getClassName()).append(": ").append(at.getMessage());
        }
        return said.append(event.getMDCPropertyMap()).toString();
    }
}
