package org.broadsheet.paywall.audit;

import static org.broadsheet.paywall.audit.GuardedPaper.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.broadsheet.paywall.audit.CrookedPaper.Answer;
import org.broadsheet.paywall.audit.CrookedPaper.Request;

/** What is planted where, and as what it has to be found. */
final class Plants {
    private Plants() {}

    record Expected(String kind, String address, String reader, String story) {}

    static List<Expected> expected(GuardedPaper paper) {
        String everyone = "anonymous reader";
        String robot = "search robot";
        return List.of(
                new Expected("article", paper.open, everyone, paper.premium),
                new Expected("article", paper.premium, robot, paper.premium),
                new Expected("article", paper.premium, "subscriber", paper.premium),
                new Expected("article", paper.premium, "reader with an expired pass", paper.premium),
                new Expected("article", paper.metered, everyone, paper.metered),
                new Expected("list", "/news", everyone, paper.premium),
                new Expected("list", "/sport?page=2", everyone, paper.premium),
                new Expected("topic", "/topics/harbours", everyone, paper.premium),
                new Expected("front", "/", everyone, paper.premium),
                new Expected("feed", "/feed.xml", everyone, paper.premium),
                new Expected("feed", "/atom.xml", everyone, paper.premium),
                new Expected("feed", "/feed.json", everyone, paper.premium),
                new Expected("sitemap", "/news-sitemap.xml", everyone, paper.premium),
                new Expected("search", "/search?q=…", everyone, paper.premium),
                new Expected("page", "/browsers", everyone, paper.premium),
                new Expected("missing", "/no-such-page", everyone, paper.premium),
                new Expected("failed", "/error", everyone, paper.premium),
                new Expected("gone", paper.withdrawn, everyone, paper.premium),
                new Expected("page", "/app", robot, paper.premium),
                new Expected("page", "/feedback", everyone, paper.premium),
                new Expected("page", "/offline", everyone, paper.premium),
                new Expected("page", "/kept/whole", everyone, paper.premium),
                new Expected("manifest", "/manifest.webmanifest", everyone, paper.premium),
                new Expected("robots", "/robots.txt", everyone, paper.premium),
                new Expected("api", "/api/v1/stories", everyone, paper.premium),
                new Expected("author", "/authors/ada-lovelace", everyone, paper.premium),
                new Expected("elsewhere", "/plans", everyone, paper.premium));
    }

    static void in(CrookedPaper crooked, GuardedPaper paper) {
        html(crooked, paper);
        files(crooked);
        special(crooked);
        variants(crooked);
        grants(crooked, paper);
    }

    private static void html(CrookedPaper crooked, GuardedPaper paper) {
        at(crooked, paper.open, body -> body.replace("<body", "<body data-note=\"" + secret(0) + "\""));
        at(
                crooked,
                paper.premium,
                body -> body.replace(
                        "</head>",
                        "<script type=\"application/ld+json\">{\"articleBody\":\""
                                + secret(1).replace("x", "\\u0078") + "\"}</script></head>"));
        at(
                crooked,
                "/news",
                body -> body.replace(
                        "</head>", "<meta property=\"og:description\" content='" + secret(2) + "'></head>"));
        at(crooked, "/", body -> body + "<!-- <p>" + secret(3).replace(" ", " <i>") + "</p> -->");
        at(crooked, "/no-such-page", body -> body + secret(11));
        at(crooked, paper.withdrawn, body -> body + "<p>" + secret(12));
    }

    private static void files(CrookedPaper crooked) {
        at(
                crooked,
                "/feed.xml",
                body -> body.replace(
                        "</channel>", "<description>&lt;p&gt;" + secret(4) + "&lt;/p&gt;</description></channel>"));
        at(crooked, "/atom.xml", body -> body.replace("</feed>", "<![CDATA[<b>" + secret(5) + "</b>]]></feed>"));
        at(
                crooked,
                "/feed.json",
                body -> body.replaceFirst(
                        "\\{", "{\"content_html\":\"<p>" + secret(6).replace(" ", "<\\\\/p><p>") + "\","));
        at(crooked, "/news-sitemap.xml", body -> body + "<!--" + secret(7) + "-->");
        at(
                crooked,
                "/manifest.webmanifest",
                body -> body.replaceFirst("\\{", "{\"description\":\"" + secret(8) + "\","));
        at(crooked, "/robots.txt", body -> body + "# " + secret(9));
        at(crooked, "/service-worker.js", body -> body.replace("\"/offline\"", "\"/offline\", \"/kept/whole\""));
    }

    private static void special(CrookedPaper crooked) {
        crooked.plant((request, answer) ->
                request.path().equals("/search") && !request.query().isEmpty()
                        ? Optional.of(answer.body("<p>… " + secret(10).replace(" ", "</mark> <mark>") + " …"))
                        : Optional.empty());
        crooked.plant((request, answer) -> request.path().equals("/browsers")
                ? Optional.of(answer.header("X-Summary: " + URLEncoder.encode(secret(13), StandardCharsets.UTF_8)))
                : Optional.empty());
        crooked.plant((request, answer) -> request.path().equals("/error")
                ? Optional.of(answer.status(500).body("NullPointerException: " + secret(14)))
                : Optional.empty());
    }

    /** Leaks that only some requests meet. */
    private static void variants(CrookedPaper crooked) {
        crooked.plant((request, answer) ->
                request.path().equals("/app") && request.browser().contains("Googlebot")
                        ? Optional.of(answer.body(secret(15)))
                        : Optional.empty());
        crooked.plant((request, answer) ->
                request.path().equals("/feedback") && request.encodings().contains("br")
                        ? Optional.of(answer.body(secret(16)))
                        : Optional.empty());
        crooked.plant((request, answer) ->
                request.path().equals("/offline") && request.encodings().equals("gzip")
                        ? Optional.of(answer.body(secret(17)))
                        : Optional.empty());
        crooked.plant((request, answer) ->
                request.path().equals("/sport") && request.query().equals("page=2")
                        ? Optional.of(answer.body(secret(18)))
                        : Optional.empty());
        crooked.plant((request, answer) -> request.path().equals("/kept/whole")
                ? Optional.of(new Answer(200, "text/html", "", secret(19), ""))
                : Optional.empty());
        crooked.plant((request, answer) -> request.path().equals("/api/v1/stories")
                ? Optional.of(new Answer(200, "application/json", "", "{\"text\":\"" + secret(20) + "\"}", ""))
                : Optional.empty());
        crooked.plant((request, answer) ->
                request.path().equals("/topics/harbours") && request.cookies().contains("text=small")
                        ? Optional.of(answer.body(secret(21)))
                        : Optional.empty());
        crooked.plant((request, answer) -> request.path().equals("/authors/ada-lovelace")
                        && request.method().equals("HEAD")
                ? Optional.of(answer.header("Link: </x>; title=\"" + secret(22) + "\""))
                : Optional.empty());
        crooked.plant((request, answer) -> request.path().equals("/plans")
                ? Optional.of(answer.status(303)
                        .header("Location: /join?to=" + secret(23).replace(" ", "+")))
                : Optional.empty());
    }

    /** Caches that might keep what was opened for one reader; an expired pass that opens. */
    private static void grants(CrookedPaper crooked, GuardedPaper paper) {
        crooked.plant((request, answer) -> request.path().equals(paper.premium) && isWhole(answer)
                ? Optional.of(answer.cache("public, max-age=60"))
                : Optional.empty());
        crooked.plant((request, answer) -> request.path().equals(paper.metered)
                ? Optional.of(answer.cache("private, max-age=60"))
                : Optional.empty());
        crooked.plant((request, answer) ->
                request.path().equals(paper.premium) && request.cookies().contains("pass=") && !isWhole(answer)
                        ? Optional.of(answer.body(secret(24)).cache("private, no-store"))
                        : Optional.empty());
    }

    private static boolean isWhole(Answer answer) {
        return answer.body().contains(secret(30));
    }

    private static void at(CrookedPaper crooked, String path, UnaryOperator<String> change) {
        crooked.plant((Request request, Answer answer) ->
                request.path().equals(path) && request.query().isEmpty()
                        ? Optional.of(answer.body(change.apply(answer.body())))
                        : Optional.empty());
    }
}
