package org.broadsheet.base.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.broadsheet.base.cli.CommandFailure;
import org.jspecify.annotations.Nullable;

/** One Broadsheet at a time in a folder; the system lets go of the lock even when the process is killed. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) {
        Path file = folder.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                String holder = read(channel);
                channel.close();
                throw new CommandFailure(
                        "The folder " + folder.toAbsolutePath().getParent() + " is in use by another Broadsheet"
                                + (holder.isEmpty() ? "" : " (process " + holder + ")")
                                + ".",
                        "Stop that one first, or choose another folder with BROADSHEET_DATA.");
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.UTF_8.encode(
                            Long.toString(ProcessHandle.current().pid())),
                    0);
            return new FolderLock(channel);
        } catch (IOException e) {
            throw Words.about("The folder " + folder + " cannot be used", folder, e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(20);
        channel.read(buffer, 0);
        return StandardCharsets.UTF_8.decode(buffer.flip()).toString().strip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CommandFailure("The folder's lock could not be let go", "Nothing is lost; start again.", e);
        }
    }
}
