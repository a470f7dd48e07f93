package org.broadsheet.base.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.broadsheet.base.PrivateFiles;
import org.broadsheet.base.cli.CommandFailure;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once per version into a folder only their owner can enter. */
record Binaries(Path folder) {

    /** In {@code cache}, under a name that changes with the archive; a half-made folder is never seen under it. */
    static Binaries unpackedIn(Path cache) {
        Platform platform = Platform.here();
        URL archive = Binaries.class.getResource("/" + platform.archive);
        if (archive == null) {
            throw new CommandFailure(
                    "This build carries no PostgreSQL for " + platform + ".",
                    "Build it on this machine or with -Pevery-platform, or set BROADSHEET_DATABASE_URL.");
        }
        Path folder = cache.resolve(platform.archive.replace(".txz", "-") + size(archive));
        try {
            if (!Files.isExecutable(folder.resolve("bin/postgres"))) {
                PrivateFiles.folder(cache);
                unpack(archive, folder);
            }
            return new Binaries(folder);
        } catch (IOException e) {
            throw Words.about("PostgreSQL cannot be unpacked into " + cache, cache, e);
        }
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static long size(URL archive) {
        try {
            return archive.openConnection() instanceof JarURLConnection jar
                    ? jar.getJarEntry().getSize()
                    : archive.openConnection().getContentLengthLong();
        } catch (IOException e) {
            throw new CommandFailure(
                    "The PostgreSQL inside this build cannot be read: " + archive, "Build it again.", e);
        }
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        Path draft = folder.resolveSibling(folder.getFileName() + "." + UUID.randomUUID());
        PrivateFiles.folder(draft);
        try (InputStream raw = archive.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, draft);
            }
        }
        try {
            PrivateFiles.move(draft, folder);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // another start of the same user was quicker; its copy is as good
            PrivateFiles.delete(draft);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path draft) throws IOException {
        Path target = draft.resolve(entry.getName()).normalize();
        if (!target.startsWith(draft)) {
            throw new IOException(entry.getName() + " leads out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(target, draft.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, target);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
