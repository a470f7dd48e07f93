package org.broadsheet.base.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PostgreSQL's own {@code postmaster.pid}: line 1 its process, 4 its port, 8 its state. */
record PidFile(long pid, boolean ready) {

    static Optional<PidFile> in(Path files) throws IOException {
        try {
            List<String> lines = Files.readAllLines(files.resolve("postmaster.pid"));
            boolean ready = lines.size() > 7 && lines.get(7).strip().equals("ready");
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new PidFile(Long.parseLong(lines.getFirst().strip()), ready));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /** Above any number a Linux or macOS process can have. */
    private static final long NOBODY = 4_194_999;

    /**
     * Names no living process any more, when the number has passed to a stranger whom PostgreSQL would take for itself.
     * The file stays: with it PostgreSQL makes sure that no child of the dead server still works on the files.
     */
    void disownIn(Path files) throws IOException {
        if (ProcessHandle.of(pid).isPresent()) {
            Path file = files.resolve("postmaster.pid");
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, Long.toString(NOBODY));
            Files.write(file, lines);
        }
    }

    /** The process, if it is a PostgreSQL that works in this folder: a process number alone may have passed to a stranger. */
    Optional<ProcessHandle> postgresOn(Path files) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> worksIn(files, process));
    }

    private boolean worksIn(Path files, ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(pid), "cwd");
        if (Files.isSymbolicLink(folder)) {
            try {
                return Files.isSameFile(folder.toRealPath(), files);
            } catch (IOException gone) {
                return false;
            }
        }
        // macOS has no /proc: PostgreSQL's command line names its folder
        return process.info().commandLine().orElse("").contains(files.toString());
    }
}
