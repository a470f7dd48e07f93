package org.broadsheet.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.broadsheet.base.Settings;
import org.broadsheet.paywall.Pass;
import org.broadsheet.paywall.Passes;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.site.browser.Browser;
import org.broadsheet.site.browser.Browsers;
import org.broadsheet.site.hot.head.AcceptEncoding;
import org.broadsheet.site.hot.head.RequestHead;
import org.broadsheet.site.store.Encoding;
import org.broadsheet.site.store.EntityTags;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What one answer from memory is made of, step by step, in nanoseconds. {@code ./broadsheet bench micro} */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HotPathBench {
    private static final String CHROME =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

    private final RequestHead head = new RequestHead();
    private final byte[] request = ("GET /services/2025/11/03/a-story HTTP/1.1\r\nHost: paper.example\r\nUser-Agent: "
                    + CHROME
                    + "\r\nAccept: text/html,application/xhtml+xml\r\nAccept-Language: id,en;q=0.8\r\n"
                    + "Accept-Encoding: gzip, deflate, br, zstd\r\nCookie: text=medium\r\n"
                    + "If-None-Match: \"abcdefghijklmnop-br\"\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    private final Passes passes =
            new Passes(Settings.load(Map.of("BROADSHEET_SECRET", "a secret that only this measurement knows of")));
    private final String pass = passes.sign(new Pass(
            Optional.of(new ReaderId(42)),
            Pass.Kind.SUBSCRIBER,
            Instant.now(),
            Instant.now().plusSeconds(600)));

    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(HotPathBench.class.getName()).build()).run();
    }

    @Benchmark
    public RequestHead.Outcome readsTheHead() {
        return head.read(request, 0, request.length);
    }

    @Benchmark
    public Encoding choosesTheCoding() {
        return AcceptEncoding.preferred("gzip, deflate, br, zstd");
    }

    @Benchmark
    public boolean comparesEntityTags() {
        return EntityTags.match("W/\"one\", \"abcdefghijklmnop-br\"", "\"abcdefghijklmnop-br\"");
    }

    /** Of a pass not seen before; those seen are remembered. */
    @Benchmark
    public Optional<Pass> verifiesAPass() {
        return passes.read(pass);
    }

    @Benchmark
    public Optional<Browser> recognisesTheBrowser() {
        return Browsers.read(CHROME);
    }
}
