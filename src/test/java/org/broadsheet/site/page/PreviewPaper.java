package org.broadsheet.site.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.base.Language;
import org.broadsheet.site.page.Variant.BrowserLine;
import org.broadsheet.site.words.TextSize;

/**
 * Serves the sample newspaper with templates and style sheets as they stand on disk, for whoever draws them:
 * {@code PreviewPaper PORT [FOLDER-OF-PHOTOGRAPHS]}. Any page takes {@code ?lang=id}, {@code ?text=large} and
 * {@code ?browser=old}.
 */
final class PreviewPaper {
    private final TemplateEngine templates = TemplateEngine.create(
            new DirectoryCodeResolver(Path.of("src/main/jte")),
            Path.of("target/preview"),
            ContentType.Html,
            PreviewPaper.class.getClassLoader(),
            "org.broadsheet.preview");
    private final ConcurrentHashMap<String, byte[]> photographs = new ConcurrentHashMap<>();

    public static void main(String[] arguments) throws IOException {
        PreviewPaper preview = new PreviewPaper();
        if (arguments.length > 1) {
            for (int at = 0; at < 10; at++) {
                preview.photographs.put("" + at, Files.readAllBytes(Path.of(arguments[1], at + ".jpg")));
            }
        }
        preview.templates.setTrimControlStructures(true);
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.createContext("/", preview::answer);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        if (path.equals("/service-worker.js")) {
            send(
                    exchange,
                    "text/javascript",
                    SamplePaper.usual().assets().serviceWorker().bytes());
            return;
        }
        SamplePaper paper = new SamplePaper(
                query.contains("lang=id") ? Language.INDONESIAN : Language.ENGLISH,
                query.contains("text=large") ? TextSize.LARGE : TextSize.MEDIUM,
                query.contains("browser=old") ? BrowserLine.OUT_OF_DATE : BrowserLine.SUPPORTED);
        var asset = paper.assets().at(path);
        if (asset.isPresent()) {
            send(exchange, asset.get().type(), asset.get().bytes());
        } else if (path.startsWith("/pictures/")) {
            send(exchange, "image/jpeg", photographs.getOrDefault(path.substring(10, 11), new byte[0]));
        } else {
            send(exchange, "text/html; charset=utf-8", page(paper, path).getBytes(StandardCharsets.UTF_8));
        }
    }

    private String page(SamplePaper paper, String path) {
        templates.prepareForRendering("site/article.jte");
        return switch (path) {
            case "/" -> render("site/front.jte", paper.front());
            case "/article" -> render("site/article.jte", paper.article(SampleText.WHOLE, Optional.empty()));
            case "/quoted" -> render("site/article.jte", paper.article(SampleText.QUOTED, Optional.empty()));
            case "/preview" ->
                render("site/article.jte", paper.article(SampleText.OPENING, Optional.of(new ArticlePage.Wall(6))));
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
        StringOutput output = new StringOutput();
        templates.render(template, page, output);
        return output.toString();
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'");
        if (!type.startsWith("text/html")) {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
        }
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
