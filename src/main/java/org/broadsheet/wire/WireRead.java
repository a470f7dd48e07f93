package org.broadsheet.wire;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.wire.WireJson.Telling;
import org.broadsheet.wire.format.Outcome;

/**
 * {@code wire read}: one line of JSON a file, as docs/wire-read.md describes it. Needs neither the database nor the
 * application.
 */
public final class WireRead {
    private static final int USAGE = 2;
    private static final int DONE = 0;

    private final PrintStream out;
    private final PrintStream err;
    private Telling telling = Telling.FIELDS;

    public WireRead(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Says of each field, too, where in the document it stands. */
    public WireRead withOrigins() {
        telling = Telling.ORIGINS;
        return this;
    }

    /** 0 when every file was looked at, whatever became of it; 2 when a path is not there. */
    public int run(List<Path> paths) {
        if (paths.isEmpty()) {
            err.println("wire read: name a file or a folder");
            return USAGE;
        }
        for (Path path : paths) {
            if (!Files.exists(path)) {
                err.println("wire read: there is no " + path);
                return USAGE;
            }
        }
        PrintStream lines = new PrintStream(out, false, StandardCharsets.UTF_8);
        paths.forEach(path -> walk(path, lines));
        lines.flush();
        return DONE;
    }

    /** Folders in the order of their names, so that two runs can be compared. */
    private void walk(Path path, PrintStream lines) {
        if (!Files.isDirectory(path)) {
            lines.println(WireJson.line(path.toString(), outcome(path), telling));
            return;
        }
        try (Stream<Path> inside = Files.list(path)) {
            inside.sorted().forEach(p -> walk(p, lines));
        } catch (IOException | UncheckedIOException e) {
            lines.println(WireJson.line(path.toString(), refused("the folder cannot be opened"), telling));
        }
    }

    private static Outcome outcome(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return refused("not a file");
            }
            if (Files.size(file) > Formats.LARGEST) {
                return refused("larger than " + Formats.LARGEST / (1024 * 1024) + " MB");
            }
            return Formats.read(Files.readAllBytes(file));
        } catch (IOException e) {
            return refused("the file cannot be opened");
        }
    }

    private static Outcome refused(String reason) {
        return new Outcome.Refused(reason, java.util.Optional.empty());
    }
}
