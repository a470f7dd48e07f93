package org.broadsheet.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.wire.WireSql.UnreadRow;
import org.broadsheet.wire.format.Content.Transport;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireTime;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agencies sent. {@link #keep} puts the bytes away before anybody looks into them, {@link #readKept} reads what is
 * put away into items; both may be said again at any time and change nothing the second time. {@link WireNews} is told of
 * each item that is new, or is read in another way now, in the transaction that keeps it.
 */
@Component
@Transactional
public class Wire {
    private static final int LONGEST_SOURCE = 60;
    static final int LONGEST_REASON = 500;

    private final WireSql sql;
    private final ApplicationEventPublisher events;

    Wire(Jdbi jdbi, ApplicationEventPublisher events) {
        this.sql = NamedSql.of(jdbi, WireSql.class);
        this.events = events;
    }

    /**
     * Bytes that have come.
     *
     * @param source the agency's short name, 1 to 60 characters
     * @param transport what was said beside them
     */
    public record Arrival(String source, byte[] content, Instant arrived, Transport transport) {
        public Arrival(String source, byte[] content, Instant arrived) {
            this(source, content, arrived, Transport.NONE);
        }

        public Arrival {
            if (source.isBlank() || source.length() > LONGEST_SOURCE) {
                throw new IllegalArgumentException("source is \"" + source + "\"; expected 1 to 60 characters");
            }
        }
    }

    /** An item as it is kept, with whose it is and when it came. */
    public record Kept(long id, String source, Instant arrived, WireItem item) {}

    /**
     * What reading came to.
     *
     * @param documents that were read
     * @param added items that nobody had sent before
     * @param refused documents that could not be read
     */
    public record Progress(int documents, int added, int refused) {}

    /** Puts bytes away. When this has returned they outlive a crash. */
    public void keep(List<Arrival> arrivals) {
        List<WireKeeping.Raw> rows = arrivals.stream()
                .map(a -> WireKeeping.raw(a.source(), Formats.hash(a.content()), a.arrived(), a.transport()))
                .toList();
        sql.keep(
                WireKeeping.rows(rows),
                array("bytea", arrivals.stream().map(Arrival::content).toArray(byte[][]::new)));
    }

    /** Reads at most so many documents that are put away and not read yet. Safe on any number of nodes at once. */
    public Progress readKept(int most) {
        Map<WireSql.Name, WireItem> read = new HashMap<>();
        List<WireKeeping.Row> items = new ArrayList<>();
        List<String> contents = new ArrayList<>();
        List<WireKeeping.Answer> answers = new ArrayList<>();
        int refused = 0;
        for (UnreadRow row : sql.unread(most)) {
            switch (Formats.read(row.content(), row.transport())) {
                case Outcome.Accepted(String format, List<WireItem> said, List<String> _) -> {
                    for (WireItem item : said) {
                        String content = WireKeeping.write(item);
                        WireKeeping.Row line = row(row, item, WireKeeping.hash(content));
                        items.add(line);
                        contents.add(content);
                        read.put(line.name(), item);
                    }
                    answers.add(new WireKeeping.Answer(row.id(), "accepted", Optional.empty(), Optional.of(format)));
                }
                case Outcome.Refused(String reason, Optional<String> format) -> {
                    refused++;
                    String kept = WireKeeping.storable(reason, LONGEST_REASON);
                    answers.add(new WireKeeping.Answer(row.id(), "refused", Optional.of(kept), format));
                }
            }
        }
        int added = items.isEmpty() ? 0 : add(items, contents, read);
        if (!answers.isEmpty()) {
            sql.answer(WireKeeping.rows(answers));
        }
        return new Progress(answers.size(), added, refused);
    }

    private int add(List<WireKeeping.Row> items, List<String> contents, Map<WireSql.Name, WireItem> read) {
        List<Kept> added = sql.add(WireKeeping.rows(items), array("text", contents.toArray(String[]::new))).stream()
                .map(row -> new Kept(row.id(), row.source(), row.arrived(), item(read, row)))
                .toList();
        if (!added.isEmpty()) {
            events.publishEvent(new WireNews(added));
        }
        return added.size();
    }

    private static WireItem item(Map<WireSql.Name, WireItem> read, WireSql.AddedRow row) {
        return Objects.requireNonNull(read.get(row.name()));
    }

    static Argument array(String type, Object[] elements) {
        return (position, statement, _) ->
                statement.setArray(position, statement.getConnection().createArrayOf(type, elements));
    }

    static WireKeeping.Row row(UnreadRow raw, WireItem item, String hash) {
        return new WireKeeping.Row(
                raw.id(),
                raw.source(),
                key(item.guid()),
                WireKeeping.storable(item.version().orElse(""), 60),
                hash,
                raw.arrived(),
                item.status().word(),
                item.embargo().map(WireTime::instant));
    }

    /**
     * What reading again came to.
     *
     * @param documents that were looked at
     * @param changed items that are read in another way now
     * @param added items that nobody had read before
     * @param gone items that are read no more
     * @param refused documents that cannot be read; what was read of them before stays
     * @param last the document to go on after
     */
    public record Reread(int documents, int changed, int added, int gone, int refused, long last) {}

    /**
     * Reads again, after a reader was mended, what is kept after a document: at most so many, oldest first. What is read
     * in another way takes the place of what was read before; nothing is there twice. Said once more it changes nothing.
     *
     * @param source empty for all
     * @param after 0 to begin with, then what the last answer says
     */
    public Reread reread(Optional<String> source, long after, int most) {
        WireRereading rereading = new WireRereading(sql);
        Reread reread = rereading.read(source.orElse(""), after, most);
        List<Kept> news = rereading.news();
        if (!news.isEmpty()) {
            events.publishEvent(new WireNews(news));
        }
        return reread;
    }

    /** The newest version of each item, newest arrival first. */
    @Transactional(readOnly = true)
    public List<Kept> latest(int most) {
        return sql.latest(most).stream().map(Wire::kept).toList();
    }

    /** Everything that a source said under one identifier, in the order of its coming. */
    @Transactional(readOnly = true)
    public List<Kept> history(String source, String guid) {
        return sql.history(source, key(guid)).stream().map(Wire::kept).toList();
    }

    /** A sender's identifier as columns hold it, at most 400 characters: a longer one is known by its hash. */
    public static String key(String guid) {
        return WireKeeping.storable(guid, 400);
    }

    /** An item as columns hold it: JSON, the same for the same item, without the origins of its fields. */
    public static String stored(WireItem item) {
        return WireKeeping.write(item);
    }

    /** The item that {@link #stored} wrote. */
    public static WireItem item(String stored) {
        return WireKeeping.read(stored);
    }

    /** The bytes as they came. */
    @Transactional(readOnly = true)
    public Optional<byte[]> raw(String source, String sha256) {
        return sql.raw(source, sha256);
    }

    private static Kept kept(WireSql.KeptRow row) {
        return new Kept(row.id(), row.source(), row.arrived(), WireKeeping.read(row.content()));
    }
}
