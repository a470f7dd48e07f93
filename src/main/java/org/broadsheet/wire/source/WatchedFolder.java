package org.broadsheet.wire.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder that an agency's program writes into. A file is taken when nobody has written to it for a while and it stays as it is
 * while it is read; what was put away moves to {@code done}, what is too large to {@code refused}. Links lead nowhere, and what
 * begins with a dot or ends like an unfinished transfer waits.
 */
final class WatchedFolder {
    static final int MOST_BYTES = 16 * 1024 * 1024;
    static final int MOST_FILES = 100;
    private static final long MOST_BYTES_AT_ONCE = 64L * 1024 * 1024;

    /** Longer than a program that writes in pieces usually rests between two of them. */
    static final Duration QUIET = Duration.ofSeconds(3);

    private static final Set<String> UNFINISHED =
            Set.of("part", "partial", "filepart", "tmp", "temp", "crdownload", "swp");
    private static final int MOST_NAMESAKES = 10_000;

    private final Path folder;

    private WatchedFolder(Path folder) {
        this.folder = folder;
    }

    static boolean is(URI address) {
        return "file".equals(address.getScheme());
    }

    static WatchedFolder at(URI address) {
        return new WatchedFolder(Path.of(address));
    }

    /** @throws IllegalArgumentException when it is no folder that can be watched, with what to do */
    static URI address(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IllegalArgumentException("\"" + folder
                    + "\" is no folder that the paper may write in; make it, and let the paper move files in it");
        }
        return folder.toAbsolutePath().normalize().toUri();
    }

    /** A file as it was read. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Taken(Path path, byte[] content) {}

    /** Those that are ready, the oldest first, as many as are read at once. What is too large is put aside. */
    List<Taken> ready(Instant now) throws IOException {
        List<Path> waiting = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, path -> isFinished(path, now))) {
            all.forEach(waiting::add);
        }
        waiting.sort(Comparator.comparing(WatchedFolder::written).thenComparing(Path::getFileName));
        List<Taken> ready = new ArrayList<>();
        long bytes = 0;
        for (Path path : waiting) {
            if (ready.size() == MOST_FILES || bytes > MOST_BYTES_AT_ONCE) {
                break;
            }
            Optional<Taken> file = read(path);
            file.ifPresent(ready::add);
            bytes += file.map(taken -> taken.content().length).orElse(0);
        }
        return ready;
    }

    private static boolean isFinished(Path path, Instant now) throws IOException {
        String name = path.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        return !name.startsWith(".")
                && !UNFINISHED.contains(ending)
                && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(now.minus(QUIET));
    }

    private static FileTime written(Path path) {
        try {
            return Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException gone) {
            return FileTime.from(Instant.MAX);
        }
    }

    /** Empty when somebody still writes, has taken it away, or it is too large. */
    private Optional<Taken> read(Path path) throws IOException {
        try {
            BasicFileAttributes before = attributes(path);
            if (before.size() > MOST_BYTES) {
                move(path, "refused");
                return Optional.empty();
            }
            byte[] content;
            try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                content = in.readNBytes(MOST_BYTES + 1);
            }
            BasicFileAttributes after = attributes(path);
            boolean stays =
                    after.size() == content.length && after.lastModifiedTime().equals(before.lastModifiedTime());
            return stays ? Optional.of(new Taken(path, content)) : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** What was put away stands no longer in the way. */
    void done(Taken file) throws IOException {
        move(file.path(), "done");
    }

    /** Beside a namesake that is there under a name with a number, so that nothing is written over. */
    private void move(Path path, String to) throws IOException {
        Path target = Files.createDirectories(folder.resolve(to));
        String name = path.getFileName().toString();
        for (int number = 1; number < MOST_NAMESAKES; number++) {
            Path place = target.resolve(number == 1 ? name : number + "-" + name);
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE);
                } catch (AtomicMoveNotSupportedException otherDisk) {
                    Files.move(path, place);
                } catch (NoSuchFileException gone) {
                    return; // another node was faster
                }
                return;
            }
        }
        throw new IOException(target + " is full of files named like " + name);
    }
}
