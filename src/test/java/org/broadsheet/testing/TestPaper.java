package org.broadsheet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.RunningPaper;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.Settings;
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
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private TestPaper(TestDatabase database, RunningPaper paper) {
        this.database = database;
        this.paper = paper;
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
        return new TestPaper(database, RunningPaper.start(Settings.load(Map.of(), all)));
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
        database.close();
    }
}
