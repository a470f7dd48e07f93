package org.broadsheet.base.db;

import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionContext;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;

/**
 * Interfaces of named SQL, made ready once. Jdbi's own {@code onDemand} makes every method of an interface ready again at
 * every call of one, which took more time than the statement. The price: only what is registered with Jdbi itself counts,
 * so annotations that configure one interface or method ({@code @RegisterRowMapper}, {@code @KeyColumn}) do nothing here; a
 * house rule refuses them.
 */
public final class NamedSql {

    private NamedSql() {}

    /** Takes part in the Spring transaction of the door's {@code @Transactional} method; outside of one, each call is its own. */
    public static <T> T of(Jdbi jdbi, Class<T> statements) {
        return jdbi.getConfig(Extensions.class)
                .findFor(statements, new HandleOfTheCall(jdbi))
                .orElseThrow(() -> new IllegalArgumentException(statements + " is no interface of SQL"));
    }

    private static final class HandleOfTheCall implements HandleSupplier {
        private final Jdbi jdbi;
        private final ScopedValue<Handle> handle = ScopedValue.newInstance();

        HandleOfTheCall(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        @Override
        public Handle getHandle() {
            return handle.get();
        }

        @Override
        public Jdbi getJdbi() {
            return jdbi;
        }

        @Override
        public ConfigRegistry getConfig() {
            return handle.isBound() ? handle.get().getConfig() : jdbi.getConfig();
        }

        /** A default method of the interface that calls others has one handle for all of them. */
        @Override
        public <V> V invokeInContext(ExtensionContext context, Callable<V> call) throws Exception {
            if (handle.isBound()) {
                return call.call();
            }
            try (Handle opened = jdbi.open()) {
                return ScopedValue.where(handle, opened).call(call::call);
            }
        }
    }
}
