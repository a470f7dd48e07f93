package org.broadsheet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How Stripe talks: its objects, its forms, its signatures. */
public final class StripeTalk {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FIXTURES = Path.of("../shared/corpus/stripe/fixtures3");

    static final String PAGE = "<!doctype html><html lang=en><title>Pay</title><main><h1>The payment provider</h1>"
            + "<form method=post><button>Pay</button></form></main>";

    private StripeTalk() {}

    /** One of the provider's objects as its fixtures have it. */
    public static ObjectNode fixture(String name) {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(FIXTURES.resolve(name + ".json")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The header {@code Stripe-Signature}, by the documented scheme: HMAC-SHA-256 of time, dot and body. */
    public static String sign(String body, Instant at, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal((at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String error(String message) {
        ObjectNode error = JSON.createObjectNode();
        error.putObject("error").put("type", "invalid_request_error").put("message", message);
        return error.toString();
    }

    /** A subscription after what the paper asks of it. */
    static ObjectNode updated(ObjectNode subscription, Map<String, String> fields) {
        if (fields.containsKey("cancel_at_period_end")) {
            boolean leaving = fields.get("cancel_at_period_end").equals("true");
            subscription.put("cancel_at_period_end", leaving);
            if (leaving) {
                subscription.put("canceled_at", Instant.now().getEpochSecond());
            } else {
                subscription.putNull("canceled_at");
            }
        }
        if (fields.containsKey("metadata[plan]")) {
            ((ObjectNode) subscription.get("metadata")).put("plan", fields.get("metadata[plan]"));
        }
        return subscription;
    }

    static ObjectNode ended(ObjectNode subscription) {
        return subscription
                .deepCopy()
                .put("status", "canceled")
                .put("canceled_at", Instant.now().getEpochSecond())
                .put("ended_at", Instant.now().getEpochSecond());
    }

    /** Whether it is a subscription that this customer pays for, which ends with them. */
    static boolean isOf(ObjectNode thing, String customer) {
        return thing.path("object").asString("").equals("subscription")
                && thing.path("customer").asString("").equals(customer)
                && !thing.path("status").asString("").equals("canceled");
    }

    static String deleted(String customer) {
        return JSON.createObjectNode()
                .put("id", customer)
                .put("object", "customer")
                .put("deleted", true)
                .toString();
    }

    static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.isEmpty() ? new String[0] : body.split("&")) {
            int equals = pair.indexOf('=');
            fields.put(
                    URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }
}
