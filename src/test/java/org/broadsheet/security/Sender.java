package org.broadsheet.security;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.broadsheet.testing.TestPaper;

/** Sends requests as browsers do, and as they do not. Each comes from an address of its own, so that no limit is met by chance. */
final class Sender {
    static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";
    private static final AtomicInteger ADDRESS = new AtomicInteger();

    private final TestPaper paper;

    Sender(TestPaper paper) {
        this.paper = paper;
    }

    /** What a browser says about where a form comes from. */
    enum From {
        HERE,
        /** A page of somebody else's. */
        ELSEWHERE,
        /** A page of a neighbour below the same domain. */
        NEXT_DOOR,
        /** A page of somebody else's, in a browser that says no more than that. */
        ELSEWHERE_BY_ORIGIN,
        /** Nothing. */
        SILENT
    }

    HttpResponse<String> get(String path, Guest guest) {
        return paper.send(request(path, guest)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .build());
    }

    HttpResponse<String> post(String path, Guest guest, From from, String body) {
        return send("POST", path, guest, from, body);
    }

    HttpResponse<String> send(String method, String path, Guest guest, From from, String body) {
        HttpRequest.Builder request = request(path, guest)
                .header("Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(body));
        switch (from) {
            case HERE -> request.header("Sec-Fetch-Site", "same-origin").header("Origin", origin());
            case ELSEWHERE -> request.header("Sec-Fetch-Site", "cross-site").header("Origin", "https://evil.example");
            case NEXT_DOOR -> request.header("Sec-Fetch-Site", "same-site").header("Origin", "http://evil.localhost");
            case ELSEWHERE_BY_ORIGIN -> request.header("Origin", "https://evil.example");
            case SILENT -> {}
        }
        return paper.send(request.build());
    }

    HttpRequest.Builder request(String path, Guest guest) {
        HttpRequest.Builder request = HttpRequest.newBuilder(paper.at(path))
                .header("User-Agent", BROWSER)
                .header("X-Forwarded-For", address());
        return guest.cookies().isEmpty() ? request : request.header("Cookie", guest.cookies());
    }

    private String origin() {
        String address = paper.at("/").toString();
        return address.substring(0, address.length() - 1);
    }

    /** Of a network that nobody has (RFC 2544, 198.18.0.0/15). */
    static String address() {
        int number = ADDRESS.incrementAndGet();
        return "198.18." + (number / 250 % 250) + "." + (number % 250 + 1);
    }
}
