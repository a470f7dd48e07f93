package org.broadsheet.wire.push;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.RateLimit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where agencies send: POST {@code /wire/push/{source}}, the document as the body, as {@link Pushers} says. 202 when it is put away,
 * with the hash it is known by, whether it can be read or not; 400 for nothing, 401 for a wrong secret or signature, 413 for more than
 * 16 MB, 429 after many wrong ones from one address.
 */
@Controller
class PushResource {
    private static final int LARGEST = 16 * 1_024 * 1_024;
    private static final int WRONG_A_MINUTE = 60;

    private final Pushers pushers;
    private final InstantSource clock;
    private final Asker asker;
    private final RateLimit wrong;

    PushResource(Pushers pushers, InstantSource clock, Settings settings) {
        this.pushers = pushers;
        this.clock = clock;
        this.asker = new Asker(settings);
        this.wrong = new RateLimit(WRONG_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    @PostMapping("/wire/push/{source}")
    ResponseEntity<String> take(@PathVariable String source, HttpServletRequest request) throws IOException {
        Pushers.Shown shown = new Pushers.Shown(
                Optional.ofNullable(request.getHeader("Authorization")),
                Optional.ofNullable(request.getHeader("Wire-Signature")));
        if (!pushers.mayBe(source, shown, clock.instant())) {
            return notAllowed(request);
        }
        byte[] body;
        try (InputStream in = request.getInputStream()) {
            body = in.readNBytes(LARGEST + 1);
        }
        if (body.length > LARGEST) {
            return answer(413, "{\"error\":\"more than 16 MB\"}");
        }
        if (body.length == 0) {
            return answer(400, "{\"error\":\"nothing was sent; expected the document as the body\"}");
        }
        return switch (pushers.push(source, body, shown, clock.instant())) {
            case Pushers.Pushed.Taken(String sha256, var progress) ->
                answer(
                        202,
                        "{\"id\":\"%s\",\"items\":%d,\"refused\":%d}"
                                .formatted(sha256, progress.added(), progress.refused()));
            case Pushers.Pushed.NotAllowed() -> notAllowed(request);
        };
    }

    private ResponseEntity<String> notAllowed(HttpServletRequest request) {
        if (!wrong.allows(asker.of(request))) {
            return answer(429, "{\"error\":\"too many wrong secrets from this address; come again in a minute\"}");
        }
        return ResponseEntity.status(401)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .header("WWW-Authenticate", "Bearer")
                .body("{\"error\":\"no such sender, or not from it; expected its token or its signature\"}\n");
    }

    private static ResponseEntity<String> answer(int status, String body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(body + "\n");
    }
}
