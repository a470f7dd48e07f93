package org.broadsheet.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.broadsheet.base.db.NamedSql;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/** Pictures in the table {@code media.stored}. */
@Component
class DatabasePictureStore implements PictureStore {

    private final StoredSql sql;

    DatabasePictureStore(Jdbi jdbi) {
        this.sql = NamedSql.of(jdbi, StoredSql.class);
    }

    @Override
    public void keep(String name, Path file) {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            long bytes = Files.size(file);
            // Jdbi's own binding of a stream would make it a large object.
            sql.keep(name, (position, statement, _) -> statement.setBinaryStream(position, content, bytes));
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        return sql.read(name);
    }
}
