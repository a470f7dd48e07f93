package org.broadsheet.site.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.broadsheet.base.Language;
import org.broadsheet.base.words.TextSize;
import org.broadsheet.site.page.Variant.BrowserLine;
import org.broadsheet.story.Access;

/**
 * Serves {@link InventedPaper} under the policy that the real paper has. Any page takes {@code ?lang=id},
 * {@code ?text=large} and {@code ?browser=old}.
 */
final class SampleServer implements AutoCloseable {
    /** Every kind of page there is. */
    static final List<String> PAGES = List.of(
            "/",
            "/article",
            "/quoted",
            "/preview",
            "/metered",
            "/spent",
            "/spent?lang=id&text=large",
            "/gifted",
            "/services",
            "/search",
            "/feedback",
            "/thanks",
            "/withdrawn",
            "/broken",
            "/offline",
            "/browsers",
            "/app",
            "/missing",
            "/article?lang=id&text=large",
            "/article?browser=old");

    private static final Reading WALL = new Reading.Wall(Access.Reason.FOR_SUBSCRIBERS, 6, 3, Optional.empty());
    private static final Reading SPENT = new Reading.Wall(Access.Reason.METER_SPENT, 6, 3, Optional.of("February 1"));

    private static final String POLICY =
            "default-src 'none'; script-src 'self' 'sha256-NSwAnfNBlEtMyPpqGXtwtBy/RNfl0aAM4Gbg46K4ZTk='; "
                    + "style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";
    private static final String PICTURE = """
            <svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1067"><rect width="1600" height="1067" fill="#8d7f76"/></svg>
            """;

    private final HttpServer server;
    private final BiFunction<String, Object, String> templates;
    private final IntFunction<Optional<byte[]>> photographs;

    /**
     * @param templates renders a template with its record
     * @param photographs JPEGs for the stories by number; a plain drawing stands in for those that are not there
     */
    SampleServer(int port, BiFunction<String, Object, String> templates, IntFunction<Optional<byte[]>> photographs)
            throws IOException {
        this.templates = templates;
        this.photographs = photographs;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        InventedPaper paper =
                paper(Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        var asset = paper.assets().at(path);
        if (path.equals("/text-size")) {
            exchange.getResponseHeaders().set("Location", "/article");
            send(exchange, 303, "text/plain", new byte[0]);
        } else if (path.equals("/service-worker.js")) {
            send(
                    exchange,
                    200,
                    "text/javascript",
                    paper.assets().serviceWorker().bytes());
        } else if (asset.isPresent()) {
            send(exchange, 200, asset.get().type(), asset.get().bytes());
        } else if (path.startsWith("/pictures/")) {
            Optional<byte[]> photograph = photographs.apply(path.charAt("/pictures/".length()) - '0');
            String type = photograph.isPresent() ? "image/jpeg" : "image/svg+xml";
            send(exchange, 200, type, photograph.orElseGet(() -> PICTURE.getBytes(StandardCharsets.UTF_8)));
        } else {
            String page = page(paper, path);
            if (Optional.ofNullable(exchange.getRequestURI().getQuery())
                    .orElse("")
                    .contains("slowly")) {
                sendInPieces(exchange, page);
            } else {
                send(exchange, 200, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** As over a bad line: the masthead, then line by line, so that a browser draws what it has of the page many times. */
    private static void sendInPieces(HttpExchange exchange, String page) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        int main = page.indexOf("<main");
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(page.substring(0, main).getBytes(StandardCharsets.UTF_8));
            for (String piece : page.substring(main).split("(?<=>\n)(?!<summary|<ul|<li|</details)")) {
                out.write(piece.getBytes(StandardCharsets.UTF_8));
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(6).toNanos());
            }
        }
    }

    private static InventedPaper paper(String query) {
        return new InventedPaper(
                query.contains("lang=id") ? Language.INDONESIAN : Language.ENGLISH,
                query.contains("text=large") ? TextSize.LARGE : TextSize.MEDIUM,
                query.contains("browser=old") ? BrowserLine.OUT_OF_DATE : BrowserLine.SUPPORTED);
    }

    private String page(InventedPaper paper, String path) {
        return switch (path) {
            case "/" -> render("site/front.jte", paper.front());
            case "/article" -> render("site/article.jte", paper.article(SampleText.WHOLE, new Reading.Whole()));
            case "/quoted" -> render("site/article.jte", paper.article(SampleText.QUOTED, new Reading.Whole()));
            case "/preview" -> render("site/article.jte", paper.article(SampleText.OPENING, WALL));
            case "/metered" ->
                render("site/article.jte", paper.article(SampleText.WHOLE, new Reading.Metered(1, "February 1")));
            case "/spent" -> render("site/article.jte", paper.article(SampleText.OPENING, SPENT));
            case "/gifted" ->
                render("site/article.jte", paper.article(SampleText.WHOLE, new Reading.Gift("/gift/from?story=12")));
            case "/services" -> render("site/list.jte", paper.section(1));
            case "/search" ->
                render("site/search.jte", paper.search("service", List.of(paper.hit(0), paper.hit(5), paper.hit(2))));
            case "/feedback" ->
                render(
                        "site/feedback.jte",
                        paper.feedback(
                                FeedbackPage.State.ASKING,
                                Optional.of("Your opinion has 9 characters; please write at least 30.")));
            case "/thanks" -> render("site/feedback.jte", paper.feedback(FeedbackPage.State.THANKED, Optional.empty()));
            case "/withdrawn" -> render("site/message.jte", paper.message(MessagePage.Kind.WITHDRAWN));
            case "/broken" -> render("site/message.jte", paper.message(MessagePage.Kind.BROKEN));
            case "/offline" -> render("site/message.jte", paper.message(MessagePage.Kind.OFFLINE));
            case "/browsers" -> render("site/browsers.jte", paper.plain("/browsers"));
            case "/app" -> render("site/app.jte", paper.plain("/app"));
            default -> render("site/message.jte", paper.message(MessagePage.Kind.NOT_FOUND));
        };
    }

    private String render(String template, Object page) {
        return templates.apply(template, page);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        if (!type.startsWith("text/html")) {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
