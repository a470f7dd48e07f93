package org.broadsheet.media.darkroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.broadsheet.media.Refusal;
import org.broadsheet.media.darkroom.engine.EngineChoice;
import org.broadsheet.media.darkroom.head.PictureHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has pictures read by other processes, two at a time; a process that a picture broke is replaced. */
public final class ProcessDarkroom implements Darkroom, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ProcessDarkroom.class);
    private static final int AT_ONCE = 2;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final EngineChoice choice;
    private final Limits limits;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Deque<ReaderProcess> idle = new ArrayDeque<>();

    public ProcessDarkroom(EngineChoice choice, Limits limits) {
        this.choice = choice;
        this.limits = limits;
    }

    @Override
    public Received receive(InputStream picture) throws IOException {
        Path folder = Files.createTempDirectory("broadsheet-picture-");
        Path file = folder.resolve(ReaderProgram.ORIGINAL);
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            int bytes = copy(picture, out);
            return new Received(folder, file, HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException | RuntimeException failed) {
            new Received(folder, file, "", 0).close();
            throw failed;
        }
    }

    /** One byte more than allowed is enough to know. */
    private int copy(InputStream picture, OutputStream out) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int left = limits.bytes() + 1;
        int read = picture.read(buffer, 0, Math.min(buffer.length, left));
        while (read > 0) {
            out.write(buffer, 0, read);
            left -= read;
            read = picture.read(buffer, 0, Math.min(buffer.length, left));
        }
        return limits.bytes() + 1 - left;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException neverOnAnyJdk) {
            throw new IllegalStateException(neverOnAnyJdk);
        }
    }

    @Override
    public Developed develop(Received received) throws IOException {
        if (received.bytes() > limits.bytes()) {
            return new Developed.Refused(
                    Refusal.TOO_MANY_BYTES,
                    "This file is larger than " + (limits.bytes() >> 20) + " MB. Please send a smaller one.");
        }
        try {
            PictureHead.of(received.file());
        } catch (PictureHead.Unreadable refused) {
            return new Developed.Refused(refused.reason(), refused.words());
        }
        try {
            places.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for a picture reader", stopped);
        }
        try {
            return read(received);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while a picture was read", stopped);
        } finally {
            places.release();
        }
    }

    private Developed read(Received received) throws IOException, InterruptedException {
        ReaderProcess reader = take();
        ReaderProcess.Outcome outcome = reader.read(received.folder(), limits.time());
        giveBack(reader);
        return switch (outcome) {
            case DONE -> AnswerFile.read(received.folder());
            case TOO_SLOW -> refused(received, Refusal.TOO_SLOW, "took longer than allowed");
            case ENDED -> refused(received, Refusal.TOO_MUCH_FOR_THE_READER, "was too much for its reader");
        };
    }

    private static Developed refused(Received received, Refusal reason, String what) {
        log.warn("A picture {} (sha256 {}, {} bytes)", what, received.sha256(), received.bytes());
        return new Developed.Refused(
                reason, "Reading this picture " + what + ". Please export it again, smaller, as JPEG and send that.");
    }

    private ReaderProcess take() throws IOException {
        synchronized (idle) {
            while (!idle.isEmpty()) {
                ReaderProcess reader = idle.pop();
                if (reader.usable()) {
                    return reader;
                }
                reader.close();
            }
        }
        return ReaderProcess.start(choice, limits);
    }

    private void giveBack(ReaderProcess reader) {
        if (!reader.usable()) {
            reader.close();
            return;
        }
        synchronized (idle) {
            idle.push(reader);
        }
        int picturesSoFar = reader.pictures();
        Thread.ofVirtual().name("picture-reader-rest").start(() -> rest(reader, picturesSoFar));
    }

    /** Ends a reader that was given nothing more for a while: its memory is better used elsewhere. */
    private void rest(ReaderProcess reader, int picturesSoFar) {
        try {
            Thread.sleep(IDLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        synchronized (idle) {
            if (reader.pictures() == picturesSoFar && idle.remove(reader)) {
                reader.close();
            }
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(ReaderProcess::close);
            idle.clear();
        }
    }
}
