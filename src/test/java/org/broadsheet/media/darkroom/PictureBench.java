package org.broadsheet.media.darkroom;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.broadsheet.media.PictureFormat;
import org.broadsheet.media.darkroom.engine.Engine;
import org.broadsheet.media.darkroom.engine.EngineChoice;
import org.broadsheet.media.darkroom.engine.Size;
import org.broadsheet.media.darkroom.head.PictureHead;

/** Measures what pictures cost, for bench/results/pictures.md: run its {@code main} on the test class path. */
final class PictureBench {

    private static final int COLUMN = 960;

    private PictureBench() {}

    public static void main(String[] arguments) throws Exception {
        List<Path> photographs =
                Corpus.items("demo-photos").stream().map(Corpus.Item::file).toList();
        for (EngineChoice choice : List.of(EngineChoice.VIPS, EngineChoice.JAVA2D)) {
            wholeLibrary(choice, photographs);
        }
        for (EngineChoice choice : List.of(EngineChoice.VIPS, EngineChoice.JAVA2D)) {
            qualities(choice, photographs.subList(0, 20));
        }
    }

    private static void wholeLibrary(EngineChoice choice, List<Path> photographs) throws IOException {
        Map<String, long[]> bytes = new TreeMap<>();
        try (ProcessDarkroom darkroom = new ProcessDarkroom(choice, Limits.USUAL)) {
            for (String round : List.of("first", "second")) {
                bytes.clear();
                long began = System.nanoTime();
                Duration before = readersBusy();
                for (Path photograph : photographs) {
                    try (InputStream in = Files.newInputStream(photograph);
                            Received received = darkroom.receive(in)) {
                        if (darkroom.develop(received) instanceof Developed.Prints prints) {
                            for (Print print : prints.prints()) {
                                long[] sum = bytes.computeIfAbsent(
                                        "%4d %s".formatted(print.width(), print.format()), _ -> new long[2]);
                                sum[0]++;
                                sum[1] += print.bytes();
                            }
                        }
                    }
                }
                System.out.printf(
                        "%s %s round: %d photographs in %.1f s, %.1f s of processor%n",
                        choice,
                        round,
                        photographs.size(),
                        (System.nanoTime() - began) / 1e9,
                        readersBusy().minus(before).toMillis() / 1e3);
            }
        }
        bytes.forEach((print, sum) -> {
            if (sum[0] > 5) {
                System.out.printf("  %s: %d of them, mean %.1f KB%n", print, sum[0], sum[1] / 1024.0 / sum[0]);
            }
        });
    }

    /** Processor time of the reading processes so far: what a machine that does much else tells truly. */
    private static Duration readersBusy() {
        return ProcessHandle.current()
                .descendants()
                .map(reader -> reader.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void qualities(EngineChoice choice, List<Path> photographs) throws Exception {
        Engine engine = choice.engine();
        Path folder = Files.createTempDirectory("broadsheet-bench-");
        for (PictureFormat format : PictureFormat.values()) {
            for (int quality : new int[] {70, 75, 78, 80, 82, 85}) {
                double similarity = 0;
                long size = 0;
                long time = 0;
                int count = 0;
                for (Path photograph : photographs) {
                    try (Engine.Sheet sheet = engine.read(photograph, PictureHead.of(photograph), 1920)) {
                        if (sheet.width() < COLUMN) {
                            continue;
                        }
                        int height = Math.max(1, sheet.height() * COLUMN / sheet.width());
                        try (Engine.Sheet column = sheet.scaled(new Size(COLUMN, height))) {
                            Path file = folder.resolve("print." + format.extension());
                            long began = System.nanoTime();
                            column.write(format, quality, file);
                            time += System.nanoTime() - began;
                            size += Files.size(file);
                            similarity += similarity(column.pixels(), ImageIO.read(file.toFile()));
                            count++;
                        }
                    }
                }
                System.out.printf(
                        "%s %s Q%d at %d px: mean %.1f KB, %.0f ms, SSIM %.4f (%d pictures)%n",
                        choice,
                        format,
                        quality,
                        COLUMN,
                        size / 1024.0 / count,
                        time / 1e6 / count,
                        similarity / count,
                        count);
            }
        }
    }

    /** Structural similarity (Wang et al. 2004) of the luma, mean over windows of 8 by 8 px, 4 px apart. */
    private static double similarity(int[] original, BufferedImage print) {
        int width = print.getWidth();
        int height = print.getHeight();
        double sum = 0;
        long windows = 0;
        for (int top = 0; top + 8 <= height; top += 4) {
            for (int left = 0; left + 8 <= width; left += 4) {
                sum += window(original, print, left, top);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double window(int[] original, BufferedImage print, int left, int top) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = top; y < top + 8; y++) {
            for (int x = left; x < left + 8; x++) {
                double one = luma(original[y * print.getWidth() + x]);
                double other = luma(print.getRGB(x, y));
                a += one;
                b += other;
                aa += one * one;
                bb += other * other;
                ab += one * other;
            }
        }
        double meanA = a / 64;
        double meanB = b / 64;
        double c1 = 6.5025;
        double c2 = 58.5225;
        return (2 * meanA * meanB + c1)
                * (2 * (ab / 64 - meanA * meanB) + c2)
                / ((meanA * meanA + meanB * meanB + c1) * (aa / 64 - meanA * meanA + bb / 64 - meanB * meanB + c2));
    }

    private static double luma(int pixel) {
        return 0.299 * (pixel >> 16 & 0xFF) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF);
    }
}
