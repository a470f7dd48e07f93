import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One run of wrk on the second core. */
record Wrk(double perSecond, long requests, double cpuMicros, String errors) {
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");

    /** @param cookies a file with a cookie for each path, or nothing */
    record Load(int port, int connections, int seconds, Path paths, String cookies) {}

    static Wrk run(Load load, Child server, boolean withDatabase) throws Exception {
        long before = server.cpu(withDatabase);
        String output = new String(start(load).getInputStream().readAllBytes());
        long after = server.cpu(withDatabase);
        long requests = (long) number(REQUESTS, output);
        String errors = output.lines().filter(line -> line.contains("Socket errors") || line.contains("Non-2xx")).toList().toString();
        return new Wrk(number(RATE, output), requests, (after - before) / 1e3 / Math.max(1, requests), errors);
    }

    static Process start(Load load) throws Exception {
        List<String> command = new ArrayList<>();
        if (Child.taskset()) {
            command.addAll(List.of("taskset", "-c", Child.CLIENT_CORE));
        }
        command.addAll(List.of("wrk", "-t1", "-c" + load.connections(), "-d" + load.seconds() + "s", "--timeout", "10s", "-s",
                System.getProperty("bench.home") + "/bench/many.lua", "http://127.0.0.1:" + load.port() + "/", "--",
                load.paths().toString(), load.cookies()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static double number(Pattern pattern, String output) {
        Matcher found = pattern.matcher(output);
        if (!found.find()) {
            throw new IllegalStateException("wrk said: " + output);
        }
        return Double.parseDouble(found.group(1));
    }
}
