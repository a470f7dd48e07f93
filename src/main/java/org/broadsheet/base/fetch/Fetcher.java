package org.broadsheet.base.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.broadsheet.base.Network;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Asks other servers by HTTP. Nothing that it meets is thrown: every end of a question is a {@link Fetched}. */
@Component
public class Fetcher implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Names names;
    private final InstantSource clock;
    private final Map<List<Network>, HttpClient> clients = new ConcurrentHashMap<>();

    @Autowired
    Fetcher(InstantSource clock) {
        this(Names.system(), clock);
    }

    public Fetcher(Names names, InstantSource clock) {
        this.names = names;
        this.clock = clock;
    }

    public Fetched get(Question question) {
        try {
            return follow(question);
        } catch (Guard.NotAllowed refused) {
            return new Fetched.NotAllowed(said(refused));
        } catch (IOException failed) {
            return new Fetched.Failed(said(failed), Optional.empty());
        }
    }

    private Fetched follow(Question first) throws IOException {
        Question question = first;
        Instant until = clock.instant().plus(first.patience());
        for (int redirect = 0; redirect <= MOST_REDIRECTS; redirect++) {
            Guard.look(question.address());
            try (InputStreamResponseListener listener = new InputStreamResponseListener()) {
                Response response = ask(question, until, listener);
                Optional<URI> next = next(question.address(), response);
                if (next.isEmpty()) {
                    return read(question, response, listener);
                }
                var _ = response.abort(new IOException("led elsewhere"));
                question = question.at(next.get());
            }
        }
        return new Fetched.Failed("it led elsewhere more than " + MOST_REDIRECTS + " times", Optional.empty());
    }

    private Response ask(Question question, Instant until, InputStreamResponseListener listener) throws IOException {
        long left = Math.max(1, Duration.between(clock.instant(), until).toMillis());
        Request request = client(question.besides())
                .newRequest(question.address())
                .timeout(left, TimeUnit.MILLISECONDS)
                .followRedirects(false);
        request.headers(headers -> {
            question.authorization().ifPresent(value -> headers.put(HttpHeader.AUTHORIZATION, value));
            question.known().entityTag().ifPresent(tag -> headers.put(HttpHeader.IF_NONE_MATCH, tag));
            question.known().lastModified().ifPresent(date -> headers.put(HttpHeader.IF_MODIFIED_SINCE, date));
        });
        request.send(listener);
        try {
            return listener.get(left, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        } catch (TimeoutException slow) {
            var _ = request.abort(slow);
            throw new IOException("no answer in time", slow);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException why ? why : new IOException(said(failed), failed);
        }
    }

    private static Optional<URI> next(URI from, Response response) throws Guard.NotAllowed {
        String location = response.getHeaders().get(HttpHeader.LOCATION);
        boolean moved = switch (response.getStatus()) {
            case 301, 302, 303, 307, 308 -> location != null;
            default -> false;
        };
        if (!moved) {
            return Optional.empty();
        }
        try {
            URI next = from.resolve(location);
            if ("https".equals(from.getScheme()) && "http".equals(next.getScheme())) {
                throw new Guard.NotAllowed("it leads from https to http");
            }
            return Optional.of(next);
        } catch (IllegalArgumentException malformed) {
            throw new Guard.NotAllowed("it leads to what is no address");
        }
    }

    private Fetched read(Question question, Response response, InputStreamResponseListener listener)
            throws IOException {
        int status = response.getStatus();
        if (status == NOT_MODIFIED) {
            return new Fetched.Unchanged();
        }
        if (status != OK) {
            var _ = response.abort(new IOException("not wanted"));
            return new Fetched.Failed("it answered " + status, retryAfter(header(response, HttpHeader.RETRY_AFTER)));
        }
        byte[] body = body(listener, question.mostBytes());
        if (body.length > question.mostBytes()) {
            var _ = response.abort(new IOException("too large"));
            return new Fetched.Failed(
                    "it sent more than " + question.mostBytes() / (1024 * 1024) + " MB", Optional.empty());
        }
        return new Fetched.Here(
                body,
                question.address(),
                new Question.Known(header(response, HttpHeader.ETAG), header(response, HttpHeader.LAST_MODIFIED)),
                header(response, HttpHeader.CONTENT_TYPE),
                header(response, HttpHeader.CONTENT_LANGUAGE));
    }

    /** At most one byte more than is wanted. */
    private static byte[] body(InputStreamResponseListener listener, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream in = listener.getInputStream()) {
            byte[] part = new byte[16 * 1024];
            for (int read = in.read(part); read >= 0 && all.size() <= most; read = in.read(part)) {
                all.write(part, 0, read);
            }
        }
        return all.toByteArray();
    }

    private static Optional<String> header(Response response, HttpHeader name) {
        return Optional.ofNullable(response.getHeaders().getField(name)).map(HttpField::getValue);
    }

    /** Seconds or a date (RFC 9110, 10.2.3), at most a day. */
    private Optional<Duration> retryAfter(Optional<String> header) {
        return header.map(String::strip).flatMap(said -> {
            try {
                Duration wait = said.matches("[0-9]{1,9}")
                        ? Duration.ofSeconds(Long.parseLong(said))
                        : Duration.between(
                                clock.instant(),
                                ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                                        .toInstant());
                return Optional.of(wait)
                        .filter(Duration::isPositive)
                        .map(some -> some.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : some);
            } catch (DateTimeParseException nonsense) {
                return Optional.empty();
            }
        });
    }

    private HttpClient client(List<Network> besides) {
        return clients.computeIfAbsent(besides, allowed -> {
            QueuedThreadPool threads = new QueuedThreadPool(16, 2);
            threads.setName("fetch");
            threads.setDaemon(true);
            HttpClient client = new HttpClient();
            client.setExecutor(threads);
            client.setSocketAddressResolver(new Guard(names, allowed));
            client.setHttpCookieStore(new HttpCookieStore.Empty());
            client.setConnectTimeout(Duration.ofSeconds(10).toMillis());
            client.setIdleTimeout(Duration.ofSeconds(30).toMillis());
            client.setMaxRequestsQueuedPerDestination(64);
            client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Broadsheet"));
            try {
                client.start();
            } catch (Exception broken) {
                throw new IllegalStateException("cannot ask other servers", broken);
            }
            return client;
        });
    }

    private static String said(Throwable failed) {
        String message = failed.getMessage();
        return message == null || message.isBlank() ? failed.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        for (HttpClient client : clients.values()) {
            try {
                client.stop();
            } catch (Exception already) {
                Thread.onSpinWait();
            }
        }
        clients.clear();
    }
}
