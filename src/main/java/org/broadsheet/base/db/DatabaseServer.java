package org.broadsheet.base.db;

import java.util.Optional;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.Settings;
import org.broadsheet.base.postgres.EmbeddedPostgres;

/** The server the paper is kept in: one of the operator's own, or PostgreSQL run beside us. */
public final class DatabaseServer implements AutoCloseable {

    private final DatabaseUrl url;
    private final Optional<EmbeddedPostgres> embedded;

    private DatabaseServer(DatabaseUrl url, Optional<EmbeddedPostgres> embedded) {
        this.url = url;
        this.embedded = embedded;
    }

    public static DatabaseServer of(Settings.Storage storage) {
        return storage.database()
                .map(url -> new DatabaseServer(Requirements.met(url), Optional.empty()))
                .orElseGet(() -> {
                    EmbeddedPostgres postgres = EmbeddedPostgres.start(storage.data());
                    return new DatabaseServer(postgres.url(), Optional.of(postgres));
                });
    }

    public DatabaseUrl url() {
        return url;
    }

    public Optional<EmbeddedPostgres> embedded() {
        return embedded;
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }
}
