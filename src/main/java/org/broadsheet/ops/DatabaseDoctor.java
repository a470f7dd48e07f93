package org.broadsheet.ops;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.base.db.Requirements;
import org.broadsheet.base.postgres.EmbeddedPostgres;

/** The part of the examination that needs the database: its version, its clock, its secret shared by nodes. */
final class DatabaseDoctor {

    private static final Duration SKEW = Duration.ofSeconds(2);

    private final Settings settings;

    DatabaseDoctor(Settings settings) {
        this.settings = settings;
    }

    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        if (settings.storage().database().isPresent()) {
            findings.addAll(ask("of your own", settings.storage().database().get()));
            if (settings.secrets().signing().isEmpty()) {
                findings.add(Finding.advice(
                        "Secret",
                        "this node signs with a secret of its own",
                        "Set the same BROADSHEET_SECRET on every node that shares the database."));
            }
            return findings;
        }
        Optional<DatabaseUrl> running = EmbeddedPostgres.running(settings.data());
        if (running.isPresent()) {
            return ask("embedded, in use by a Broadsheet that runs now", running.get());
        }
        if (!Files.exists(settings.data().resolve("postgres"))) {
            findings.add(Finding.well("Database", "embedded; it will be made at the first start"));
            findings.add(clock(Instant.now()));
            return findings;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(settings.data())) {
            return ask("embedded", postgres.url());
        } catch (CommandFailure failure) {
            return List.of(trouble(failure), clock(Instant.now()));
        }
    }

    private List<Finding> ask(String which, DatabaseUrl url) {
        try {
            Requirements.met(url);
        } catch (CommandFailure failure) {
            return List.of(trouble(failure), clock(Instant.now()));
        }
        try (Connection connection = DriverManager.getConnection(
                        url.jdbc(), url.user(), url.password().value());
                Statement statement = connection.createStatement();
                ResultSet answer =
                        statement.executeQuery("select current_setting('server_version'), clock_timestamp()")) {
            answer.next();
            return List.of(
                    Finding.well("Database", which + ", PostgreSQL " + answer.getString(1)),
                    clock(answer.getTimestamp(2).toInstant()));
        } catch (SQLException e) {
            return List.of(
                    Finding.trouble("Database", which + ", does not answer: " + e.getMessage(), "Look at its log."));
        }
    }

    private Finding clock(Instant database) {
        Instant here = Instant.now();
        Duration skew = Duration.between(database, here).abs();
        if (skew.compareTo(SKEW) > 0) {
            return Finding.trouble(
                    "Clock",
                    "this machine and the database differ by " + skew.toSeconds() + " s",
                    "Let both set their clocks by NTP.");
        }
        ZonedDateTime now = here.atZone(settings.zone());
        return Finding.well(
                "Clock",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(now) + " in the paper's zone, "
                        + settings.zone());
    }

    private static Finding trouble(CommandFailure failure) {
        return Finding.trouble("Database", Objects.requireNonNullElse(failure.getMessage(), ""), failure.advice());
    }
}
