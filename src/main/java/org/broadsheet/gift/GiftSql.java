package org.broadsheet.gift;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Gifts as they are kept, the devices that they opened on, and friends who joined after one. */
interface GiftSql {
    String GIFT = """
            g.id, g.giver, g.month, g.slot, g.story, g.given_at, g.until, g.token_sealed, g.from_name, g.note,
            g.devices_left, g.opened, g.revoked_at,
            (select count(*) from gift.friend f where f.gift = g.id) joined
            """;

    /** @param joined friends credited to it */
    record Row(
            GiftId id,
            Optional<Long> giver,
            LocalDate month,
            int slot,
            long story,
            Instant givenAt,
            Instant until,
            Optional<String> tokenSealed,
            Optional<String> fromName,
            String note,
            int devicesLeft,
            int opened,
            Optional<Instant> revokedAt,
            int joined) {

        Opened.Greeting greeting() {
            return new Opened.Greeting(fromName, note);
        }
    }

    @SqlUpdate("insert into gift.month (giver, month, used) values (:giver, :month, 0) on conflict do nothing")
    void openMonth(long giver, LocalDate month);

    /** One reader's gifts of a month are given one after the other. */
    @SqlQuery("select used from gift.month where giver = :giver and month = :month for update")
    int lockMonth(long giver, LocalDate month);

    /** False when the month's gifts are used up. */
    @SqlUpdate("update gift.month set used = used + 1 where giver = :giver and month = :month and used < :quota")
    boolean takeOne(long giver, LocalDate month, int quota);

    @SqlQuery("select used from gift.month where giver = :giver and month = :month")
    Optional<Integer> used(long giver, LocalDate month);

    /** The last that was given of this story in this month. */
    @SqlQuery("select " + GIFT + """
             from gift.gift g
            where g.giver = :giver and g.month = :month and g.story = :story
            order by g.id desc
            limit 1
            """)
    Optional<Row> given(long giver, LocalDate month, long story);

    @SqlQuery("select count(*) from gift.gift where giver = :giver and month = :month and story = :story")
    int links(long giver, LocalDate month, long story);

    /** A gift on its way in. */
    record NewRow(
            long giver,
            LocalDate month,
            int slot,
            long story,
            Optional<Long> renews,
            Instant givenAt,
            Instant until,
            byte[] tokenHash,
            String tokenSealed,
            Optional<String> fromName,
            String note,
            int devicesLeft) {}

    @SqlQuery("""
            insert into gift.gift (giver, month, slot, story, renews, given_at, until, token_hash, token_sealed,
                                   from_name, note, devices_left)
            values (:giver, :month, :slot, :story, :renews, :givenAt, :until, :tokenHash, :tokenSealed,
                    :fromName, :note, :devicesLeft)
            returning id
            """)
    long keep(@BindMethods NewRow row);

    @SqlQuery("select " + GIFT + " from gift.gift g where g.giver = :giver and g.id = :gift")
    Optional<Row> one(long giver, long gift);

    @SqlQuery("select " + GIFT + """
             from gift.gift g
            where g.giver = :giver
            order by g.given_at desc, g.id desc
            limit :most
            """)
    List<Row> all(long giver, int most);

    /** False when it is not this reader's, or was taken back before. */
    @SqlUpdate("update gift.gift set revoked_at = :now where giver = :giver and id = :gift and revoked_at is null")
    boolean revoke(long giver, long gift, Instant now);

    @SqlQuery("select id from gift.gift where revoked_at > :since")
    List<GiftId> revokedSince(Instant since);

    @SqlQuery("select " + GIFT + " from gift.gift g where g.token_hash = :hash")
    Optional<Row> byToken(byte[] hash);

    @SqlQuery("select exists (select from gift.device where gift = :gift and device = :device)")
    boolean knows(long gift, byte[] device);

    /** False when another device has just taken the last place, or the giver has just taken the link back. */
    @SqlUpdate("""
            update gift.gift set devices_left = devices_left - 1
             where id = :gift and devices_left > 0 and revoked_at is null
            """)
    boolean takeDevice(long gift);

    /** False when the same device is there already, also when it comes twice at once. */
    @SqlUpdate("insert into gift.device (gift, device, first_at) values (:gift, :device, :now) on conflict do nothing")
    boolean addDevice(long gift, byte[] device, Instant now);

    @SqlUpdate("delete from gift.device where gift = :gift and device = :device")
    void removeDevice(long gift, byte[] device);

    /** Counts a device once, however often it says so. */
    @SqlUpdate("""
            with seen as (
                update gift.device
                   set seen_at = :now
                 where gift = :gift and device = :device and seen_at is null
                returning gift)
            update gift.gift g set opened = opened + 1 from seen where g.id = seen.gift
            """)
    boolean seen(long gift, byte[] device, Instant now);

    /** @param from absent unless the giver wants to be named */
    record GreetingRow(Optional<String> fromName, String note) {}

    @SqlQuery("select from_name, note from gift.gift where id = :gift")
    Optional<GreetingRow> greeting(long gift);

    @SqlUpdate("delete from gift.device d using gift.gift g where g.id = d.gift and g.until < :before")
    int forgetDevices(Instant before);

    @SqlUpdate("""
            update gift.gift
               set giver = null, from_name = null, note = '', token_sealed = null
             where giver = :giver
            """)
    void forgetGiver(long giver);

    @SqlUpdate("delete from gift.month where giver = :giver")
    void forgetMonths(long giver);

    /** Once for each reader, and never to their own gift. */
    @SqlUpdate("""
            insert into gift.friend (gift, reader, joined_at)
            select g.id, :reader::bigint, :now::timestamptz
              from gift.gift g
             where g.id = any(:gifts) and g.giver is distinct from :reader::bigint
             order by g.given_at desc, g.id desc
             limit 1
            on conflict (reader) do nothing
            """)
    boolean joined(long reader, long[] gifts, Instant now);

    @SqlQuery("""
            select reader from gift.friend
             where subscribed_at is null and reader is not null and joined_at > :since
             order by joined_at
            """)
    List<ReaderId> awaitingSubscription(Instant since);

    @SqlUpdate("update gift.friend set subscribed_at = :now where reader = :reader and subscribed_at is null")
    boolean subscribed(long reader, Instant now);

    @SqlQuery("select joined_at from gift.friend where reader = :reader")
    List<Instant> joinedAt(long reader);

    @SqlUpdate("update gift.friend set reader = null where reader = :reader")
    void forgetFriend(long reader);

    @SqlQuery("""
            select g.month,
                   count(*) filter (where g.renews is null) given,
                   sum(g.opened) opened,
                   sum((select count(*) from gift.friend f where f.gift = g.id)) joined,
                   sum((select count(f.subscribed_at) from gift.friend f where f.gift = g.id)) subscribed
              from gift.gift g
             group by g.month
             order by g.month desc
             limit :most
            """)
    List<GiftFigures.Month> months(int most);
}
