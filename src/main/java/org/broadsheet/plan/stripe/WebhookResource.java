package org.broadsheet.plan.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.broadsheet.base.Secret;
import org.broadsheet.base.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where Stripe tells us that something has changed: POST {@code /webhooks/stripe}, signed in the header
 * {@code Stripe-Signature} over the bytes as they came. 200 when it has had its effect or needs none, 400 for what Stripe has
 * not signed within five minutes, 413 for what is too large, 503 where Stripe has to tell us again.
 */
@Controller
class WebhookResource {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookResource.class);
    private static final int LARGEST = 512 * 1_024;
    private static final long TOLERANCE_SECONDS = 300;
    private static final int FORGED = 400;
    private static final int NOT_HERE = 404;
    private static final int TOO_LARGE = 413;
    private static final int AGAIN = 503;

    private final Optional<Secret> secret;
    private final News news;
    private final InstantSource clock;

    WebhookResource(Settings settings, News news, InstantSource clock) {
        this.secret = settings.sales().stripeWebhook();
        this.news = news;
        this.clock = clock;
    }

    @PostMapping("/webhooks/stripe")
    ResponseEntity<String> hear(HttpServletRequest request) throws IOException {
        if (secret.isEmpty() || !news.heard()) {
            return answer(NOT_HERE, "this paper has no keys for Stripe");
        }
        byte[] body;
        try (InputStream in = request.getInputStream()) {
            body = in.readNBytes(LARGEST + 1);
        }
        if (body.length > LARGEST) {
            return answer(TOO_LARGE, "too large");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (!signed(text, Optional.ofNullable(request.getHeader("Stripe-Signature")))) {
            return answer(FORGED, "not signed by Stripe within five minutes");
        }
        return switch (news.take(text, clock.instant())) {
            case HEARD -> answer(200, "thank you");
            case UNREADABLE -> answer(FORGED, "no event");
            case LATER -> answer(AGAIN, "please tell us again");
        };
    }

    /** The library compares in constant time, and takes any of several signatures while the secret is being changed. */
    private boolean signed(String body, Optional<String> signature) {
        Clock now = Clock.fixed(clock.instant(), ZoneOffset.UTC);
        try {
            return signature.isPresent()
                    && fresh(signature.get())
                    && Webhook.Signature.verifyHeader(
                            body, signature.get(), secret.orElseThrow().value(), TOLERANCE_SECONDS, now);
        } catch (SignatureVerificationException forged) {
            LOG.debug("a message for Stripe's webhook is not Stripe's: {}", forged.getMessage());
            return false;
        }
    }

    /** The library looks at what is too old only; nothing comes from the future either. */
    private boolean fresh(String signature) {
        return signature.matches(".*\\bt=[0-9]{1,12}\\b.*")
                && Long.parseLong(signature.replaceFirst(".*\\bt=([0-9]{1,12})\\b.*", "$1"))
                        <= clock.instant().getEpochSecond() + TOLERANCE_SECONDS;
    }

    private static ResponseEntity<String> answer(int status, String words) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("Cache-Control", "no-store")
                .body(words + "\n");
    }
}
