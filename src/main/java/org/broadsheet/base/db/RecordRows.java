package org.broadsheet.base.db;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.RowMapperFactory;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Rows become records, public or not, by the names of their columns: {@code reading_minutes} is {@code readingMinutes}.
 * A record inside a record takes its columns from the same row, as {@code address_slug} or else {@code slug}.
 */
final class RecordRows implements RowMapperFactory {

    @Override
    public Optional<RowMapper<?>> build(Type type, ConfigRegistry config) {
        return rows(type) ? Optional.of(new Mapper((Class<?>) type)) : Optional.empty();
    }

    /** Records of one component are values in a column, see {@link ValueRecords}. */
    private static boolean rows(Type type) {
        return type instanceof Class<?> raw && raw.isRecord() && raw.getRecordComponents().length > 1;
    }

    private interface Part {
        @Nullable
        Object read(ResultSet row, StatementContext context) throws SQLException;
    }

    private record Mapper(Class<?> type) implements RowMapper<Object> {

        @Override
        public Object map(ResultSet row, StatementContext context) throws SQLException {
            return specialize(row, context).map(row, context);
        }

        @Override
        public RowMapper<Object> specialize(ResultSet rows, StatementContext context) throws SQLException {
            Part whole = whole(type, "", columns(rows), context);
            return (row, statement) -> whole.read(row, statement);
        }
    }

    private static Map<String, Integer> columns(ResultSet rows) throws SQLException {
        ResultSetMetaData data = rows.getMetaData();
        Map<String, Integer> columns = new HashMap<>();
        for (int number = 1; number <= data.getColumnCount(); number++) {
            columns.putIfAbsent(plain(data.getColumnLabel(number)), number);
        }
        return columns;
    }

    private static Part whole(Class<?> type, String prefix, Map<String, Integer> columns, StatementContext context) {
        RecordComponent[] components = type.getRecordComponents();
        List<Part> parts = Arrays.stream(components)
                .map(component -> part(component, prefix, columns, context))
                .toList();
        Constructor<?> constructor = constructor(type, components);
        return (row, statement) -> {
            @Nullable Object[] arguments = new @Nullable Object[parts.size()];
            for (int at = 0; at < arguments.length; at++) {
                arguments[at] = parts.get(at).read(row, statement);
            }
            return make(constructor, arguments);
        };
    }

    private static Part part(
            RecordComponent component, String prefix, Map<String, Integer> columns, StatementContext context) {
        String name = plain(component.getName());
        Integer column = columns.getOrDefault(prefix + name, columns.get(name));
        if (column != null) {
            ColumnMapper<?> mapper = context.getConfig(ColumnMappers.class)
                    .findFor(component.getGenericType())
                    .orElseThrow(() -> new IllegalStateException(component + " cannot be read from a column"));
            return (row, statement) -> mapper.map(row, column, statement);
        }
        if (rows(component.getType())) {
            return whole(component.getType(), name, columns, context);
        }
        throw new IllegalStateException("No column for " + component.getName() + " of "
                + component.getDeclaringRecord().getSimpleName() + " among " + columns.keySet());
    }

    private static Constructor<?> constructor(Class<?> type, RecordComponent[] components) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
    }

    private static Object make(Constructor<?> constructor, @Nullable Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "The database holds what is no "
                            + constructor.getDeclaringClass().getSimpleName(),
                    e.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException(constructor + " does not take what the row holds", e);
        }
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
