package org.broadsheet.security;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.base.Settings;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.gift.GiftLink;
import org.broadsheet.gift.Gifts;
import org.broadsheet.gift.Given;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.reader.password.Hashing;
import org.broadsheet.reader.second.SecondFactors;
import org.broadsheet.reader.second.Setup;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Topic;
import org.broadsheet.testing.AuthenticatorApp;
import org.broadsheet.testing.People;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A running paper with three stories, everybody who may ask, and things that are somebody's. */
final class World implements AfterAllCallback {
    static final String GUARDED = "the zanzibarian ledger";
    static final String PASSWORD = "quiet-otters-cross-9-rivers";

    private static final String PARAGRAPH =
            "<p>When the team began, it did what few redesigns do and deleted first. A third of the pages had not been"
                    + " opened by anyone in a year, and nearly half said the same thing in different words.</p>";

    private final TestPaper paper;
    private final Things things = new Things();
    private final Map<Guest.Kind, Guest> guests = new EnumMap<>(Guest.Kind.class);
    private final Map<Reach, StoryId> stories = new EnumMap<>(Reach.class);

    private World(TestPaper paper) {
        this.paper = paper;
    }

    static World start() {
        return start(Map.of());
    }

    static World start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.putIfAbsent("NAME", "The Public Record");
        World world = new World(TestPaper.start(all));
        world.print();
        world.invite();
        world.give();
        return world;
    }

    TestPaper paper() {
        return paper;
    }

    Sender sender() {
        return new Sender(paper);
    }

    Things things() {
        return things;
    }

    Guest guest(Guest.Kind kind) {
        return guests.get(kind) == null ? Guest.stranger() : guests.get(kind);
    }

    List<Guest> guests() {
        return List.copyOf(guests.values());
    }

    StoryId story(Reach reach) {
        return Optional.ofNullable(stories.get(reach)).orElseThrow();
    }

    String path(Reach reach) {
        return things.in("$" + reach.name().toLowerCase(java.util.Locale.ROOT) + "-path");
    }

    /** A cookie of the paper's, as a browser sends it. */
    String cookie(String bare, String value) {
        return new PaperCookies(paper.door(Settings.class)).name(bare) + "=" + value;
    }

    /** Somebody signs in, in a browser of their own. */
    Guest signIn(Guest.Kind kind, ReaderId reader) {
        String value = paper.door(SessionCookie.class)
                .write(paper.door(Sessions.class).begin(reader, "a browser", Instant.now()));
        return new Guest(kind, Optional.of(reader), cookie(SessionCookie.NAME, value));
    }

    /** The address of somebody who has a password, {@link #PASSWORD}, from now on. */
    String withPassword(Guest.Kind kind) {
        ReaderId reader = guest(kind).reader().orElseThrow();
        String kept = paper.door(Hashing.class).keep(PASSWORD);
        return paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "update reader.reader set password = :kept where id = :id returning email")
                        .bind("kept", kept)
                        .bind("id", reader.value())
                        .mapTo(String.class)
                        .one());
    }

    /** Sets an authenticator app up for somebody; what it is told. */
    String withApp(Guest.Kind kind) {
        Guest guest = guest(kind);
        ReaderId reader = guest.reader().orElseThrow();
        SecondFactors second = paper.door(SecondFactors.class);
        Instant now = Instant.now();
        Setup setup = second.begin(reader, "an account", now);
        // the code before this one, so that this one is still good for signing in
        String code = AuthenticatorApp.code(setup.secret(), now.minusSeconds(30));
        if (second.finish(reader, device(guest), setup.sealed(), code, now).isEmpty()) {
            throw new IllegalStateException("the app's first code was refused");
        }
        return setup.secret();
    }

    /** The number of the browser that somebody is signed in with. */
    long device(Guest guest) {
        String cookie = guest.cookies();
        return paper.door(SessionCookie.class)
                .read(cookie.substring(cookie.indexOf('=') + 1), Instant.now())
                .orElseThrow()
                .device();
    }

    /** As if these browsers had last shown long ago who is using them. */
    void anHourAgo() {
        paper.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update reader.device set began_at = began_at - interval '1 hour', proved_at = null"));
    }

    /** What there is to take: a plan with subscriptions, and a gift of the subscriber's. */
    private void give() {
        paper.database().jdbi().useHandle(handle -> handle.execute("""
                insert into plan.plan (slug, name, amount, currency, every, trial_days, gifts, seats, on_sale, place)
                values ('whole-paper', 'The whole paper', 100, 'EUR', 'month', 0, 3, 3, true, 90)
                """));
        Instant now = Instant.now();
        for (Guest.Kind kind : List.of(Guest.Kind.SUBSCRIBER, Guest.Kind.ANOTHER_SUBSCRIBER)) {
            paper.door(Subscriptions.class)
                    .give(
                            new Subscriptions.Gift(
                                    guest(kind).reader().orElseThrow(),
                                    "whole-paper",
                                    now.plusSeconds(86_400),
                                    "a test"),
                            Actor.PAPER,
                            now);
        }
        ReaderId owner = guest(Guest.Kind.SUBSCRIBER).reader().orElseThrow();
        Given given = paper.door(Gifts.class)
                .give(owner, new Gifts.Wish(story(Reach.SUBSCRIBERS), "A note to the friend", Optional.empty()), now);
        if (!(given instanceof Given.New(GiftLink link, var _))) {
            throw new IllegalStateException("no gift: " + given);
        }
        things.put("gift-link", link.token().orElseThrow().path());
        things.put("gift", link.id());
        things.put("device", device(guest(Guest.Kind.SUBSCRIBER)));
        things.put(
                "subscription",
                paper.door(Subscriptions.class).of(owner).getFirst().id());
        things.put("passkey", passkey(owner, (byte) 1));
    }

    /** Somebody has a passkey from now on; nothing can be signed with it. */
    long passkey(ReaderId owner, byte number) {
        return paper.database().jdbi().withHandle(handle -> {
            byte[] handleOfTheirs = new byte[32];
            handleOfTheirs[0] = number;
            handle.execute(
                    "insert into reader.passkey_holder (reader, handle) values (?, ?)", owner.value(), handleOfTheirs);
            return handle.createQuery("""
                            insert into reader.passkey
                                   (reader, credential, key, counter, name, backup_eligible, backed_up, made_at)
                            values (:reader, :credential, '\\x02', 0, 'A key', false, false, now()) returning id
                            """)
                    .bind("reader", owner.value())
                    .bind("credential", new byte[] {number})
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** The same person in another browser: what they did in the last one, such as signing out, is of no matter. */
    Guest anew(Guest guest) {
        return guest.reader().map(reader -> signIn(guest.kind(), reader)).orElse(guest);
    }

    private void invite() {
        for (Guest.Kind kind : Guest.Kind.values()) {
            guests.put(kind, kind == Guest.Kind.STRANGER ? Guest.stranger() : signIn(kind, join(kind)));
        }
    }

    private ReaderId join(Guest.Kind kind) {
        String word = kind.name().toLowerCase(java.util.Locale.ROOT);
        ReaderId reader = People.join(paper.database().jdbi(), word + "@paper.example");
        if (kind.compareTo(Guest.Kind.REPORTER) >= 0) {
            paper.database()
                    .jdbi()
                    .useHandle(handle -> handle.execute(
                            "insert into reader.staff (reader, role, since) values (?, ?, now())",
                            reader.value(),
                            word));
        }
        return reader;
    }

    private void print() {
        Stories door = paper.door(Stories.class);
        door.section(new Section("policy", "Policy", 1));
        Instant at = Instant.now().minusSeconds(3_600);
        for (Reach reach : Reach.values()) {
            String word = reach.name().toLowerCase(java.util.Locale.ROOT);
            StoryId story = door.create(copy("A harbour for " + word, reach), Actor.PAPER, at);
            door.print(story, at);
            stories.put(reach, story);
            things.put(word + "-story", story);
            things.put(word + "-path", address(story));
        }
        things.put("story-path", things.in("$everyone-path"));
    }

    private String address(StoryId story) {
        return paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select '/' || section || to_char(day, '/YYYY/MM/DD/') || slug from story.in_print
                         where story = :story
                        """)
                        .bind("story", story.value())
                        .mapTo(String.class)
                        .one());
    }

    private static Copy copy(String headline, Reach reach) {
        return new Copy(
                headline,
                "What a translation programme changed, and what it cost to keep current.",
                StoryHtml.clean(
                        PARAGRAPH.repeat(8) + (reach == Reach.EVERYONE ? "" : "<p>All in " + GUARDED + ".</p>")),
                "policy",
                List.of(new Topic("harbours", "Harbours")),
                List.of(new Byline("Amélie Okonjo", "amelie-okonjo")),
                Optional.empty(),
                Optional.of("Tokyo"),
                Language.ENGLISH,
                reach,
                Optional.empty());
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        paper.close();
    }
}
