package org.broadsheet.plan;

import java.time.Instant;
import java.util.List;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Network;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.plan.book.InstitutionSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Libraries, schools and newsrooms whose readers are known by the network they come from. */
@Component
@Transactional
public class Institutions {
    private static final int WIDEST_IPV4 = 8;
    private static final int WIDEST_IPV6 = 24;
    private static final int IPV4_BYTES = 4;
    private static final int LONGEST_NAME = 120;

    private final InstitutionSql sql;
    private final ChangeNotices notices;
    private final AuditLog audit;

    Institutions(Jdbi jdbi, ChangeNotices notices, AuditLog audit) {
        this.sql = NamedSql.of(jdbi, InstitutionSql.class);
        this.notices = notices;
        this.audit = audit;
    }

    /**
     * One of them.
     *
     * @param name what its readers are shown
     * @param networks at least one, none wider than /8, or /24 of IPv6
     */
    public record Institution(String name, List<Network> networks, Instant from, Instant until) {
        public Institution {
            networks = List.copyOf(networks);
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("an institution's name has 1 to " + LONGEST_NAME + " characters");
            }
            if (networks.isEmpty() || networks.stream().anyMatch(Institution::tooWide)) {
                throw new IllegalArgumentException("networks are " + networks
                        + "; expected at least one, none wider than /" + WIDEST_IPV4 + ", or /" + WIDEST_IPV6
                        + " of IPv6");
            }
            if (!until.isAfter(from)) {
                throw new IllegalArgumentException("until is " + until + "; expected a time after " + from);
            }
        }

        private static boolean tooWide(Network network) {
            return network.bits() < (network.base().getAddress().length == IPV4_BYTES ? WIDEST_IPV4 : WIDEST_IPV6);
        }
    }

    /** Adds one, or gives it other networks and times. */
    public void admit(Institution institution, Actor by, Instant at) {
        long id = sql.put(institution.name(), institution.from(), institution.until());
        sql.clear(id);
        sql.add(
                id,
                institution.networks().stream()
                        .map(Network::toString)
                        .distinct()
                        .toList());
        audit.write(new AuditLog.Entry(
                at,
                by,
                "institution admitted",
                "institution " + institution.name(),
                institution.networks().toString()));
        notices.announce(new Change("institution", institution.name()));
    }

    /** False where there is none of that name that still reads. */
    public boolean end(String name, String why, Actor by, Instant at) {
        boolean ended = sql.end(name, at);
        if (ended) {
            audit.write(new AuditLog.Entry(at, by, "institution ended", "institution " + name, why));
            notices.announce(new Change("institution", name));
        }
        return ended;
    }

    @Transactional(readOnly = true)
    public List<Institution> all() {
        return sql.all().stream()
                .map(line -> new Institution(
                        line.name(),
                        line.networks().stream().map(Network::parse).toList(),
                        line.fromAt(),
                        line.untilAt()))
                .toList();
    }
}
