package org.broadsheet.gift;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.gift.Quotas.Quota;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.StoryId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Giving stories away. The door for givers; their friends come by {@link Openings}. */
@Component
public class Gifts {
    /** How long a link opens. */
    public static final Duration LIFE = Duration.ofDays(30);

    /** On how many devices it opens. */
    public static final int DEVICES = 250;

    /** To one story in one month: so often it can be taken back and given anew. */
    static final int MOST_LINKS = 10;

    /** Three years of the largest quota. */
    private static final int LISTED = 180;

    /** As node and database announce that a gift opens nothing any more; the key is its number. */
    static final String REVOKED = "gift";

    private final GiftSql sql;
    private final Quotas quotas;
    private final MayBeGiven mayBeGiven;
    private final GiftLinks links;
    private final ChangeNotices notices;

    Gifts(Jdbi jdbi, Quotas quotas, MayBeGiven mayBeGiven, GiftLinks links, ChangeNotices notices) {
        this.sql = NamedSql.of(jdbi, GiftSql.class);
        this.quotas = quotas;
        this.mayBeGiven = mayBeGiven;
        this.links = links;
        this.notices = notices;
    }

    /**
     * What a reader wants given.
     *
     * @param note to the friend, plain text of at most {@value #LONGEST_NOTE} characters
     * @param from the giver's name, if they want it said
     */
    public record Wish(StoryId story, String note, Optional<String> from) {
        public static final int LONGEST_NOTE = 280;

        private static final int LONGEST_NAME = 120;

        public Wish {
            note = plain(note, true).strip();
            from = from.map(name -> plain(name, false).strip())
                    .map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)))
                    .filter(name -> !name.isEmpty());
        }

        /** As people count: characters, not the halves that a machine may need for one. */
        int characters() {
            return note.codePointCount(0, note.length());
        }

        /** Without what PostgreSQL cannot hold or what makes text lie: control characters, halves, changes of direction. */
        private static String plain(String text, boolean lines) {
            StringBuilder kept = new StringBuilder(text.length());
            text.replace("\r\n", "\n")
                    .codePoints()
                    .map(c -> c == '\n' && lines ? c : Character.isWhitespace(c) ? ' ' : c)
                    .filter(c -> c == '\n' || !Character.isISOControl(c))
                    .filter(c -> c < 0xd800 || c > 0xdfff)
                    .filter(c -> !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069))
                    .forEach(kept::appendCodePoint);
            return kept.toString();
        }
    }

    /** Whether this reader may give this story now; nothing is used up by asking. */
    @Transactional
    public Offer offer(ReaderId reader, StoryId story, Instant now) {
        Optional<Given.Reason> why = mayBeGiven.whyNot(story);
        Optional<Quota> quota = quotas.of(reader, now);
        Optional<Given.Refused> refused = refused(why, quota);
        if (refused.isPresent()) {
            return new Offer.No(refused.get());
        }
        return offer(reader, story, quota.orElseThrow(), now);
    }

    private Offer offer(ReaderId reader, StoryId story, Quota quota, Instant now) {
        Offer.Allowance allowance = quota.allowance(used(reader, quota));
        Optional<GiftSql.Row> before = sql.given(reader.value(), quota.month().first(), story.value());
        if (before.isPresent()) {
            return renews(reader, before.get())
                    ? new Offer.Renewal(allowance)
                    : new Offer.Already(links.of(before.get(), now), allowance);
        }
        return allowance.left() > 0
                ? new Offer.Open(allowance)
                : new Offer.No(new Given.QuotaSpent(allowance.quota(), allowance.resets()));
    }

    /**
     * Gives a story away. The same story again in the month is the same link and costs nothing; however many ask at once on
     * however many nodes, no more is given than the quota.
     */
    @Transactional
    public Given give(ReaderId giver, Wish wish, Instant now) {
        if (wish.characters() > Wish.LONGEST_NOTE) {
            return new Given.NoteTooLong(wish.characters());
        }
        Optional<Quota> quota = quotas.of(giver, now);
        Optional<Given.Refused> refused = refused(mayBeGiven.whyNot(wish.story()), quota);
        return refused.<Given>map(each -> each).orElseGet(() -> give(giver, wish, quota.orElseThrow(), now));
    }

    private Given give(ReaderId giver, Wish wish, Quota quota, Instant now) {
        long reader = giver.value();
        Quotas.Month month = quota.month();
        sql.openMonth(reader, month.first());
        int used = sql.lockMonth(reader, month.first());
        Optional<GiftSql.Row> before =
                sql.given(reader, month.first(), wish.story().value());
        if (before.isPresent()) {
            GiftSql.Row had = before.get();
            return renews(giver, had)
                    ? new Given.New(keep(giver, wish, Place.of(had), now), quota.allowance(used))
                    : new Given.Again(links.of(had, now), quota.allowance(used));
        }
        if (!sql.takeOne(reader, month.first(), quota.gifts())) {
            return new Given.QuotaSpent(quota.gifts(), month.next());
        }
        Place place = new Place(month.first(), used + 1, Optional.empty(), DEVICES);
        return new Given.New(keep(giver, wish, place, now), quota.allowance(used + 1));
    }

    /** This month's and earlier ones, the newest first. */
    @Transactional(readOnly = true)
    public List<GiftLink> of(ReaderId giver, Instant now) {
        return links.of(sql.all(giver.value(), LISTED), now);
    }

    @Transactional(readOnly = true)
    public Optional<GiftLink> one(ReaderId giver, GiftId gift, Instant now) {
        return sql.one(giver.value(), gift.value()).map(row -> links.of(row, now));
    }

    /** Nothing for who has no subscription. */
    @Transactional
    public Optional<Offer.Allowance> allowance(ReaderId reader, Instant now) {
        return quotas.of(reader, now).map(quota -> quota.allowance(used(reader, quota)));
    }

    /**
     * Takes a link back: it opens nothing any more, on no device, on any node. It gives back none of the month's gifts, since
     * friends may have read the story by then; the same story can be given anew for nothing.
     *
     * @return false when it is not this reader's, or was taken back before
     */
    @Transactional
    public boolean revoke(ReaderId giver, GiftId gift, Instant now) {
        boolean revoked = sql.revoke(giver.value(), gift.value(), now);
        if (revoked) {
            notices.announce(new Change(REVOKED, gift.toString()));
        }
        return revoked;
    }

    private int used(ReaderId reader, Quota quota) {
        return sql.used(reader.value(), quota.month().first()).orElse(0);
    }

    private static Optional<Given.Refused> refused(Optional<Given.Reason> why, Optional<Quota> quota) {
        if (why.isPresent()) {
            return Optional.of(new Given.NotGivable(why.get()));
        }
        if (quota.isEmpty()) {
            return Optional.of(new Given.NoSubscription());
        }
        return quota.get().gifts() > 0
                ? Optional.empty()
                : Optional.of(new Given.NoGiftsInPlan(quota.get().from().plan()));
    }

    /**
     * A link that was taken back is given anew, unless it had no room left, since taking back would raise the ceiling then, or
     * this has been done very often, since rows would be made without end.
     */
    private boolean renews(ReaderId giver, GiftSql.Row had) {
        return had.revokedAt().isPresent()
                && had.devicesLeft() > 0
                && sql.links(giver.value(), had.month(), had.story()) < MOST_LINKS;
    }

    /** Where in a month's gifts one stands, and on how many devices it may open. */
    private record Place(LocalDate month, int slot, Optional<Long> renews, int devices) {
        static Place of(GiftSql.Row revoked) {
            return new Place(
                    revoked.month(), revoked.slot(), Optional.of(revoked.id().value()), revoked.devicesLeft());
        }
    }

    private GiftLink keep(ReaderId giver, Wish wish, Place place, Instant now) {
        GiftToken token = GiftToken.fresh();
        long id = sql.keep(new GiftSql.NewRow(
                giver.value(),
                place.month(),
                place.slot(),
                wish.story().value(),
                place.renews(),
                now,
                now.plus(LIFE),
                token.hash(),
                links.sealed(token),
                wish.from(),
                wish.note(),
                place.devices()));
        return links.of(sql.one(giver.value(), id).orElseThrow(), now);
    }
}
