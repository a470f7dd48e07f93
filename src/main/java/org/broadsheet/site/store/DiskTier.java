package org.broadsheet.site.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.broadsheet.base.page.PageKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pages that memory had no room for, in a file that is written round and round: the oldest give way. It is private, has
 * no name once it is open, and ends with the process, so that nothing in it outlives what it was made of. Only what is for
 * everyone goes in. Whether a page that is found still shows what is so is for the page store to say.
 */
public final class DiskTier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskTier.class);

    /** Of the disk's free room no more than one part in so many. */
    private static final int SHARE_OF_FREE = 10;

    /** What cannot be written as fast as it comes is made again when it is asked for. */
    private static final int MOST_WAITING = 256;

    private static final long MOST_BYTES_WAITING = 4L * 1024 * 1024;

    private static final int LARGEST_RECORD = 512 * 1024;

    private record Leaving(PageKey key, KeptPage page) {}

    private final @Nullable Path folder;
    private final long most;
    private final BlockingQueue<Leaving> leaving = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong bytesLeaving = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread writer;
    private @Nullable FileChannel file;
    private @Nullable PlaceIndex places;
    private long size;
    private long written;
    private boolean ended;

    private DiskTier(@Nullable Path folder, long most) {
        this.folder = folder;
        this.most = most;
        this.ended = folder == null || most < LARGEST_RECORD;
    }

    /** @param most bytes of disk it may take; fewer where the disk has little room, none at all for 0 */
    public static DiskTier in(Path folder, long most) {
        return new DiskTier(folder, most);
    }

    /** Keeps nothing. */
    public static DiskTier none() {
        return new DiskTier(null, 0);
    }

    /** Memory has no room for a page. Does not wait for the disk. */
    void add(PageKey key, KeptPage page) {
        if (!keeps() || page.onDisk() || !PageHeaders.shared(page.meta()) || page.weight() > LARGEST_RECORD / 2) {
            return;
        }
        start();
        long bytes = bytesLeaving.addAndGet(page.weight());
        if (bytes > MOST_BYTES_WAITING || !leaving.offer(new Leaving(key, page))) {
            bytesLeaving.addAndGet(-page.weight());
            LOG.debug("{} is not kept on disk: too many wait for it", key);
        }
    }

    /** The page as it was when memory had no more room for it; reads from the disk. */
    Optional<KeptPage> find(PageKey key) {
        FileChannel from;
        PlaceIndex.Place place;
        lock.lock();
        try {
            from = file;
            place = places == null ? null : places.find(PlaceIndex.hash(key), written - size);
        } finally {
            lock.unlock();
        }
        if (from == null || place == null) {
            return Optional.empty();
        }
        try {
            ByteBuffer record = ByteBuffer.allocate(place.length());
            long at = place.at() % size;
            while (record.hasRemaining() && from.read(record, at + record.position()) >= 0) {}
            return record.hasRemaining() ? Optional.empty() : PageRecord.read(key, record.array());
        } catch (IOException failed) {
            end(failed);
            return Optional.empty();
        }
    }

    /** True while nothing has ever been kept here. */
    boolean unused() {
        lock.lock();
        try {
            return file == null;
        } finally {
            lock.unlock();
        }
    }

    /** All of it is out of date. */
    void clear() {
        lock.lock();
        try {
            if (places != null) {
                places.clear();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        end(null);
    }

    /** True while pages may lie here, or come here: whatever changes from now on has to be remembered for them. */
    boolean keeps() {
        lock.lock();
        try {
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    private void start() {
        lock.lock();
        try {
            if (folder == null || writer != null || ended) {
                return;
            }
            file = open(folder);
            size = Math.min(most, Files.getFileStore(folder).getUsableSpace() / SHARE_OF_FREE);
            places = new PlaceIndex(size);
            writer = Thread.ofPlatform().daemon().name("pages-to-disk").start(this::run);
        } catch (IOException failed) {
            end(failed);
        } finally {
            lock.unlock();
        }
    }

    /** The name goes at once, so that nothing is left behind by a process that is killed. */
    private static FileChannel open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path name = Files.createTempFile(
                folder,
                "pages",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        FileChannel file = FileChannel.open(name, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
        Files.delete(name);
        return file;
    }

    private void run() {
        try {
            while (true) {
                Leaving next = leaving.take();
                bytesLeaving.addAndGet(-next.page.weight());
                write(next.key, PageRecord.write(next.key, next.page));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            end(failed);
        }
    }

    private void write(PageKey key, byte[] record) throws IOException {
        if (record.length > Math.min(size, LARGEST_RECORD)) {
            return;
        }
        FileChannel to = file;
        long at = written % size + record.length > size ? (written / size + 1) * size : written;
        lock.lock();
        try {
            // from here on nobody reads what is about to be written over
            written = at + record.length;
        } finally {
            lock.unlock();
        }
        ByteBuffer bytes = ByteBuffer.wrap(record);
        while (to != null && bytes.hasRemaining()) {
            to.write(bytes, at % size + bytes.position());
        }
        lock.lock();
        try {
            if (places != null) {
                places.put(PlaceIndex.hash(key), new PlaceIndex.Place(at, record.length));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives the room back; the paper goes on without. */
    private void end(@Nullable IOException why) {
        lock.lock();
        try {
            if (why != null && !ended) {
                LOG.warn(
                        "Pages are no longer kept on disk until the next start; each is made anew when it is asked for."
                                + " Is there room in {}? PAGES_ON_DISK=0 does without.",
                        folder,
                        why);
            }
            ended = true;
            places = null;
            leaving.clear();
            if (writer != null) {
                writer.interrupt();
            }
            if (file != null) {
                file.close();
                file = null;
            }
        } catch (IOException alreadyGone) {
            LOG.debug("the file of pages cannot be closed", alreadyGone);
        } finally {
            lock.unlock();
        }
    }
}
