package org.broadsheet.wire.take;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** What a story stands on: the agency's copy as it was when the story was made or last brought up to date. */
    public record Base(StoryId story, String source, WireItem item) {}

    /** Writes down that a story stands on this copy; said again it takes the place of what was said before. */
    public void standsOn(StoryId story, String source, WireItem item, Instant at) {
        sql.standsOn(story.value(), source, Wire.key(item.guid()), Wire.stored(item), at);
    }

    /** What a story stands on; empty for the paper's own. */
    public Optional<Base> of(StoryId story) {
        return sql.of(story.value()).map(Taken::base);
    }

    /** Every story that stands on what a source said under one identifier, held until the transaction ends. */
    public List<Base> from(String source, String guid) {
        return sql.from(source, Wire.key(guid)).stream().map(Taken::base).toList();
    }

    private static Base base(TakenSql.TakenRow row) {
        return new Base(new StoryId(row.story()), row.source(), Wire.item(row.base()));
    }
}
