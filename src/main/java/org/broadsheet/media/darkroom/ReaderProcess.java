package org.broadsheet.media.darkroom;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.broadsheet.media.darkroom.engine.EngineChoice;

/**
 * One running {@link ReaderProgram}: a JVM that knows nothing of the paper's settings or secrets, whose memory the
 * operating system limits, and which is ended when it takes too long.
 */
final class ReaderProcess implements AutoCloseable {

    enum Outcome {
        DONE,
        TOO_SLOW,
        /** It crashed, or ran out of the memory that it may have. */
        ENDED
    }

    /** What a picture needs is off the heap with libvips, on it with Java2D; this is enough for 50 megapixels. */
    private static final String HEAP = "-Xmx900m";

    private static final String LIBRARY_PATH = "LD_LIBRARY_PATH";

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private boolean usable = true;
    private int pictures;

    private ReaderProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    static ReaderProcess start(EngineChoice choice, Limits limits) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(choice, limits));
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        String libraries = environment.get(LIBRARY_PATH);
        environment.clear();
        environment.put("PATH", path);
        if (libraries != null) {
            environment.put(LIBRARY_PATH, libraries);
        }
        // One strip at a time: the renditions of one picture already keep every processor busy.
        environment.put("VIPS_CONCURRENCY", "1");
        // Else glibc reserves 64 MB of address space for every thread, out of what the picture may have.
        environment.put("MALLOC_ARENA_MAX", "2");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        ReaderProcess reader = new ReaderProcess(builder.start());
        String greeting = reader.answers.readLine();
        if (greeting == null || !greeting.startsWith(ReaderProgram.READY)) {
            reader.close();
            throw new IOException("the picture reader does not start (engine " + choice + ")");
        }
        return reader;
    }

    private static List<String> command(EngineChoice choice, Limits limits) {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                // macOS knows no limit of address space; there the heap's limit and the clock must do.
                "ulimit -c 0; ulimit -v \"$0\" 2>/dev/null; exec \"$@\"",
                Long.toString(limits.memory() / 1024),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=32m",
                "-XX:CompressedClassSpaceSize=32m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + File.separator + "dev" + File.separator + "null",
                "-Djava.awt.headless=true",
                // XMP is XML of strangers: no declarations, so no entities and no files; and no endless nesting.
                "-Djdk.xml.dtd.support=deny",
                "-Djdk.xml.maxElementDepth=100",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(program());
        command.addAll(List.of(ReaderProgram.arguments(choice, limits)));
        return command;
    }

    /** The same classes that run here, whether they lie in folders, in a plain jar, or in Boot's jar of jars. */
    private static List<String> program() {
        String classPath = System.getProperty("java.class.path");
        String name = ReaderProgram.class.getName();
        String place = ReaderProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        return place.contains("BOOT-INF") || place.startsWith("jar:nested:")
                ? List.of(
                        "-cp",
                        classPath,
                        "-Dloader.main=" + name,
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of("-cp", classPath, name);
    }

    /** Has the picture in this folder read, within the time. */
    Outcome read(Path folder, Duration time) throws InterruptedException {
        pictures++;
        AtomicBoolean late = new AtomicBoolean();
        Thread clock = Thread.ofVirtual().name("picture-clock").start(() -> {
            try {
                Thread.sleep(time);
                late.set(true);
                process.destroyForcibly();
            } catch (InterruptedException _) {
                // done in time
            }
        });
        boolean done = ask(folder);
        clock.interrupt();
        clock.join();
        if (done && !late.get()) {
            return Outcome.DONE;
        }
        usable = false;
        return late.get() ? Outcome.TOO_SLOW : Outcome.ENDED;
    }

    private boolean ask(Path folder) {
        try {
            orders.write(folder + "\n");
            orders.flush();
            String answer = answers.readLine();
            while (answer != null && !answer.equals(ReaderProgram.DONE)) {
                answer = answers.readLine();
            }
            return answer != null;
        } catch (IOException ended) {
            return false;
        }
    }

    /** How many it has been given. */
    int pictures() {
        return pictures;
    }

    /** May be given another picture. */
    boolean usable() {
        return usable && process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
