package org.broadsheet.base.db;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jspecify.annotations.Nullable;

/** Binds and reads records of one component as that component: an id is a bigint, a slug a text. */
final class ValueRecords implements JdbiPlugin {

    private static final Map<Class<?>, Method> ACCESSORS = new ConcurrentHashMap<>();

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument((ArgumentFactory) ValueRecords::argument);
        jdbi.registerColumnMapper((ColumnMapperFactory) ValueRecords::mapper);
    }

    private static boolean wraps(Type type) {
        return type instanceof Class<?> raw && raw.isRecord() && raw.getRecordComponents().length == 1;
    }

    private static Optional<Argument> argument(Type type, @Nullable Object value, ConfigRegistry config) {
        if (!wraps(type)) {
            return Optional.empty();
        }
        RecordComponent component = ((Class<?>) type).getRecordComponents()[0];
        Object inner = value == null ? null : read(component, value);
        return config.get(Arguments.class).findFor(component.getGenericType(), inner);
    }

    private static Optional<ColumnMapper<?>> mapper(Type type, ConfigRegistry config) {
        if (!wraps(type)) {
            return Optional.empty();
        }
        Class<?> raw = (Class<?>) type;
        RecordComponent component = raw.getRecordComponents()[0];
        return config.get(ColumnMappers.class)
                .findFor(component.getGenericType())
                .map(inner -> (rows, column, context) -> {
                    Object value = inner.map(rows, column, context);
                    return value == null || rows.wasNull() ? null : make(raw, component, value);
                });
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            Method accessor = ACCESSORS.computeIfAbsent(component.getDeclaringRecord(), type -> {
                Method method = component.getAccessor();
                method.setAccessible(true);
                return method;
            });
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static Object make(Class<?> type, RecordComponent component, Object value) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(component.getType());
            constructor.setAccessible(true);
            return constructor.newInstance(value);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "The database holds " + value + ", which is no " + type.getSimpleName(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made from a column", e);
        }
    }
}
