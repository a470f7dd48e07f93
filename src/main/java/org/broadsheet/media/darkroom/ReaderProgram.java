package org.broadsheet.media.darkroom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.broadsheet.media.Refusal;
import org.broadsheet.media.darkroom.engine.Engine;
import org.broadsheet.media.darkroom.engine.EngineChoice;

/**
 * The reading process. Told on its standard input, a line each, which folder's {@code original} to read; what it makes of
 * it lies in the same folder when it says {@link #DONE}. It ends when its input does, so none outlives the paper.
 */
public final class ReaderProgram {

    static final String READY = "ready ";
    static final String DONE = "done";
    static final String ORIGINAL = "original";

    private ReaderProgram() {}

    /** @param arguments which engine, then the limits' numbers, as {@link #arguments} writes them */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Limits limits = new Limits(
                Integer.parseInt(arguments[1]),
                Long.parseLong(arguments[2]),
                Long.parseLong(arguments[3]),
                0,
                Duration.ZERO);
        Engine engine = EngineChoice.valueOf(arguments[0]).engine();
        answers.println(READY + engine.getClass().getSimpleName());
        answers.flush();
        Printing printing = new Printing(engine, limits);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String folder = orders.readLine(); folder != null; folder = orders.readLine()) {
            AnswerFile.write(Path.of(folder), developed(printing, Path.of(folder)));
            answers.println(DONE);
            answers.flush();
        }
    }

    static String[] arguments(EngineChoice choice, Limits limits) {
        return new String[] {
            choice.name(),
            Integer.toString(limits.bytes()),
            Long.toString(limits.streamedPixels()),
            Long.toString(limits.wholePixels())
        };
    }

    static Developed developed(Printing printing, Path folder) throws IOException {
        try {
            return printing.develop(folder.resolve(ORIGINAL), folder);
        } catch (Engine.Damaged damaged) {
            System.err.println(String.valueOf(damaged.getMessage()).toLowerCase(Locale.ROOT));
            return new Developed.Refused(
                    Refusal.DAMAGED,
                    "This picture is damaged or cut short. Please export it again as JPEG and send that.");
        }
    }
}
