package org.broadsheet.paywall.audit.crawl;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Asks the paper for one address and unpacks the answer. Redirects are surfaces of their own and not followed here. */
public final class Fetch implements AutoCloseable {
    private static final int LONGEST = 16_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern NO_TEXT = Pattern.compile("(?:image/(?!svg)|font/|audio/|video/).*");

    private final URI at;
    private final HttpClient client;

    /** @param at the paper's address, such as {@code http://127.0.0.1:8080/} */
    public Fetch(URI at) {
        this.at = at;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        Brotli4jLoader.ensureAvailability();
    }

    public URI at() {
        return at;
    }

    /** @throws IOException where the paper does not answer, or with more than 16 MB */
    public Sent get(Identity identity, String address, Way way) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(trimmed() + address)).timeout(PATIENCE);
        try {
            HttpResponse<InputStream> answer =
                    client.send(way.on(request, identity).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LONGEST + 1);
                if (bytes.length > LONGEST) {
                    throw new IOException("more than " + LONGEST + " bytes");
                }
                return sent(answer, bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private String trimmed() {
        String base = at.toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    private static Sent sent(HttpResponse<?> answer, byte[] bytes) throws IOException {
        String headers = answer.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                .collect(Collectors.joining("\n"));
        boolean text =
                !NO_TEXT.matcher(header(answer, "Content-Type").orElse("")).matches();
        String body = text ? new String(unpacked(answer, bytes), StandardCharsets.UTF_8) : "";
        return new Sent(
                answer.statusCode(),
                headers,
                String.join(", ", answer.headers().allValues("Cache-Control")),
                body,
                bytes.length,
                header(answer, "Location").orElse(""));
    }

    private static byte[] unpacked(HttpResponse<?> answer, byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return bytes;
        }
        return switch (header(answer, "Content-Encoding").orElse("")) {
            case "br" -> all(new BrotliInputStream(new ByteArrayInputStream(bytes)));
            case "gzip" -> all(new GZIPInputStream(new ByteArrayInputStream(bytes)));
            default -> bytes;
        };
    }

    private static byte[] all(InputStream packed) throws IOException {
        try (packed) {
            return packed.readNBytes(LONGEST);
        }
    }

    private static Optional<String> header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name);
    }
}
