package org.broadsheet.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.broadsheet.wire.WireSql.HeldRow;
import org.broadsheet.wire.WireSql.UnreadRow;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.item.WireItem;

/**
 * Documents read again: what each gives now is laid beside what is kept of it. Alike stays; the rest is paired by
 * identifier and version, then by identifier, then in order, for a mended reader may have learnt any of them.
 */
final class WireRereading {
    private static final List<BiPredicate<HeldRow, WireKeeping.Row>> PAIRS = List.of(
            (held, row) -> held.guid().equals(row.guid()) && held.version().equals(row.version()),
            (held, row) -> held.guid().equals(row.guid()),
            (_, _) -> true);

    private final WireSql sql;
    private final List<Wire.Kept> news = new ArrayList<>();
    private int changed;
    private int added;
    private int gone;
    private int refused;

    WireRereading(WireSql sql) {
        this.sql = sql;
    }

    Wire.Reread read(String source, long after, int most) {
        List<WireKeeping.Answer> answers = new ArrayList<>();
        long last = after;
        for (UnreadRow raw : sql.again(source, after, most)) {
            answers.add(read(raw));
            last = raw.id();
        }
        if (!answers.isEmpty()) {
            sql.answer(WireKeeping.rows(answers));
        }
        return new Wire.Reread(answers.size(), changed, added, gone, refused, last);
    }

    /**
     * What is read in another way now, or for the first time, where it is the last word of its kind that came: what a mended
     * reader finds in older versions changes nothing that was said since.
     */
    List<Wire.Kept> news() {
        return news.stream()
                .filter(kept -> sql.history(kept.source(), Wire.key(kept.item().guid()))
                                .getLast()
                                .id()
                        == kept.id())
                .toList();
    }

    private WireKeeping.Answer read(UnreadRow raw) {
        return switch (Formats.read(raw.content(), raw.transport())) {
            case Outcome.Accepted(String format, List<WireItem> items, List<String> _) -> {
                compare(raw, items);
                yield new WireKeeping.Answer(raw.id(), "accepted", Optional.empty(), Optional.of(format));
            }
            case Outcome.Refused(String reason, Optional<String> format) -> {
                refused++;
                Optional<String> kept = Optional.of(WireKeeping.storable(reason, Wire.LONGEST_REASON));
                yield new WireKeeping.Answer(raw.id(), "refused", kept, format);
            }
        };
    }

    private void compare(UnreadRow raw, List<WireItem> items) {
        Map<WireKeeping.Row, String> read = new LinkedHashMap<>();
        for (WireItem item : items) {
            String content = WireKeeping.write(item);
            read.put(Wire.row(raw, item, WireKeeping.hash(content)), content);
        }
        List<HeldRow> held = new ArrayList<>(sql.held(raw.id()));
        read.keySet().removeIf(row -> isKept(row, held));
        for (BiPredicate<HeldRow, WireKeeping.Row> pair : PAIRS) {
            read.entrySet().removeIf(entry -> {
                Optional<HeldRow> its =
                        held.stream().filter(h -> pair.test(h, entry.getKey())).findFirst();
                its.ifPresent(h -> {
                    sql.change(h.id(), WireKeeping.object(entry.getKey()), entry.getValue());
                    held.remove(h);
                    news.add(new Wire.Kept(h.id(), raw.source(), raw.arrived(), Wire.item(entry.getValue())));
                    changed++;
                });
                return its.isPresent();
            });
        }
        add(read);
        held.forEach(h -> sql.remove(h.id()));
        gone += held.size();
    }

    /** Under this document, or under another that says the very same. */
    private boolean isKept(WireKeeping.Row row, List<HeldRow> held) {
        Optional<HeldRow> same = held.stream()
                .filter(h -> h.guid().equals(row.guid())
                        && h.version().equals(row.version())
                        && h.sha256().equals(row.sha256()))
                .findFirst();
        if (same.isPresent()) {
            held.remove(same.get());
            return true;
        }
        Optional<HeldRow> elsewhere = sql.same(row.source(), row.guid(), row.version(), row.sha256());
        elsewhere.ifPresent(e -> sql.keepUnder(row.raw(), e.id()));
        return elsewhere.isPresent();
    }

    private void add(Map<WireKeeping.Row, String> items) {
        if (items.isEmpty()) {
            return;
        }
        String rows = WireKeeping.rows(List.copyOf(items.keySet()));
        Map<WireSql.Name, String> contents = new HashMap<>();
        items.forEach((row, content) -> contents.put(row.name(), content));
        for (WireSql.AddedRow row :
                sql.add(rows, Wire.array("text", items.values().toArray(String[]::new)))) {
            WireItem item = Wire.item(Objects.requireNonNull(contents.get(row.name())));
            news.add(new Wire.Kept(row.id(), row.source(), row.arrived(), item));
            added++;
        }
    }
}
