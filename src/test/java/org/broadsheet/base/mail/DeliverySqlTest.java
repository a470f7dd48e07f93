package org.broadsheet.base.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.broadsheet.base.Settings;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail by real SMTP. */
class DeliverySqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Outbox outbox = DATABASE.door(Outbox.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(DATABASE.dataSource()));

    @BeforeEach
    void start() {
        DATABASE.jdbi().useHandle(handle -> handle.execute("delete from base.mail"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_arrives_as_text_and_html_under_a_name_of_its_own() throws Exception {
        put("ani@paper.test", "Tautan untuk Añi — 1");
        assertThat(delivery(port()).round()).isFalse();
        MimeMessage message = server.getReceivedMessages()[0];
        assertThat(message.getSubject()).isEqualTo("Tautan untuk Añi — 1");
        assertThat(message.getHeader("From", ",")).isEqualTo("The Paper <paper@paper.test>");
        assertThat(message.getAllRecipients()[0].toString()).isEqualTo("ani@paper.test");
        assertThat(message.getMessageID()).matches("<1767416400000\\.\\d+@localhost>");
        assertThat(message.getSentDate().toInstant()).isEqualTo(NOON);
        assertThat(message.getHeader("Auto-Submitted", ",")).isEqualTo("auto-generated");
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("Kata-kata surat – für dich.");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p>Kata-kata</p>");
        assertThat(states()).containsExactly("sent 1");
    }

    @Test
    void nothing_is_sent_of_a_transaction_that_is_rolled_back() {
        transaction.executeWithoutResult(status -> {
            outbox.send(mail("ani@paper.test", "Never"), NOON);
            status.setRollbackOnly();
        });
        delivery(port()).round();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void many_nodes_send_each_mail_once() throws Exception {
        for (int i = 0; i < 120; i++) {
            put("reader" + i + "@paper.test", "Number " + i);
        }
        Thread[] nodes = new Thread[4];
        for (int i = 0; i < nodes.length; i++) {
            Delivery node = delivery(port());
            nodes[i] = Thread.ofVirtual().start(() -> {
                boolean more = true;
                while (more) {
                    more = node.round();
                }
            });
        }
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(server.getReceivedMessages()).hasSize(120);
        assertThat(states()).hasSize(120).allMatch("sent 1"::equals);
    }

    @Test
    void a_server_that_is_down_gets_the_mail_when_it_is_back() {
        int port = port();
        server.stop();
        put("ani@paper.test", "Patience");
        Delivery delivery = delivery(port);
        delivery.round();
        assertThat(states()).containsExactly("waits 1");
        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            delivery.round();
            assertThat(back.getReceivedMessages()).as("it is not time yet").isEmpty();
            now.set(NOON.plusSeconds(31));
            delivery.round();
            assertThat(back.getReceivedMessages()).hasSize(1);
            assertThat(states()).containsExactly("sent 2");
        } finally {
            back.stop();
        }
    }

    @Test
    void one_address_that_is_refused_for_good_is_given_up_and_keeps_no_other_waiting() {
        try (Obstinate refusing = new Obstinate(
                Map.of("RCPT TO:<gone@paper.test>", "550 5.1.1 no such mailbox", "RCPT TO:<full@", "452 4.2.2 full"))) {
            put("gone@paper.test", "To nobody");
            put("full@paper.test", "Later");
            put("ani@paper.test", "To somebody");
            delivery(refusing.port()).round();
            assertThat(states()).containsExactly("given up 1", "waits 1", "sent 1");
            assertThat(words("gone@paper.test")).isEmpty();
            assertThat(words("full@paper.test")).isNotEmpty();
        }
    }

    @Test
    void a_server_that_wants_another_password_gives_nothing_up() {
        try (Obstinate refusing = new Obstinate(Map.of("MAIL FROM", "530 5.7.0 authentication required"))) {
            put("ani@paper.test", "Not yet");
            delivery(refusing.port()).round();
            assertThat(states()).containsExactly("waits 1");
        }
    }

    @Test
    void what_a_server_refuses_whole_is_given_up() {
        try (Obstinate refusing = new Obstinate(Map.of(".", "554 5.7.1 looks like what nobody wants"))) {
            put("ani@paper.test", "Odd");
            delivery(refusing.port()).round();
            assertThat(states()).containsExactly("given up 1");
        }
    }

    @Test
    void a_server_elsewhere_must_speak_tls_before_anything_is_said() throws Exception {
        MailServer elsewhere = new MailServer(
                org.broadsheet.base.SmtpUrl.parse("smtp://user:password@mail.paper.test:587"),
                new jakarta.mail.internet.InternetAddress("paper@paper.test"),
                "paper.test",
                Duration.ofSeconds(20));
        assertThat(elsewhere.property("starttls.required")).isEqualTo("true");
        assertThat(elsewhere.property("ssl.checkserveridentity")).isEqualTo("true");
        assertThat(elsewhere.property("auth")).isEqualTo("true");
        assertThat(elsewhere.toString()).doesNotContain("password");
    }

    @Test
    void a_server_that_takes_the_call_and_says_nothing_is_not_waited_for_for_long() throws Exception {
        try (java.net.ServerSocket mute = new java.net.ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress())) {
            put("ani@paper.test", "Slow");
            long began = System.nanoTime();
            new Delivery(
                            DATABASE.jdbi(),
                            settings("smtp://127.0.0.1:" + mute.getLocalPort()),
                            clock(),
                            Duration.ofMillis(300))
                    .round();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
            assertThat(states()).containsExactly("waits 1");
        }
    }

    @Test
    void a_user_and_password_are_said_to_the_server() {
        server.setUser("paper@paper.test", "postman", "a mail password");
        put("ani@paper.test", "Signed in");
        delivery("smtp://postman:a%20mail%20password@127.0.0.1:" + port()).round();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void without_a_sender_or_a_server_mail_stays_where_it_is() {
        put("ani@paper.test", "Here");
        Delivery silent = new Delivery(
                DATABASE.jdbi(), Settings.load(Map.of(), Map.of("SMTP_URL", "smtp://127.0.0.1:" + port())), clock());
        assertThat(silent.able()).isFalse();
        assertThat(silent.round()).isFalse();
        assertThat(outbox.latest(5)).extracting(Outbox.Kept::subject).containsExactly("Here");
        assertThat(outbox.latest(5).getFirst().toString()).doesNotContain("Here");
    }

    @Test
    void what_nobody_could_send_for_days_is_given_up_and_words_go_an_hour_after_they_were_sent() {
        put("ani@paper.test", "Sent");
        Delivery delivery = delivery(port());
        delivery.round();
        now.set(NOON.plus(Duration.ofMinutes(61)));
        delivery.tidy();
        assertThat(words("ani@paper.test")).isEmpty();
        put("late@paper.test", "Late");
        now.set(NOON.plus(Duration.ofDays(4)));
        delivery.round();
        assertThat(states()).containsExactly("sent 1", "given up 1");
        now.set(NOON.plus(Duration.ofDays(31)));
        delivery.tidy();
        assertThat(states()).isEmpty();
    }

    private int port() {
        return server.getSmtp().getPort();
    }

    private InstantSource clock() {
        return now::get;
    }

    private Delivery delivery(int port) {
        return delivery("smtp://127.0.0.1:" + port);
    }

    private Delivery delivery(String url) {
        return new Delivery(DATABASE.jdbi(), settings(url), clock());
    }

    private static Settings settings(String url) {
        Map<String, String> said = new HashMap<>(Map.of("SMTP_URL", url));
        said.put("MAIL_FROM", "The Paper <paper@paper.test>");
        return Settings.load(Map.of(), said);
    }

    private void put(String to, String subject) {
        transaction.executeWithoutResult(_ -> outbox.send(mail(to, subject), NOON));
    }

    private static Mail mail(String to, String subject) {
        return new Mail(to, subject, "Kata-kata surat – für dich.", "<html><body><p>Kata-kata</p></body></html>");
    }

    private static List<String> states() {
        return DATABASE.jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                                select case when sent_at is not null then 'sent' when given_up is not null then 'given up'
                                            else 'waits' end || ' ' || attempts
                                  from base.mail order by id
                                """).mapTo(String.class).list());
    }

    private static String words(String to) {
        return DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("select words from base.mail where recipient = :to")
                        .bind("to", to)
                        .mapTo(String.class)
                        .one());
    }
}
