package org.broadsheet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.RunningPaper;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The whole paper on a free port of loopback, with a fresh database:
 * <pre>{@code
 * @RegisterExtension
 * static final TestPaper paper = TestPaper.start();
 * }</pre>
 */
public final class TestPaper implements AfterAllCallback, AutoCloseable {

    private final TestDatabase database;
    private final RunningPaper paper;
    private final Map<String, String> settings;
    private final AutoCloseable last;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** @param last what to close when the paper has stopped */
    private TestPaper(TestDatabase database, Map<String, String> settings, AutoCloseable last) {
        this.database = database;
        this.settings = settings;
        this.last = last;
        this.paper = RunningPaper.start(Settings.load(Map.of(), settings));
    }

    public static TestPaper start() {
        return start(Map.of());
    }

    /** With settings of the test's own: {@code "ZONE" -> "Asia/Jakarta"}. */
    public static TestPaper start(Map<String, String> settings) {
        TestDatabase database = TestDatabase.fresh();
        DatabaseUrl url = database.url();
        Map<String, String> all = new HashMap<>(Map.of(
                "PORT", "0",
                "ADDRESS", "127.0.0.1",
                "DATA", "target/test-data",
                "DATABASE_CONNECTIONS", "6",
                "SECRET", "a secret that only the tests know of",
                "DATABASE_URL",
                        url.jdbc() + (url.jdbc().contains("?") ? "&" : "?") + "user=" + url.user() + "&password="
                                + url.password().value()));
        all.putAll(settings);
        return new TestPaper(database, all, database);
    }

    /** With its real port in its own address, for tests in which somebody is sent away and comes back. */
    public static TestPaper startAtItsAddress(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        for (int tries = 0; ; tries++) {
            try (ServerSocket free = new ServerSocket(0)) {
                all.put("PORT", Integer.toString(free.getLocalPort()));
            } catch (IOException none) {
                throw new UncheckedIOException(none);
            }
            try {
                return start(all);
            } catch (CommandFailure takenMeanwhile) {
                if (tries == 20) {
                    throw takenMeanwhile;
                }
            }
        }
    }

    /** Another node of the same paper: connections, memory and a port of its own, and this one's database. */
    public TestPaper anotherNode() {
        return new TestPaper(database, settings, () -> {});
    }

    /** {@code /path} to its whole address. */
    public URI at(String path) {
        return URI.create(paper.address()).resolve(path);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public <T> T door(Class<T> type) {
        return paper.door(type);
    }

    /** Stops the paper as a signal would; its database stays for {@link #close()}. */
    public void stopPaper() {
        paper.close();
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        close();
    }

    @Override
    public void close() throws Exception {
        client.close();
        paper.close();
        last.close();
    }
}
