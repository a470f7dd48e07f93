package org.broadsheet.wire.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireStatus;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looking through what agencies sent, the newest first, and putting items aside. */
@Component
@Transactional
public class Inbox {
    /** Entries of one list at most. */
    public static final int MOST = 100;

    private static final int MOST_SOURCES = 200;

    private final InboxSql sql;

    Inbox(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, InboxSql.class);
    }

    /** What the newsroom has said of an item. */
    public enum Mark {
        /** To be looked at again. */
        HELD,
        /** Not for us. */
        DECLINED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An item of the wire by its newest version.
     *
     * @param id of that version
     * @param name its headline, or what else it may be called
     * @param urgency 1 (most) to 9
     * @param story that was made of it
     */
    public record Entry(
            long id,
            String source,
            Instant arrived,
            WireStatus status,
            Optional<Instant> embargo,
            String name,
            Optional<Integer> urgency,
            Optional<Mark> mark,
            Optional<StoryId> story) {
        public Place place() {
            return new Place(arrived, id);
        }
    }

    /** Where a list goes on: after the item that came then. */
    public record Place(Instant arrived, long id) {
        /** Before all that will ever come. */
        public static final Place TOP = new Place(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

        /** For an address: {@code seconds.nanos-id}. */
        public String text() {
            return arrived.getEpochSecond() + "." + arrived.getNano() + "-" + id;
        }

        /** The top for a text that {@link #text} did not write. */
        public static Place of(String text) {
            if (!text.matches("\\d{1,11}\\.\\d{1,9}-\\d{1,18}")) {
                return TOP;
            }
            String[] parts = text.split("[.-]", -1);
            return new Place(
                    Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1])),
                    Long.parseLong(parts[2]));
        }
    }

    /** One item with all it says. @param entry as lists have it */
    public record Look(Entry entry, WireItem item) {}

    /** What nobody has declined, of all sources. */
    @Transactional(readOnly = true)
    public List<Entry> newest(Place after, int count) {
        return sql.newest(after.arrived(), after.id(), most(count));
    }

    @Transactional(readOnly = true)
    public List<Entry> newest(String source, Place after, int count) {
        return sql.newest(source, after.arrived(), after.id(), most(count));
    }

    /** Those with all these words in their headline, declined ones too. */
    @Transactional(readOnly = true)
    public List<Entry> called(String words, Place after, int count) {
        return sql.called(words, after.arrived(), after.id(), most(count));
    }

    @Transactional(readOnly = true)
    public List<Entry> marked(Mark mark, int count) {
        return sql.marked(mark.word(), most(count));
    }

    /** The newest version of the item that this is a version of. */
    @Transactional(readOnly = true)
    public Optional<Look> find(long item) {
        return sql.find(item).map(entry -> new Look(entry, Wire.item(sql.content(entry.id()))));
    }

    /** Who has sent something, by name. */
    @Transactional(readOnly = true)
    public List<String> sources() {
        return sql.sources(MOST_SOURCES);
    }

    /** Says of an item, in the place of what was said before. */
    public boolean mark(long item, Mark mark, Actor by, Instant at) {
        return sql.mark(item, mark.word(), by.name(), at);
    }

    /** As if nobody had said anything of it. */
    public boolean unmark(long item) {
        return sql.unmark(item);
    }

    private static int most(int count) {
        return Math.clamp(count, 1, MOST);
    }
}
