import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that the bench started, pinned to the first core; its CPU time and memory are read from /proc. */
final class Child implements AutoCloseable {
    static final String SERVER_CORE = "0";
    static final String CLIENT_CORE = "1";

    private final Process process;

    Child(List<String> command, Path log, java.util.Map<String, String> environment) throws IOException {
        this(command, log, environment, true);
    }

    /** @param oneCore or else as many as there are */
    Child(List<String> command, Path log, java.util.Map<String, String> environment, boolean oneCore) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(oneCore ? pinned(command) : command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    static boolean taskset() {
        return Files.isExecutable(Path.of("/usr/bin/taskset")) && Runtime.getRuntime().availableProcessors() > 1;
    }

    private static List<String> pinned(List<String> command) {
        return taskset() ? Stream.concat(Stream.of("taskset", "-c", SERVER_CORE), command.stream()).toList() : command;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Nanoseconds of CPU that the process and those it started have used, with the database or without. */
    long cpu(boolean withDatabase) {
        long own = cpu(process.pid());
        return own + process.descendants()
                .filter(each -> withDatabase || !each.info().command().orElse("postgres").contains("postgres"))
                .mapToLong(each -> cpu(each.pid()))
                .sum();
    }

    private static long cpu(long pid) {
        long all = 0;
        try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
            for (Path task : tasks.toList()) {
                try {
                    all += Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
                } catch (NoSuchFileException ended) {
                    continue;
                }
            }
        } catch (IOException gone) {
            return all;
        }
        return all;
    }

    /** Of the server's own process, in megabytes: {@code VmRSS} now, {@code VmHWM} at most. */
    long megabytes(String what) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith(what + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
