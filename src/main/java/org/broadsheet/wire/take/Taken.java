package org.broadsheet.wire.take;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.item.WireItem;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which stories stand on what an agency sent. */
@Component
@Transactional
public class Taken {
    private final TakenSql sql;

    Taken(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, TakenSql.class);
    }

    /**
     * What a story stands on: the agency's copy as it was when the story was made or last brought up to date.
     *
     * @param follows it went into print as it came, and so does what the agency says later
     */
    public record Base(StoryId story, String source, WireItem item, boolean follows) {}

    /**
     * Nobody else takes these items, or brings stories that stand on them up to date, until the transaction ends. Held before
     * it is asked whether a story stands on them, so that no version falls between the taking and the asking.
     */
    void hold(List<TakenSql.NameRow> items) {
        if (!items.isEmpty()) {
            sql.hold(
                    items.stream().map(TakenSql.NameRow::source).toArray(String[]::new),
                    items.stream().map(TakenSql.NameRow::guid).toArray(String[]::new));
        }
    }

    /** Those of these items on which a story stands; held as {@link #hold} says. */
    public List<Wire.Kept> amongTaken(List<Wire.Kept> items) {
        List<TakenSql.NameRow> names = items.stream().map(Taken::name).toList();
        hold(names);
        Set<TakenSql.NameRow> known = Set.copyOf(sql.known(
                names.stream().map(TakenSql.NameRow::source).toArray(String[]::new),
                names.stream().map(TakenSql.NameRow::guid).toArray(String[]::new)));
        return items.stream().filter(item -> known.contains(name(item))).toList();
    }

    private static TakenSql.NameRow name(Wire.Kept item) {
        return new TakenSql.NameRow(item.source(), Wire.key(item.item().guid()));
    }

    /**
     * Writes down that a story stands on this copy; said again it takes the place of what was said before.
     *
     * @throws org.jdbi.v3.core.statement.UnableToExecuteStatementException when another story stands on this item
     */
    public void standsOn(StoryId story, String source, WireItem item, Instant at) {
        sql.standsOn(story.value(), source, Wire.key(item.guid()), Wire.stored(item), at);
    }

    /** From now on what the agency says goes into print as it comes, as long as the desk leaves the story alone. */
    public void follows(StoryId story) {
        sql.follows(story.value());
    }

    /** What a story stands on; empty for the paper's own. */
    public Optional<Base> of(StoryId story) {
        return sql.of(story.value()).map(Taken::base);
    }

    /** The story that stands on what a source said under one identifier, held until the transaction ends. */
    public Optional<Base> from(String source, String guid) {
        return sql.from(source, Wire.key(guid)).map(Taken::base);
    }

    private static Base base(TakenSql.TakenRow row) {
        return new Base(new StoryId(row.story()), row.source(), Wire.item(row.base()), row.follows());
    }
}
