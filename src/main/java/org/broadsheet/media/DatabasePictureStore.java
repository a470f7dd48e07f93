package org.broadsheet.media;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Pictures in the table {@code media.stored}. */
class DatabasePictureStore implements PictureStore {

    private final StoredSql sql;

    DatabasePictureStore(Jdbi jdbi) {
        this.sql = jdbi.onDemand(StoredSql.class);
    }

    @Override
    public void keep(String name, Path file) {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            sql.keep(name, content);
        } catch (IOException cannotRead) {
            throw new UncheckedIOException(cannotRead);
        }
    }

    @Override
    public Optional<byte[]> read(String name) {
        return sql.read(name);
    }
}
