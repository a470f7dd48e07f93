package org.broadsheet.gift;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.Found;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;
import org.jdbi.v3.core.Jdbi;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opening what was given. The door for friends, who need no account. */
@Component
public class Openings {
    private static final Duration KEPT_AFTERWARDS = Duration.ofDays(2);

    private final GiftSql sql;
    private final InPrint inPrint;
    private final GiftLinks links;
    private final InstantSource clock;

    Openings(Jdbi jdbi, InPrint inPrint, GiftLinks links, InstantSource clock) {
        this.sql = NamedSql.of(jdbi, GiftSql.class);
        this.inPrint = inPrint;
        this.links = links;
        this.clock = clock;
    }

    /** What the link leads to, for who only looks: nothing is opened, nothing is counted. */
    @Transactional(readOnly = true)
    public Opened look(GiftToken token, Instant now) {
        return sql.byToken(token.hash()).map(row -> look(row, now)).orElseGet(Opened.Unknown::new);
    }

    /**
     * Opens a gift on a device, which takes one of the link's places unless the device has one already. Two devices at once
     * never share the last: who opens is decided here, one after the other, not where openings are counted. They wait for
     * each other only for the moment that taking a place takes: a link that a crowd follows must not hold every connection
     * to the database.
     *
     * @param newcomers asked only where a place would be taken: whoever has a link must not use up all its places alone
     */
    @Transactional
    public Opened open(GiftToken token, Devices.Device device, BooleanSupplier newcomers, Instant now) {
        Optional<GiftSql.Row> row = sql.byToken(token.hash());
        if (row.isEmpty()) {
            return new Opened.Unknown();
        }
        GiftId gift = row.get().id();
        byte[] hash = device.hash(gift);
        Opened seen = look(row.get(), now);
        boolean has = sql.knows(gift.value(), hash);
        return switch (seen) {
            case Opened.Opens opens when has -> opens;
            case Opened.Opens opens when !newcomers.getAsBoolean() -> new Opened.Crowded(opens.story());
            case Opened.Opens opens -> taking(token, opens, hash, now);
            case Opened.Full full -> has ? opens(row.get(), full.story()) : full;
            case Opened.Revoked revoked -> revoked;
            case Opened.Expired expired -> expired;
            case Opened.StoryWithdrawn withdrawn -> withdrawn;
            case Opened.Crowded crowded -> crowded;
            case Opened.Unknown unknown -> unknown;
        };
    }

    /**
     * Counts that the story has stood on a device's screen, once for each device that a link was opened on.
     *
     * @return whether it was counted now
     */
    @Transactional
    public boolean seen(GiftId gift, Devices.Device device, Instant now) {
        return sql.seen(gift.value(), device.hash(gift), now);
    }

    /** What the giver says; for who holds a living pass of this gift, and nobody else. */
    @Transactional(readOnly = true)
    public Optional<Opened.Greeting> greeting(GiftId gift) {
        return sql.greeting(gift.value()).map(row -> new Opened.Greeting(row.fromName(), row.note()));
    }

    /** Which devices opened a gift is nobody's business once it is over; how many stays. Does no harm done twice. */
    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT1H")
    @Transactional
    public void forgetDevices() {
        sql.forgetDevices(clock.instant().minus(KEPT_AFTERWARDS));
    }

    /** The same device in two windows takes one place; and what was taken back a moment ago opens nothing. */
    private Opened taking(GiftToken token, Opened.Opens opens, byte[] device, Instant now) {
        long gift = opens.pass().gift().value();
        if (!sql.addDevice(gift, device, now) || sql.takeDevice(gift)) {
            return opens;
        }
        sql.removeDevice(gift, device);
        Opened why = sql.byToken(token.hash()).map(row -> look(row, now)).orElseGet(Opened.Unknown::new);
        return why instanceof Opened.Opens ? new Opened.Full(opens.story()) : why;
    }

    private Opened look(GiftSql.Row row, Instant now) {
        Optional<Teaser> story = links.teaser(row);
        if (story.isEmpty()) {
            return new Opened.StoryWithdrawn(notice(new StoryId(row.story())));
        }
        if (row.revokedAt().isPresent()) {
            return new Opened.Revoked(story.get());
        }
        if (!now.isBefore(row.until())) {
            return new Opened.Expired(story.get());
        }
        return row.devicesLeft() == 0 ? new Opened.Full(story.get()) : opens(row, story.get());
    }

    private static Opened.Opens opens(GiftSql.Row row, Teaser story) {
        return new Opened.Opens(new GiftPass(row.id(), story.id(), row.until()), story, row.greeting());
    }

    private String notice(StoryId story) {
        return inPrint.takenBack(story)
                .map(gone -> inPrint.at(gone.address()))
                .filter(Found.Withdrawn.class::isInstance)
                .map(found -> ((Found.Withdrawn) found).notice())
                .orElse("");
    }
}
