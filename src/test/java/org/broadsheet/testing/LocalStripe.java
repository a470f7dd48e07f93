package org.broadsheet.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A payment provider on loopback that speaks Stripe's HTTP as far as the paper uses it: form-encoded questions, answers in
 * the shape of Stripe's own fixtures (the corpus), idempotency keys, a page with a button to pay, signed messages.
 */
public final class LocalStripe implements AfterAllCallback, AutoCloseable {
    public static final String KEY = "sk_test_of_the_local_provider";
    public static final String WEBHOOK_SECRET = "whsec_of_the_local_provider";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final Map<String, ObjectNode> things = new ConcurrentHashMap<>();
    private final Map<String, String> once = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean down;

    public LocalStripe() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** What a paper that sells by it is started with. */
    public Map<String, String> settings() {
        return Map.of("STRIPE_KEY", KEY, "STRIPE_WEBHOOK_SECRET", WEBHOOK_SECRET, "STRIPE_API", address());
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on it breaks every connection off, or answers again. */
    public void down(boolean broken) {
        down = broken;
    }

    /** How many questions it has been asked. */
    public int asked() {
        return asked.get();
    }

    /** A subscription that began then, paid for a month from there. */
    public String subscribed(String reader, String plan, Instant began) {
        String id = "sub_local" + count.incrementAndGet();
        ObjectNode made = StripeTalk.fixture("subscription");
        for (String empty :
                new String[] {"cancel_at", "canceled_at", "ended_at", "trial_end", "trial_start", "pause_collection"}) {
            made.putNull(empty);
        }
        made.put("id", id)
                .put("status", "active")
                .put("cancel_at_period_end", false)
                .put("customer", "cus_of_" + reader);
        made.put("start_date", began.getEpochSecond()).put("created", began.getEpochSecond());
        ((ObjectNode) made.get("metadata")).put("reader", reader).put("plan", plan);
        ObjectNode item = (ObjectNode) made.get("items").get("data").get(0);
        item.put("current_period_start", began.getEpochSecond());
        item.put("current_period_end", began.plusSeconds(30 * 86_400L).getEpochSecond());
        things.put(id, made);
        return id;
    }

    /** Something happens to one of its objects. */
    public void change(String id, UnaryOperator<ObjectNode> change) {
        things.computeIfPresent(id, (_, thing) -> change.apply(thing.deepCopy()));
    }

    public void forget(String id) {
        things.remove(id);
    }

    /** As when somebody chooses another price in the customer portal. */
    public void moves(String subscription, String price) {
        ObjectNode other = Objects.requireNonNull(things.get(price), price);
        change(subscription, it -> {
            ((ObjectNode) it.get("items").get("data").get(0)).set("price", other);
            return it;
        });
    }

    /** A price that the operator makes there by hand, like another but for the amount; its name. */
    public String priceLike(String price, long amount) {
        String id = "price_by_hand" + count.incrementAndGet();
        things.put(
                id,
                Objects.requireNonNull(things.get(price), price)
                        .deepCopy()
                        .put("id", id)
                        .put("unit_amount", amount));
        return id;
    }

    /** The subscription that was paid for. */
    public String boughtBy(String session) {
        return thing(session).replaceFirst("(?s).*\"subscription\":\"([^\"]+)\".*", "$1");
    }

    public String status(String subscription) {
        return Objects.requireNonNull(things.get(subscription), subscription)
                .get("status")
                .asString();
    }

    /** What it would post of an object as it is now. */
    public String event(String id, String type, String thing) {
        ObjectNode event = StripeTalk.fixture("event");
        event.put("id", id).put("type", type).put("created", Instant.now().getEpochSecond());
        ((ObjectNode) event.get("data")).set("object", things.get(thing));
        return event.toString();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (down) {
                return;
            }
            String path = exchange.getRequestURI().getPath();
            Map<String, String> fields =
                    StripeTalk.form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (path.startsWith("/pay/")) {
                pay(exchange, path.substring("/pay/".length()));
                return;
            }
            if (path.equals("/favicon.ico")) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            asked.incrementAndGet();
            if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, StripeTalk.error("no such key"));
                return;
            }
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            String what = exchange.getRequestMethod() + " " + path;
            String said = key == null || exchange.getRequestMethod().equals("GET")
                    ? talk(what, fields)
                    : once.computeIfAbsent(key, _ -> talk(what, fields));
            send(
                    exchange,
                    said.isEmpty() ? 404 : 200,
                    said.isEmpty() ? StripeTalk.error("No such thing: " + path) : said);
        }
    }

    /** Empty where there is no such thing. */
    private String talk(String what, Map<String, String> fields) {
        String last = what.substring(what.lastIndexOf('/') + 1);
        return switch (what.replaceFirst("/((sub|cs|cus)_[A-Za-z0-9_]+)$", "/ID")) {
            case "POST /v1/prices" -> price(fields).toString();
            case "POST /v1/checkout/sessions" -> session(fields).toString();
            case "POST /v1/billing_portal/sessions" ->
                JSON.createObjectNode()
                        .put("id", "bps_local")
                        .put("object", "billing_portal.session")
                        .put("url", fields.get("return_url"))
                        .toString();
            case "GET /v1/checkout/sessions/ID", "GET /v1/subscriptions/ID" -> thing(last);
            case "GET /v1/subscriptions" -> list();
            case "POST /v1/subscriptions/ID" -> {
                change(last, subscription -> StripeTalk.updated(subscription, fields));
                Optional.ofNullable(fields.get("items[0][price]")).ifPresent(price -> moves(last, price));
                yield thing(last);
            }
            case "DELETE /v1/subscriptions/ID" -> {
                change(last, StripeTalk::ended);
                yield thing(last);
            }
            case "DELETE /v1/customers/ID" -> {
                things.replaceAll((_, thing) -> StripeTalk.isOf(thing, last) ? StripeTalk.ended(thing) : thing);
                yield StripeTalk.deleted(last);
            }
            default -> "";
        };
    }

    private String thing(String id) {
        return things.containsKey(id) ? things.get(id).toString() : "";
    }

    private String list() {
        ObjectNode list = JSON.createObjectNode()
                .put("object", "list")
                .put("has_more", false)
                .put("url", "/v1/subscriptions");
        ArrayNode data = list.putArray("data");
        things.values().stream()
                .filter(each -> each.get("object").asString().equals("subscription"))
                .forEach(data::add);
        return list.toString();
    }

    private ObjectNode price(Map<String, String> fields) {
        ObjectNode price = StripeTalk.fixture("price");
        price.put("id", "price_local" + count.incrementAndGet()).put("currency", fields.get("currency"));
        price.put("unit_amount", Long.parseLong(fields.get("unit_amount")));
        ((ObjectNode) price.get("recurring")).put("interval", fields.get("recurring[interval]"));
        things.put(price.get("id").asString(), price);
        return price;
    }

    private ObjectNode session(Map<String, String> fields) {
        ObjectNode session = StripeTalk.fixture("checkout.session");
        String id = "cs_local" + count.incrementAndGet();
        session.put("id", id)
                .put("mode", fields.get("mode"))
                .put("client_reference_id", fields.get("client_reference_id"));
        session.put("url", address() + "/pay/" + id)
                .put("payment_status", "unpaid")
                .putNull("subscription");
        session.put("success_url", fields.getOrDefault("success_url", "").replace("{CHECKOUT_SESSION_ID}", id));
        ObjectNode metadata = (ObjectNode) session.get("metadata");
        fields.forEach((name, value) -> {
            if (name.startsWith("metadata[")) {
                metadata.put(name.substring("metadata[".length(), name.length() - 1), value);
            }
        });
        ObjectNode asked = JSON.createObjectNode();
        fields.forEach(asked::put);
        session.set("asked", asked);
        things.put(id, session);
        return session;
    }

    /** A page with a button, and what pressing it does. */
    private void pay(HttpExchange exchange, String id) throws IOException {
        ObjectNode session = things.getOrDefault(id, JSON.createObjectNode());
        if (exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            send(exchange, 200, StripeTalk.PAGE);
            return;
        }
        paid(id);
        exchange.getResponseHeaders().set("Location", session.get("success_url").asString());
        exchange.sendResponseHeaders(303, -1);
    }

    /** As when somebody has pressed the button. */
    public void paid(String session) {
        change(session, made -> {
            JsonNode asked = made.get("asked");
            made.put("payment_status", "paid").put("status", "complete");
            if (made.get("mode").asString().equals("subscription")) {
                String reader = asked.get("subscription_data[metadata][reader]").asString();
                String plan = asked.get("subscription_data[metadata][plan]").asString();
                String id = subscribed(reader, plan, Instant.now());
                moves(id, asked.get("line_items[0][price]").asString());
                made.put("subscription", id);
            }
            return made;
        });
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
