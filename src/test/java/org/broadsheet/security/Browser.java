package org.broadsheet.security;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody's browser: keeps the cookies that it is given. */
final class Browser {
    private final Sender sender;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(Sender sender) {
        this.sender = sender;
    }

    HttpResponse<String> get(String path) {
        return kept(sender.get(path, guest()));
    }

    HttpResponse<String> post(String path, String body) {
        return kept(sender.post(path, guest(), Sender.From.HERE, body));
    }

    Browser put(String cookie) {
        int sign = cookie.indexOf('=');
        cookies.put(cookie.substring(0, sign), cookie.substring(sign + 1));
        return this;
    }

    Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    Guest guest() {
        String header = String.join(
                "; ",
                cookies.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
        return new Guest(Guest.Kind.STRANGER, Optional.empty(), header);
    }

    boolean signedIn() {
        return get("/account").statusCode() == 200;
    }

    private HttpResponse<String> kept(HttpResponse<String> answer) {
        List<String> set = answer.headers().allValues("Set-Cookie");
        for (String cookie : set) {
            String pair = cookie.split(";", 2)[0];
            put(pair);
            if (cookie.contains("Max-Age=0")) {
                cookies.remove(pair.substring(0, pair.indexOf('=')));
            }
        }
        return answer;
    }
}
