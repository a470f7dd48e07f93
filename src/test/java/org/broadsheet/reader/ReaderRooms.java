package org.broadsheet.reader;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.mail.Mail;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.reader.limit.Tries;
import org.broadsheet.reader.link.Links;
import org.broadsheet.reader.password.Hashing;
import org.broadsheet.testing.TestDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** The room's doors on a test's database, a clock that the test moves, and the mail and the news as they come. */
final class ReaderRooms {
    static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");

    final Doors doors;
    final List<ReaderMail> mail;
    final List<ReaderNews> news;

    record Doors(Joins joins, SignIns signIns, Passwords passwords, Addresses addresses, Others others) {}

    record Others(Sessions sessions, Accounts accounts, Staff staff, Consents consents, Hashing hashing) {}

    private ReaderRooms(Doors doors, Written written, Heard heard) {
        this.doors = doors;
        this.mail = written.mail;
        this.news = heard.news;
    }

    static ReaderRooms on(TestDatabase database) {
        Holder all = database.doorAt(
                () -> NOON,
                Holder.class,
                Wiring.class,
                Written.class,
                Heard.class,
                Doors.class,
                Others.class,
                Joins.class,
                Joins.Doorkeeping.class,
                SignIns.class,
                Passwords.class,
                Addresses.class,
                Sessions.class,
                Accounts.class,
                Staff.class,
                Staff.Parts.class,
                Consents.class,
                Hashing.class,
                Tries.class,
                Links.class,
                Outbox.class,
                ChangeNotices.class);
        return new ReaderRooms(all.doors(), all.written(), all.heard());
    }

    record Holder(Doors doors, Written written, Heard heard) {}

    /** No {@code @Configuration}: the scan of the whole paper would take it for its settings in other tests. */
    static class Wiring {
        @Bean
        Settings settings() {
            return Settings.load(Map.of("BROADSHEET_SECRET", "a secret that only the tests know of"));
        }
    }

    static class Written implements ReaderMail.Writer {
        private final List<ReaderMail> mail = new ArrayList<>();

        @Override
        public synchronized Mail write(ReaderMail letter) {
            mail.add(letter);
            return new Mail(letter.to().address(), "subject", "words", "");
        }
    }

    static class Heard {
        private final List<ReaderNews> news = new ArrayList<>();

        @EventListener
        synchronized void hear(ReaderNews each) {
            news.add(each);
        }
    }

    /** The last mail, which has to be of this kind. */
    <T extends ReaderMail> T last(Class<T> kind) {
        return kind.cast(mail.getLast());
    }

    ReaderId joined(String email, String password) {
        Joins.Asker asker = new Joins.Asker("192.0.2.1/32", "browser of " + email, "/");
        doors.joins().ask(new Joins.Form(email, "", Optional.of(password), List.of()), asker, NOON);
        Joins.Press press = new Joins.Press(last(ReaderMail.Confirm.class).token(), asker.browser(), Optional.empty());
        return ((Joins.Confirmed.In) doors.joins().confirm(press, NOON)).reader();
    }

    /** The same from many at once, which wait for each other. */
    static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        CountDownLatch ready = new CountDownLatch(times);
        try (ExecutorService hands = Executors.newFixedThreadPool(times)) {
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(hands.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.call();
                }));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> each : all) {
                done.add(each.get());
            }
            return done;
        }
    }
}
