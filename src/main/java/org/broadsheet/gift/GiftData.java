package org.broadsheet.gift;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.reader.PersonalData;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/**
 * A reader's sql. When the account goes, its name, notes and links go from them; what was given stays open until its end,
 * since it is the friends' by then, and stays in the publisher's figures, by nobody.
 */
@Component
class GiftData implements PersonalData {
    private final GiftSql sql;

    GiftData(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, GiftSql.class);
    }

    /** One gift in the download. */
    record Given(
            long gift,
            long story,
            Instant given,
            Instant until,
            Optional<String> nameShown,
            String note,
            int opened,
            int joined,
            Optional<Instant> takenBack) {}

    @Override
    public String part() {
        return "gifts";
    }

    @Override
    public Object of(ReaderId reader) {
        List<Given> given = sql.all(reader.value(), Integer.MAX_VALUE).stream()
                .map(row -> new Given(
                        row.id().value(),
                        row.story(),
                        row.givenAt(),
                        row.until(),
                        row.fromName(),
                        row.note(),
                        row.opened(),
                        row.joined(),
                        row.revokedAt()))
                .toList();
        return Map.of("given", given, "joinedAfterAGift", sql.joinedAt(reader.value()));
    }

    @Override
    public void forget(ReaderId reader) {
        sql.forgetGiver(reader.value());
        sql.forgetMonths(reader.value());
        sql.forgetFriend(reader.value());
    }
}
