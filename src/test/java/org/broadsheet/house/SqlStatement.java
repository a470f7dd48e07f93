package org.broadsheet.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** One named question of the paper, as its annotation holds it. */
record SqlStatement(String room, String where, String sql) {

    private static final Pattern STRINGS_AND_COMMENTS =
            Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern NAMED_WITH_SCHEMA = Pattern.compile("(?i)(?<![:.\\w])([a-z_]+)\\.[a-z_]+");

    static List<SqlStatement> of(JavaClasses classes, String basePackage) {
        return classes.stream()
                .filter(JavaClass::isInterface)
                .flatMap(type -> of(type, Rooms.roomOf(type, basePackage).orElse("")))
                .toList();
    }

    private static Stream<SqlStatement> of(JavaClass type, String room) {
        return Arrays.stream(type.reflect().getDeclaredMethods())
                .flatMap(method -> text(method).stream()
                        .map(sql -> new SqlStatement(room, type.getSimpleName() + "." + method.getName(), sql)));
    }

    /** Schemas of other rooms that the statement names. A table's alias must not be a room's name. */
    Set<String> strangers() {
        return strangers(sql, room);
    }

    static Set<String> strangers(String sql, String room) {
        Set<String> named = new TreeSet<>();
        NAMED_WITH_SCHEMA
                .matcher(STRINGS_AND_COMMENTS.matcher(sql).replaceAll(" "))
                .results()
                .map(found -> found.group(1).toLowerCase(java.util.Locale.ROOT))
                .filter(Rooms.LINE::containsKey)
                .filter(schema -> !schema.equals(room))
                .forEach(named::add);
        return named;
    }

    private static Optional<String> text(Method method) {
        SqlQuery query = method.getAnnotation(SqlQuery.class);
        SqlUpdate update = method.getAnnotation(SqlUpdate.class);
        SqlBatch batch = method.getAnnotation(SqlBatch.class);
        if (query != null) {
            return Optional.of(query.value());
        }
        if (update != null) {
            return Optional.of(update.value());
        }
        return batch == null ? Optional.empty() : Optional.of(batch.value());
    }
}
