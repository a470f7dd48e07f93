package org.broadsheet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * A practice start for the launcher: while Java keeps note of what it loads, an empty paper starts, is read and stops. The
 * note makes later starts quick.
 */
@Command(name = "warm", description = "Starts an empty paper, reads it, and stops.", hidden = true)
final class WarmCommand implements Callable<Integer> {

    private static final List<String> READ = List.of("", "search?q=paper", "feed.xml", "no-such-page");

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (RunningPaper paper = RunningPaper.start(Map.of("PORT", "0"));
                HttpClient reader = HttpClient.newHttpClient()) {
            for (String page : READ) {
                URI address = URI.create(paper.address()).resolve(page);
                reader.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
            }
        }
        return 0;
    }
}
