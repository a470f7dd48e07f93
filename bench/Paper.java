import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A paper as the launcher starts it, in a folder of its own. */
final class Paper implements AutoCloseable {
    static final String SECRET = "a secret that only this measurement knows of";
    /** The launcher's own. */
    static final List<String> OPTIONS = List.of(System.getenv("BENCH_JAVA_OPTIONS").split(" "));

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final int port;
    final Child child;
    final double secondsToFirstPage;

    Paper(Path work, int port) throws Exception {
        this(work, port, true);
    }

    Paper(Path work, int port, boolean oneCore) throws Exception {
        this.port = port;
        // What a bench that was killed left behind would be measured instead.
        new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress()).close();
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(OPTIONS);
        Path run = Path.of(System.getProperty("bench.run"));
        try (var caches = java.nio.file.Files.newDirectoryStream(run, "start-*.aot")) {
            caches.forEach(cache -> command.add("-XX:AOTCache=" + cache));
        }
        command.addAll(List.of("-jar", run.resolve("broadsheet.jar").toString(), "serve"));
        long begun = System.nanoTime();
        child = new Child(command, work.resolve("paper.log"), Map.of(
                "BROADSHEET_DATA", work.resolve("data").toString(),
                "BROADSHEET_PORT", Integer.toString(port),
                "BROADSHEET_ADDRESS", "127.0.0.1",
                "BROADSHEET_SECRET", SECRET,
                "BROADSHEET_HOME", System.getProperty("bench.home")), oneCore);
        while (!answers()) {
            if (!child.alive() || System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(120)) {
                child.close();
                throw new IllegalStateException("the paper did not start; see " + work.resolve("paper.log"));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        secondsToFirstPage = (System.nanoTime() - begun) / 1e9;
    }

    private boolean answers() throws InterruptedException {
        try {
            return get(port, "/", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    static HttpResponse<byte[]> get(int port, String path, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36");
        if (!cookie.isEmpty()) {
            request.header("Cookie", "text=medium; " + cookie);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Pages that are as small as they get since the start. */
    double figure(String name) throws Exception {
        String all = new String(get(port, "/metrics", "").body());
        if (all.startsWith("\u001f")) {
            all = new String(new java.util.zip.GZIPInputStream(new ByteArrayInputStream(get(port, "/metrics", "").body())).readAllBytes());
        }
        return all.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Override
    public void close() throws Exception {
        child.close();
    }
}
