package org.broadsheet.site.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A row of somebody's for every table that holds anything of a person, those of other rooms included. */
final class OwnRows {
    private static final String BYTES = "sha256(random()::text::bytea)";
    private static final String A_PLAN = """
            insert into plan.plan (slug, name, amount, currency, every, trial_days, gifts, seats, on_sale, place)
            values ('marker-plan', 'Marker', 100, 'IDR', 'month', 0, 3, 2, false, 9) on conflict do nothing;
            """;
    private static final String A_SUBSCRIPTION = A_PLAN + """
            insert into plan.subscription (reader, plan, source, amount, currency, every, seats, began_at)
            values (:reader, 'marker-plan', 'hand', 100, 'IDR', 'month', 2, now());
            """;
    private static final String THE_SUBSCRIPTION = "(select max(id) from plan.subscription where reader = :reader)";

    /** Columns that may go on naming somebody who has left, and why. */
    static final Map<String, String> KEPT = Map.of(
            "base.mail.recipient", "mail on its way, the last letter among it; mail is forgotten after some days",
            "base.mail.words", "the same",
            "base.mail.html", "the same",
            "feedback.opinion.email",
                    "a letter to the editors names no account, and whoever wrote it may not be its owner");

    private OwnRows() {}

    /**
     * One table.
     *
     * @param insert with {@code :reader} and {@code :email}
     * @param shows what the document then says; empty with a reason where it says nothing
     */
    record Row(String table, String insert, Optional<String> shows) {
        boolean there(Handle handle) {
            return handle.createQuery("select to_regclass(:table) is not null")
                    .bind("table", table)
                    .mapTo(Boolean.class)
                    .one();
        }
    }

    private static Row shown(String table, String insert, String shows) {
        return new Row(table, insert, Optional.of(shows));
    }

    /** @param why the document does not show it */
    private static Row unshown(String table, String insert, String why) {
        if (why.isBlank()) {
            throw new IllegalArgumentException(table + " is left out without a reason");
        }
        return new Row(table, insert, Optional.empty());
    }

    static final List<Row> ALL = List.of(
            shown("reader.device", """
                    insert into reader.device (reader, name, began_at, seen_at)
                    values (:reader, 'marker-browser', now(), now())""", "marker-browser"),
            shown("reader.staff", """
                    insert into reader.staff (reader, role, since) values (:reader, 'reporter', now())""", "reporter"),
            unshown("reader.link", """
                    insert into reader.link (hash, reader, purpose, made_at, expires_at)
                    values (%s, :reader, 'reset', now(), now())""".formatted(BYTES), "the hash of a link in a mail"),
            shown("reader.address_change", """
                    insert into reader.address_change (reader, email, asked_at, expires_at)
                    values (:reader, 'marker-wanted@paper.example', now(), now() + interval '1 day')""", "marker-wanted"),
            shown("reader.consent", """
                    insert into reader.consent (reader, purpose, given, wording, version, at)
                    values (:reader, 'marker', true, 'marker-wording', '1', now())""", "marker-wording"),
            unshown("reader.passkey_holder", """
                    insert into reader.passkey_holder (reader, handle) values (:reader, %s)""".formatted(BYTES), "a random number"),
            shown("reader.passkey", """
                    insert into reader.passkey
                           (reader, credential, key, counter, name, backup_eligible, backed_up, made_at)
                    values (:reader, %s, %s, 0, 'marker-passkey', true, true, now())""".formatted(BYTES, BYTES), "marker-passkey"),
            shown("reader.authenticator", """
                    insert into reader.authenticator (reader, secret, made_at, last_step, tries_since)
                    values (:reader, 'marker-sealed', '2020-02-02', 0, now())""", "2020-02-02"),
            shown("reader.recovery_code", """
                    insert into reader.recovery_code (reader, code, made_at) values (:reader, %s, '2020-02-03')""".formatted(BYTES), "2020-02-03"),
            shown("reader.openid", """
                    insert into reader.openid (issuer, subject, reader, linked_at)
                    values ('https://id.example', 'marker-subject' || :reader, :reader, now())""", "marker-subject"),
            unshown(
                    "reader.joining",
                    """
                    insert into reader.joining (hash, email, name, browser, asked_at, expires_at)
                    values (%s, :email, 'marker', %s, now(), now())""".formatted(BYTES, BYTES),
                    "no account's, by its address only; deleted all the same"),
            shown("plan.subscription", A_SUBSCRIPTION, "marker-plan"),
            shown("plan.trial", "insert into plan.trial (reader, at) values (:reader, '2020-02-04')", "2020-02-04"),
            shown("plan.seat", """
                    insert into plan.seat (subscription, number, email, token_hash, reader, invited_at, taken_at)
                    values (%s, 2, :email, %s, :reader, '2020-02-05', '2020-02-05')""".formatted(THE_SUBSCRIPTION, BYTES), "2020-02-05"),
            shown("plan.redemption", """
                    insert into plan.voucher (code_hash, kind, plan, months, times, made_at, made_by)
                    values (%s, 'voucher', 'marker-plan', 1, 1, now(), 'marker');
                    insert into plan.redemption (voucher, reader, at)
                    values ((select max(id) from plan.voucher), :reader, '2020-02-06')""".formatted(BYTES), "2020-02-06"),
            unshown(
                    "plan.wrong_code",
                    "insert into plan.wrong_code (reader, at) values (:reader, now())",
                    "counts guesses for a while"),
            shown("plan.present", """
                    insert into plan.present
                           (buyer, plan, months, amount, currency, recipient, from_name, note, ordered_at)
                    values (:reader, 'marker-plan', 1, 100, 'IDR', 'friend@paper.example', 'marker', 'marker-note', now())""", "marker-note"),
            shown("plan.invoice", """
                    insert into plan.invoice
                           (year, number, reader, billed_to, plan, months, amount, currency, subscription, issued_at, due_at)
                    values (2020, (:reader)::int, :reader, 'marker-billed', 'marker-plan', 1, 100, 'IDR', %s, now(), now())""".formatted(THE_SUBSCRIPTION), "marker-billed"),
            shown("plan.stripe_customer", """
                    insert into plan.stripe_customer (reader, customer) values (:reader, 'cus_marker' || :reader)""", "cus_marker"),
            unshown(
                    "gift.month",
                    "insert into gift.month (giver, month, used) values (:reader, '2020-03-01', 1)",
                    "a count of the gifts that the document lists"),
            shown("gift.gift", """
                    insert into gift.gift
                           (giver, month, slot, story, given_at, until, token_hash, note, devices_left)
                    values (:reader, '2020-03-01', 1, (select min(id) from story.story), now(), now() + interval '1 day',
                            %s, 'marker-gift', 5)""".formatted(BYTES), "marker-gift"),
            shown("gift.friend", """
                    insert into gift.friend (gift, reader, joined_at)
                    values ((select max(id) from gift.gift), :reader, '2020-02-07')""", "2020-02-07"),
            shown("paywall.meter", """
                    insert into paywall.meter (reader, month, used) values (:reader, '2020-04-01', 1)""", "2020-04-01"),
            shown("paywall.meter_read", """
                    insert into paywall.meter_read (reader, month, story, opened_at)
                    values (:reader, '2020-04-01', (select min(id) from story.story), '2020-02-08')""", "2020-02-08"));
}
