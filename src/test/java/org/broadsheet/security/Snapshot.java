package org.broadsheet.security;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.broadsheet.reader.ReaderId;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What the database holds: to see that something changed nothing. When somebody was last seen does not count. */
final class Snapshot {
    private static final List<String> ROOMS = List.of("reader", "plan", "gift", "paywall", "feedback");

    private Snapshot() {}

    /** Every row of the rooms that keep something about people, and the mail, by table. */
    static SortedMap<String, List<String>> of(Jdbi jdbi) {
        return jdbi.withHandle(handle -> {
            SortedMap<String, List<String>> rows = new TreeMap<>();
            tables(handle).forEach(table -> rows.put(table, rows(handle, table, "true")));
            return rows;
        });
    }

    /** Every row that is a reader's. */
    static SortedMap<String, List<String>> of(Jdbi jdbi, ReaderId reader) {
        return jdbi.withHandle(handle -> {
            SortedMap<String, List<String>> rows = new TreeMap<>();
            rows.put("reader.reader", rows(handle, "reader.reader", "t.id = " + reader));
            owned(handle)
                    .forEach(column -> rows.put(
                            column.table + "." + column.name,
                            rows(handle, column.table, "t." + column.name + " = " + reader)));
            return rows;
        });
    }

    private record Column(String table, String name) {}

    private static List<String> tables(Handle handle) {
        return handle.createQuery("""
                        select table_schema || '.' || table_name from information_schema.tables
                         where table_type = 'BASE TABLE'
                           and (table_schema = any(:rooms) or (table_schema = 'base' and table_name = 'mail'))
                           and table_name <> 'tries'
                        """)
                .bindArray("rooms", String.class, ROOMS)
                .mapTo(String.class)
                .list();
    }

    private static List<Column> owned(Handle handle) {
        return handle.createQuery("""
                        select c.conrelid::regclass::text as table, a.attname as name
                          from pg_constraint c
                          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                         where c.contype = 'f' and c.confrelid = 'reader.reader'::regclass
                        """)
                .map((row, context) -> new Column(row.getString("table"), row.getString("name")))
                .list();
    }

    private static List<String> rows(Handle handle, String table, String where) {
        return handle.createQuery(
                        "select (to_jsonb(t) - 'seen_at')::text from " + table + " t where " + where + " order by 1")
                .mapTo(String.class)
                .list();
    }
}
