package org.broadsheet.testing;

import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A reader's browser without a window: keeps cookies, says where its forms come from, follows nothing by itself. */
public final class PlainBrowser {
    private static final String AGENT =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Mobile Safari/537.36";

    private final TestPaper paper;
    private final Map<String, String> cookies = new TreeMap<>();

    public PlainBrowser(TestPaper paper) {
        this.paper = paper;
    }

    public HttpResponse<String> get(String path) {
        return keep(paper.send(request(path).build()));
    }

    public Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    /** As a form of the paper's own page. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, "same-origin");
    }

    /** @param site what the browser says of where the form comes from, such as {@code cross-site} */
    public HttpResponse<String> post(String path, Map<String, String> fields, String site) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return keep(paper.send(request(path)
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build()));
    }

    /** One that it must have. */
    public String cookie(String name) {
        return Objects.requireNonNull(cookies.get(name), name);
    }

    /** What it would send. */
    public Map<String, String> cookies() {
        return cookies;
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(paper.at(path)).header("User-Agent", AGENT);
        String all = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return all.isEmpty() ? request : request.header("Cookie", all);
    }

    private HttpResponse<String> keep(HttpResponse<String> answer) {
        for (String line : answer.headers().allValues("Set-Cookie")) {
            HttpCookie cookie = HttpCookie.parse(line).getFirst();
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return answer;
    }
}
