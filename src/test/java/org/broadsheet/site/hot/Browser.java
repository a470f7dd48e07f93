package org.broadsheet.site.hot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Asks a paper for stories and keeps cookies as a browser does. */
final class Browser {

    private final TestPaper paper;
    private final String agent;
    private final Map<String, String> jar = new LinkedHashMap<>();

    Browser(TestPaper paper, String agent) {
        this.paper = paper;
        this.agent = agent;
    }

    /** @param cookie {@code name=value} */
    Browser with(String cookie) {
        int equals = cookie.indexOf('=');
        jar.put(cookie.substring(0, equals), cookie.substring(equals + 1));
        return this;
    }

    String cookies() {
        return jar.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .reduce((one, other) -> one + "; " + other)
                .orElse("none=yes");
    }

    HttpResponse<String> get(String path) {
        HttpResponse<String> page = paper.send(HttpRequest.newBuilder(paper.at(path))
                .header("Cookie", cookies())
                .header("User-Agent", agent)
                .build());
        page.headers().allValues("Set-Cookie").forEach(cookie -> with(cookie.substring(0, cookie.indexOf(';'))));
        return page;
    }

    /** A story that is not for everyone. */
    Document open(StoryId story) {
        HttpResponse<String> page = get(
                paper.door(InPrint.class).story(story).orElseThrow().teaser().path());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).contains("private, no-store");
        return Jsoup.parse(page.body());
    }
}
