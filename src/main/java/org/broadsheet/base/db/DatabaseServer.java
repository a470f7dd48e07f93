package org.broadsheet.base.db;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.Settings;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.base.postgres.EmbeddedPostgres;
import org.springframework.beans.factory.DisposableBean;

/**
 * The server the paper is kept in: one of the operator's own, or PostgreSQL run beside us. It starts, or is asked whether
 * it will do, in the background, while the rest of the paper is put together.
 */
public final class DatabaseServer implements DisposableBean {

    private final CompletableFuture<Started> starting;

    private record Started(DatabaseUrl url, Optional<EmbeddedPostgres> embedded) {}

    private DatabaseServer(CompletableFuture<Started> starting) {
        this.starting = starting;
    }

    public static DatabaseServer starting(Settings.Storage storage) {
        return new DatabaseServer(CompletableFuture.supplyAsync(
                () -> start(storage),
                task -> Thread.ofPlatform().name("database-start").start(task)));
    }

    private static Started start(Settings.Storage storage) {
        if (storage.database().isPresent()) {
            return new Started(Requirements.met(storage.database().get()), Optional.empty());
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(storage.data());
        return new Started(postgres.url(), Optional.of(postgres));
    }

    /** Waits for the start, and fails as it failed. */
    public DatabaseUrl url() {
        try {
            return starting.join().url();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CommandFailure failure ? failure : e;
        }
    }

    @Override
    public void destroy() {
        starting.handle((started, failure) -> Optional.ofNullable(started).flatMap(Started::embedded))
                .join()
                .ifPresent(EmbeddedPostgres::close);
    }
}
