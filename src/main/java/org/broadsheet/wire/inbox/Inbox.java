package org.broadsheet.wire.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.Keyset;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.StoryId;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.item.Succession;
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
     * An item of the wire by its sender's latest word, which is not always what came last.
     *
     * @param id of the version that came last
     * @param arrived when that came
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
        public Keyset place() {
            return new Keyset(arrived, id);
        }
    }

    /** One item with all it says. @param entry as lists have it */
    public record Look(Entry entry, WireItem item) {}

    /** What nobody has declined, of all sources. */
    @Transactional(readOnly = true)
    public List<Entry> newest(Keyset after, int count) {
        return entries(sql.newest(after.at(), after.id(), most(count)));
    }

    @Transactional(readOnly = true)
    public List<Entry> newest(String source, Keyset after, int count) {
        return entries(sql.newest(source, after.at(), after.id(), most(count)));
    }

    /** Those with all these words in their headline, declined ones too. */
    @Transactional(readOnly = true)
    public List<Entry> called(String words, Keyset after, int count) {
        return entries(sql.called(words, after.at(), after.id(), most(count)));
    }

    @Transactional(readOnly = true)
    public List<Entry> marked(Mark mark, int count) {
        return entries(sql.marked(mark.word(), most(count)));
    }

    /** The newest version of the item that this is a version of. */
    @Transactional(readOnly = true)
    public Optional<Look> find(long item) {
        return sql.find(item)
                .flatMap(row -> Optional.ofNullable(words(List.of(row)).get(row.name()))
                        .map(said -> new Look(row.entry(said), said)));
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

    private List<Entry> entries(List<InboxSql.Row> rows) {
        Map<InboxSql.Name, WireItem> words = words(rows);
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(words.get(row.name())).map(row::entry))
                .toList();
    }

    /** Of each the sender's latest word. */
    private Map<InboxSql.Name, WireItem> words(List<InboxSql.Row> rows) {
        String[] sources = rows.stream().map(InboxSql.Row::source).toArray(String[]::new);
        String[] guids = rows.stream().map(InboxSql.Row::guid).toArray(String[]::new);
        Map<InboxSql.Name, List<WireItem>> versions = new HashMap<>();
        for (InboxSql.VersionRow row : sql.versions(sources, guids)) {
            versions.computeIfAbsent(row.name(), _ -> new ArrayList<>()).add(Wire.item(row.content()));
        }
        Map<InboxSql.Name, WireItem> words = new HashMap<>();
        versions.forEach((name, said) -> Succession.latest(said.stream()).ifPresent(latest -> words.put(name, latest)));
        return words;
    }

    private static int most(int count) {
        return Math.clamp(count, 1, MOST);
    }
}
