package org.broadsheet.base.db;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionContext;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Interfaces of named SQL, made ready once. Jdbi's own {@code onDemand} makes every method of an interface ready again at
 * every call of one, which took more time than the statement. The price: only what is registered with Jdbi itself counts,
 * so annotations that configure one interface or method ({@code @RegisterRowMapper}, {@code @KeyColumn}) do nothing here; a
 * house rule refuses them.
 */
public final class NamedSql {

    private NamedSql() {}

    /**
     * Takes part in the Spring transaction of the door's {@code @Transactional} method; outside of one, each call is its own.
     * Made ready at the first call: a start of the paper needs few of them before its first page.
     */
    public static <T> T of(Jdbi jdbi, Class<T> statements) {
        return statements.cast(Proxy.newProxyInstance(
                statements.getClassLoader(), new Class<?>[] {statements}, new WhenAsked<>(jdbi, statements)));
    }

    private static final class WhenAsked<T> implements InvocationHandler {
        private final Jdbi jdbi;
        private final Class<T> statements;
        private volatile @Nullable T ready;

        WhenAsked(Jdbi jdbi, Class<T> statements) {
            this.jdbi = jdbi;
            this.statements = statements;
        }

        @Override
        public @Nullable Object invoke(Object asked, Method method, Object @Nullable [] arguments) throws Throwable {
            T mine = ready();
            return Proxy.getInvocationHandler(mine).invoke(mine, method, arguments);
        }

        private T ready() {
            T here = ready;
            if (here == null) {
                synchronized (this) {
                    here = ready == null ? made() : ready;
                    ready = here;
                }
            }
            return here;
        }

        private T made() {
            return jdbi.getConfig(Extensions.class)
                    .findFor(statements, new HandleOfTheCall(jdbi))
                    .orElseThrow(() -> new IllegalArgumentException(statements + " is no interface of SQL"));
        }
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
