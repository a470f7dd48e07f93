package org.broadsheet.reader.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** Asks a provider, within limits: so long, so much, no redirects, and only where {@link Endpoints} allows. */
final class Asking implements ResourceRetriever {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_BYTES = 256 * 1024;

    private final HttpClient client;
    private final Endpoints endpoints;

    Asking(Endpoints endpoints) {
        this.endpoints = endpoints;
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        HttpResponse<String> answer = answer(HttpRequest.newBuilder(endpoints.asked(URI.create(url.toString())))
                .header("Accept", "application/json"));
        if (answer.statusCode() != 200) {
            throw new IOException(url + " answered " + answer.statusCode());
        }
        return new Resource(
                answer.body(), answer.headers().firstValue("Content-Type").orElse("application/json"));
    }

    /** A request of the SDK, answered. */
    HTTPResponse send(HTTPRequest request) throws IOException {
        HttpRequest.Builder asked = HttpRequest.newBuilder(endpoints.asked(request.getURI()));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> asked.header(name, value)));
        asked.method(
                request.getMethod().name(),
                HttpRequest.BodyPublishers.ofString(Objects.requireNonNullElse(request.getBody(), "")));
        HttpResponse<String> answer = answer(asked);
        HTTPResponse read = new HTTPResponse(answer.statusCode());
        answer.headers().firstValue("Content-Type").ifPresent(type -> read.setHeader("Content-Type", type));
        read.setBody(answer.body());
        return read;
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(
                    request.timeout(PATIENCE).build(),
                    BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MOST_BYTES));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
