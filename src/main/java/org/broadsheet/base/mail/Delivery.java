package org.broadsheet.base.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Brings mail to the mail server. Every node may; the database hands each mail to one of them at a time. A mail that was sent
 * while its node died is sent again, under the same name: once too often rather than never.
 */
@Component
class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AT_ONCE = 20;
    /** Longer than any batch takes; after that another node may try what this one has claimed. */
    private static final Duration CLAIMED = Duration.ofMinutes(20);

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final Duration LONGEST_RETRY = Duration.ofHours(2);
    /** What it links to has run out by then. */
    private static final Duration TOO_OLD = Duration.ofDays(3);

    private static final Duration WORDS_KEPT = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private final MailSql sql;
    private final InstantSource clock;
    private final Optional<MailServer> server;

    @Autowired
    Delivery(Jdbi jdbi, Settings settings, InstantSource clock) {
        this(jdbi, settings, clock, PATIENCE);
    }

    Delivery(Jdbi jdbi, Settings settings, InstantSource clock, Duration patience) {
        this.sql = NamedSql.of(jdbi, MailSql.class);
        this.clock = clock;
        this.server = server(settings, patience);
    }

    private static Optional<MailServer> server(Settings settings, Duration patience) {
        if (settings.mail().server().isEmpty()) {
            return Optional.empty();
        }
        if (settings.mail().from().isEmpty()) {
            LOG.error("BROADSHEET_SMTP_URL is set and BROADSHEET_MAIL_FROM is not: no mail is sent until both are.");
            return Optional.empty();
        }
        try {
            InternetAddress from = new InternetAddress(settings.mail().from().get(), true);
            return Optional.of(new MailServer(
                    settings.mail().server().get(), from, settings.baseUrl().getHost(), patience));
        } catch (AddressException odd) {
            LOG.error("BROADSHEET_MAIL_FROM is no address ({}): no mail is sent until it is.", odd.getMessage());
            return Optional.empty();
        }
    }

    boolean able() {
        return server.isPresent();
    }

    /** Tries what is due. True when there may be more. */
    boolean round() {
        if (server.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        List<MailSql.Due> claimed = sql.claim(now, now.plus(CLAIMED), AT_ONCE);
        if (claimed.isEmpty()) {
            return false;
        }
        List<MailSql.Due> due =
                claimed.stream().filter(mail -> !isTooOld(mail, now)).toList();
        if (!due.isEmpty()) {
            deliver(server.get(), due);
        }
        return claimed.size() == AT_ONCE;
    }

    private boolean isTooOld(MailSql.Due mail, Instant now) {
        boolean old = mail.putAt().plus(TOO_OLD).isBefore(now);
        if (old) {
            sql.giveUp(mail.id(), now, "could not be sent for " + TOO_OLD.toDays() + " days");
            LOG.warn("mail {} could not be sent for {} days and is given up", mail.id(), TOO_OLD.toDays());
        }
        return old;
    }

    private void deliver(MailServer to, List<MailSql.Due> due) {
        int done = 0;
        try (Transport transport = to.open()) {
            for (MailSql.Due mail : due) {
                done++;
                if (!sent(to, transport, mail)) {
                    break;
                }
            }
            due.subList(done, due.size()).forEach(mail -> again(mail, "not tried: the server had ended it"));
        } catch (MessagingException closed) {
            LOG.warn("{} takes no mail now: {}", to, Refusals.said(closed));
            due.subList(done, due.size()).forEach(mail -> again(mail, Refusals.said(closed)));
        }
    }

    /** False when the conversation is over. */
    private boolean sent(MailServer to, Transport transport, MailSql.Due mail) {
        try {
            to.send(transport, mail.id(), mail.mail(), mail.putAt());
            sql.sent(mail.id(), clock.instant());
            return true;
        } catch (MessagingException refusal) {
            if (Refusals.isForGood(refusal)) {
                sql.giveUp(mail.id(), clock.instant(), Refusals.said(refusal));
                LOG.warn("mail {} is refused for good and given up", mail.id());
            } else {
                again(mail, Refusals.said(refusal));
            }
            return !Refusals.endsTheConversation(refusal);
        }
    }

    private void again(MailSql.Due mail, String answer) {
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(mail.attempts() - 1, 10));
        sql.again(mail.id(), clock.instant().plus(wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY), answer);
    }

    /** Links do not stay in the database, and mail that nobody sends does not either. */
    void tidy() {
        Instant now = clock.instant();
        sql.emptyWords(now.minus(WORDS_KEPT));
        sql.forget(now.minus(KEPT));
    }
}
