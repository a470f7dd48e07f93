package org.broadsheet.media;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the bytes of pictures are. Names look like paths ({@code originals/…}, {@code pictures/…}); what stands under one
 * never changes. In PostgreSQL now, so that a backup is one thing and every node sees them; an object store can stand
 * behind the same two questions.
 */
interface PictureStore {

    /** Streams a file in; the same name again changes nothing. Part of the caller's transaction where there is one. */
    void keep(String name, Path file);

    Optional<byte[]> read(String name);
}
