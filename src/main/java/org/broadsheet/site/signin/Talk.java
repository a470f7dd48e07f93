package org.broadsheet.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.RateLimit;
import org.broadsheet.reader.Known;
import org.broadsheet.site.request.Asking;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the paper talks with its own scripts: JSON both ways, to its own pages only, within limits. */
@Component
class Talk {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int FORBIDDEN = 403;
    private static final int SIGNED_OUT = 401;
    private static final int TOO_MANY = 429;
    private static final int PER_MINUTE = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Asking asking;
    private final Doorway doorway;
    private final Asker asker;
    private final RateLimit limit;

    Talk(Asking asking, Doorway doorway, Asker asker, InstantSource clock) {
        this.asking = asking;
        this.doorway = doorway;
        this.asker = asker;
        this.limit = new RateLimit(PER_MINUTE, Duration.ofMinutes(1), clock);
    }

    /**
     * What a script sends.
     *
     * @param answer of the authenticator, as JSON
     */
    record Answer(String ticket, String answer, String name, String to) {}

    Instant now() {
        return asking.now();
    }

    String say(String key, Object... facts) {
        return doorway.texts().say(key, facts);
    }

    ResponseEntity<byte[]> with(HttpServletRequest request, Supplier<ResponseEntity<byte[]>> answer) {
        boolean json = Optional.ofNullable(request.getContentType())
                .filter(type -> type.startsWith(MediaType.APPLICATION_JSON_VALUE))
                .isPresent();
        if (!json || !asking.sentFromHere(request)) {
            return problem(FORBIDDEN, "security.elsewhere");
        }
        return limit.allows(asker.of(request)) ? answer.get() : problem(TOO_MANY, "passkey.too-often");
    }

    ResponseEntity<byte[]> withReader(HttpServletRequest request, Function<Known, ResponseEntity<byte[]>> answer) {
        return with(
                request,
                () -> asking.known(request).map(answer).orElseGet(() -> problem(SIGNED_OUT, "security.signed-out")));
    }

    /** Sends others to the page where one shows who one is; and whoever may not set up a way in here is told so. */
    ResponseEntity<byte[]> withFreshReader(HttpServletRequest request, Function<Known, ResponseEntity<byte[]>> answer) {
        return withReader(request, known -> {
            if (!doorway.isFresh(known)) {
                return onward(Asking.onward("/account/confirm?to=%2Faccount%2Fsecurity"));
            }
            return doorway.enrols(known) ? answer.apply(known) : problem(FORBIDDEN, "security.owed.closed");
        });
    }

    /** @throws UncheckedIOException where the browser has gone */
    Answer read(HttpServletRequest request) {
        try {
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES);
            JsonNode said = JSON.readTree(body);
            return new Answer(
                    said.path("ticket").asString(""),
                    said.path("answer").toString(),
                    said.path("name").asString(""),
                    said.path("to").asString("/"));
        } catch (JacksonException unreadable) {
            return new Answer("", "{}", "", "/");
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    ResponseEntity<byte[]> problem(int status, String key, Object... facts) {
        return json(status, Map.of("problem", say(key, facts)), Optional.empty());
    }

    /** A redirect as a script can follow it: its cookies, and where to. */
    ResponseEntity<byte[]> onward(ResponseEntity<byte[]> redirect) {
        URI to = Objects.requireNonNull(redirect.getHeaders().getLocation());
        return json(200, Map.of("to", to.toString()), Optional.of(redirect));
    }

    ResponseEntity<byte[]> json(int status, Map<String, Object> answer, Optional<ResponseEntity<byte[]>> cookies) {
        List<String> set = cookies.map(from -> from.getHeaders().getOrEmpty(HttpHeaders.SET_COOKIE))
                .orElse(List.of());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .headers(headers -> set.forEach(cookie -> headers.add(HttpHeaders.SET_COOKIE, cookie)))
                .body(JSON.writeValueAsBytes(answer));
    }
}
