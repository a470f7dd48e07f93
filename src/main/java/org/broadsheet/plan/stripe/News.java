package org.broadsheet.plan.stripe;

import com.stripe.model.checkout.Session;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.plan.stripe.StripeApi.NoAnswer;
import org.broadsheet.plan.stripe.StripeBook.Event;
import org.broadsheet.plan.stripe.StripeBook.Taken;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an event of Stripe's makes us do. Of the event itself only its name, its kind and the name of what it is about are
 * read; how that is now, Stripe is asked.
 */
@Component
class News {
    private static final Logger LOG = LoggerFactory.getLogger(News.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 255;

    private final StripeApi api;
    private final StripeBook book;
    private final StripeSql sql;
    private final Takeover takeover;

    News(StripeApi api, StripeBook book, Takeover takeover, Jdbi jdbi) {
        this.api = api;
        this.book = book;
        this.takeover = takeover;
        this.sql = NamedSql.of(jdbi, StripeSql.class);
    }

    /** How it went. */
    enum Heard {
        HEARD,
        UNREADABLE,
        LATER
    }

    boolean heard() {
        return api.open();
    }

    Heard take(String text, Instant at) {
        JsonNode said;
        try {
            said = JSON.readTree(text);
        } catch (JacksonException noJson) {
            return Heard.UNREADABLE;
        }
        Event event = new Event(said.path("id").asString(""), said.path("type").asString(""), at);
        if (!named(event.id()) || !named(event.type())) {
            return Heard.UNREADABLE;
        }
        if (sql.applied(event.id())) {
            return Heard.HEARD;
        }
        try {
            return act(event, said.path("data").path("object"));
        } catch (NoAnswer later) {
            LOG.warn("{} ({}) has to wait: {}", event.id(), event.type(), later.getMessage());
            return Heard.LATER;
        }
    }

    private Heard act(Event event, JsonNode object) throws NoAnswer {
        Optional<String> session = name(object).filter(id -> is(object, "checkout.session"));
        Optional<String> subscription = subscription(object);
        Taken taken;
        if (session.isPresent()) {
            Optional<Session> found = api.session(session.get());
            if (found.isEmpty()) {
                book.note(event, "gone");
                return Heard.HEARD;
            }
            taken = takeover.session(found.get(), Optional.of(event), event.at());
        } else if (subscription.isPresent()) {
            taken = takeover.subscription(subscription.get(), Optional.of(event), event.at());
        } else {
            book.note(event, "nothing to do");
            return Heard.HEARD;
        }
        return taken == Taken.OVERTAKEN ? Heard.LATER : Heard.HEARD;
    }

    /** Of a subscription itself, and of bills for one: as the interface of 2025 names it, or as older ones did. */
    private static Optional<String> subscription(JsonNode object) {
        if (is(object, "subscription")) {
            return name(object);
        }
        if (!is(object, "invoice")) {
            return Optional.empty();
        }
        String now = object.path("parent")
                .path("subscription_details")
                .path("subscription")
                .asString("");
        return Optional.of(now.isEmpty() ? object.path("subscription").asString("") : now)
                .filter(News::named);
    }

    private static boolean is(JsonNode object, String kind) {
        return object.path("object").asString("").equals(kind);
    }

    private static Optional<String> name(JsonNode object) {
        return Optional.of(object.path("id").asString("")).filter(News::named);
    }

    private static boolean named(String id) {
        return id.length() <= LONGEST && id.matches("[A-Za-z0-9_.]+");
    }
}
