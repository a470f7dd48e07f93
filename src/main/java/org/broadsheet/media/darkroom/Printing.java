package org.broadsheet.media.darkroom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.media.PictureFormat;
import org.broadsheet.media.Refusal;
import org.broadsheet.media.darkroom.embedded.EmbeddedWords;
import org.broadsheet.media.darkroom.engine.Engine;
import org.broadsheet.media.darkroom.engine.Size;
import org.broadsheet.media.darkroom.head.PictureHead;
import org.broadsheet.media.words.Words;

/** Makes every rendition of one picture with one engine. */
final class Printing {

    /** Chosen by structural similarity, both near 0.975 against the picture before compression: bench/results/pictures.md. */
    private static final int WEBP_QUALITY = 78;

    private static final int JPEG_QUALITY = 80;

    private final Engine engine;
    private final Limits limits;

    Printing(Engine engine, Limits limits) {
        this.engine = engine;
        this.limits = limits;
    }

    /** @param folder where the prints are put */
    Developed develop(Path file, Path folder) throws IOException, Engine.Damaged {
        PictureHead head;
        try {
            head = PictureHead.of(file);
            refuseBeyondLimits(head);
        } catch (PictureHead.Unreadable refused) {
            return new Developed.Refused(refused.reason(), refused.words());
        }
        Words words = EmbeddedWords.of(file);
        try (Engine.Sheet sheet = engine.read(file, head, Ladder.WIDEST)) {
            List<Size> sizes = Ladder.of(sheet.width(), sheet.height());
            if (sizes.isEmpty()) {
                return new Developed.Refused(
                        Refusal.TOO_NARROW,
                        "This picture is so narrow and tall that no browser could show it. Please send a part of it.");
            }
            return prints(sheet, sizes, head, words, folder);
        }
    }

    private void refuseBeyondLimits(PictureHead head) throws PictureHead.Unreadable {
        if (!engine.reads(head.kind())) {
            throw new PictureHead.Unreadable(
                    Refusal.NOT_A_PICTURE_WE_TAKE,
                    "This " + head.kind()
                            + " picture can be read only where libvips is installed. Please send a JPEG.");
        }
        long most = engine.holdsWhole(head.kind()) ? limits.wholePixels() : limits.streamedPixels();
        if (head.pixels() > most) {
            throw new PictureHead.Unreadable(
                    Refusal.TOO_MANY_PIXELS,
                    "This picture has " + head.width() + " by " + head.height() + " pixels; the paper takes at most "
                            + most / 1_000_000 + " million. Please send a smaller one.");
        }
    }

    private static Developed.Prints prints(
            Engine.Sheet sheet, List<Size> sizes, PictureHead head, Words words, Path folder)
            throws IOException, Engine.Damaged {
        List<Print> prints = new ArrayList<>();
        for (List<Print> ofOneSize : inParallel(sizes.stream()
                .<Callable<List<Print>>>map(size -> () -> printed(sheet, size, folder))
                .toList())) {
            prints.addAll(ofOneSize);
        }
        Size largest = sizes.getLast();
        return new Developed.Prints(
                head.kind().mediaType(),
                hash(prints),
                largest.width(),
                largest.height(),
                Blur.of(sheet, folder),
                words,
                prints);
    }

    private static List<Print> printed(Engine.Sheet sheet, Size size, Path folder) throws IOException, Engine.Damaged {
        try (Engine.Sheet scaled = sheet.scaled(size)) {
            List<Print> prints = new ArrayList<>();
            for (PictureFormat format : PictureFormat.values()) {
                Path file = folder.resolve(size.width() + "." + format.extension());
                scaled.write(format, format == PictureFormat.WEBP ? WEBP_QUALITY : JPEG_QUALITY, file);
                prints.add(new Print(size.width(), size.height(), format, file, (int) Files.size(file)));
            }
            return prints;
        }
    }

    /** As many at once as there are processors; the results in the order asked for. */
    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws IOException, Engine.Damaged {
        int processors = Runtime.getRuntime().availableProcessors();
        List<T> results = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(Math.min(processors, tasks.size()))) {
            for (Future<T> task : workers.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException disk -> throw disk;
                case Engine.Damaged damaged -> throw damaged;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String hash(List<Print> prints) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Print print : prints) {
                digest.update(Files.readAllBytes(print.file()));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException neverOnAnyJdk) {
            throw new IllegalStateException(neverOnAnyJdk);
        }
    }
}
