package org.broadsheet.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.link.Links;
import org.broadsheet.reader.link.Purpose;
import org.broadsheet.reader.rows.StaffSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members of staff, and what each may do. */
@Component
@Transactional
public class Staff {
    /** New members do not sit at their mail when they are named. */
    public static final Duration LINK_LIFE = Duration.ofDays(1);

    private final StaffSql sql;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Links links;
    private final Joins.Doorkeeping keeping;
    private final ApplicationEventPublisher news;

    /** Its places. */
    @Component
    record Parts(Accounts accounts, Sessions sessions, Links links, Joins.Doorkeeping keeping) {}

    Staff(Jdbi jdbi, Parts parts, ApplicationEventPublisher news) {
        this.sql = NamedSql.of(jdbi, StaffSql.class);
        this.accounts = parts.accounts();
        this.sessions = parts.sessions();
        this.links = parts.links();
        this.keeping = parts.keeping();
        this.news = news;
    }

    /** Somebody of the staff. */
    public record Member(ReaderId id, String email, String name, Role role, Instant since) {}

    /** Gives somebody a role, in the place of the one they have; an address without an account gets one. */
    public ReaderId assign(Email email, Role role, Actor by, Instant at) {
        ReaderId reader = accounts.proven(email, "", at);
        if (sql.assign(reader.value(), role.word(), at)) {
            tell(new ReaderNews.RoleChanged(reader, email.address(), Optional.of(role), by, at));
        }
        return reader;
    }

    /** False where nobody of the staff has this address. The account stays, as a reader's. */
    public boolean remove(Email email, Actor by, Instant at) {
        Optional<ReaderId> reader = accounts.find(email);
        if (reader.isEmpty() || !sql.remove(reader.get().value())) {
            return false;
        }
        tell(new ReaderNews.RoleChanged(reader.get(), email.address(), Optional.empty(), by, at));
        return true;
    }

    /** What becomes of the second factor of somebody who is invited once more. */
    public enum Factors {
        STAY,
        /** They are lost, or in the wrong hands: with them goes every session. */
        GO
    }

    /**
     * Lets a member set up a second factor with one alone, for {@link org.broadsheet.reader.second.SecondFactors#ENROLMENT}
     * from now on.
     *
     * @return nothing where nobody of the staff has this address
     */
    public Optional<ReaderId> invite(Email email, Factors factors, Actor by, Instant at) {
        Optional<ReaderId> reader = accounts.find(email).filter(each -> sql.invite(each.value(), at));
        reader.ifPresent(each -> {
            if (factors == Factors.GO) {
                sql.forgetApp(each.value());
                sql.forgetCodes(each.value());
                sql.forgetPasskeys(each.value());
                sessions.endEverywhere(each, at);
            }
            news.publishEvent(new ReaderNews.Invited(each, factors, by, at));
        });
        return reader;
    }

    @Transactional(readOnly = true)
    public List<Member> all() {
        return sql.all();
    }

    @Transactional(readOnly = true)
    public Optional<Role> role(ReaderId reader) {
        return sql.role(reader.value());
    }

    /** A link that signs a member in, good once and for a day: for whoever named them to hand on. */
    public String link(ReaderId reader, Instant at) {
        return links.make(reader.value(), Purpose.SIGN_IN, at, LINK_LIFE).text();
    }

    /** The same, by mail. */
    public void mailLink(ReaderId reader, Email email, Role role, Instant at) {
        keeping.send(new ReaderMail.StaffLink(email, link(reader, at), role), at);
    }

    private void tell(ReaderNews.RoleChanged change) {
        sessions.announce(change.reader());
        news.publishEvent(change);
        news.publishEvent(new ReaderNews.StandingChanged(change.reader()));
    }
}
