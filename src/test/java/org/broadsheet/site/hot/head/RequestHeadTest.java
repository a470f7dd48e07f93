package org.broadsheet.site.hot.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.broadsheet.site.hot.head.RequestHead.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
    private static final String HOST = "Host: paper.example:8080\r\n";

    private final RequestHead head = new RequestHead();

    @Test
    void a_plain_request_is_read_with_all_that_an_answer_depends_on() {
        byte[] bytes = bytes("GET /data/2026/01/03/slug?utm_source=x&page=3 HTTP/1.1\r\n" + HOST
                + "accept-encoding:  gzip, br \r\nCOOKIE: text=large\r\nUser-Agent: x\r\n"
                + "If-None-Match: \"a\"\r\nConnection: keep-alive\r\nX: y\r\n\r\nGET");
        assertThat(head.read(bytes, 0, bytes.length)).isEqualTo(Outcome.PLAIN);
        assertThat(head.path.in(bytes)).isEqualTo("/data/2026/01/03/slug");
        assertThat(head.number()).isEqualTo(3);
        assertThat(head.encodings.in(bytes)).isEqualTo("gzip, br");
        assertThat(head.cookies.in(bytes)).isEqualTo("text=large");
        assertThat(head.browser.in(bytes)).isEqualTo("x");
        assertThat(head.ifNoneMatch.in(bytes)).isEqualTo("\"a\"");
        assertThat(head.end()).isEqualTo(bytes.length - 3);
        assertThat(head.headOnly()).isFalse();
        assertThat(head.last()).isFalse();
    }

    @Test
    void nothing_of_one_request_is_left_in_the_next() {
        byte[] first = bytes("HEAD /a?page=2 HTTP/1.1\r\n" + HOST + "Cookie: c\r\nConnection: close\r\n\r\n");
        byte[] second = bytes("GET /b HTTP/1.1\r\n" + HOST + "\r\n");
        head.read(first, 0, first.length);
        assertThat(head.headOnly()).isTrue();
        assertThat(head.last()).isTrue();
        assertThat(head.read(second, 0, second.length)).isEqualTo(Outcome.PLAIN);
        assertThat(head.path.in(second)).isEqualTo("/b");
        assertThat(head.number()).isEqualTo(1);
        assertThat(head.cookies.isEmpty()).isTrue();
        assertThat(head.headOnly()).isFalse();
        assertThat(head.last()).isFalse();
    }

    @Test
    void every_beginning_of_a_plain_request_is_unfinished_and_nothing_else() {
        byte[] bytes = bytes("HEAD /a?page=2 HTTP/1.1\r\n" + HOST + "Cookie: c\r\n\r\n");
        for (int length = 0; length < bytes.length; length++) {
            assertThat(head.read(bytes, 0, length)).as("%d octets", length).isEqualTo(Outcome.UNFINISHED);
        }
        assertThat(head.read(bytes, 0, bytes.length)).isEqualTo(Outcome.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /a HTTP/1.1",
                "get /a HTTP/1.1",
                "GET  /a HTTP/1.1",
                "GET /a HTTP/1.0",
                "GET /a HTTP/1.1 ",
                "GET /a  HTTP/1.1",
                "GET /a%2e HTTP/1.1",
                "GET /a//b HTTP/1.1",
                "GET //a HTTP/1.1",
                "GET /../a HTTP/1.1",
                "GET /a/.b HTTP/1.1",
                "GET /a;b HTTP/1.1",
                "GET /a#b HTTP/1.1",
                "GET /a?b#c HTTP/1.1",
                "GET /a\\b HTTP/1.1",
                "GET /ä HTTP/1.1",
                "GET /a?page=0 HTTP/1.1",
                "GET /a?page=-1 HTTP/1.1",
                "GET /a?page=9999999 HTTP/1.1",
                "GET /a?page= HTTP/1.1",
                "GET a HTTP/1.1",
                "GET http://paper.example/a HTTP/1.1",
                "GET * HTTP/1.1",
                "GET ?a HTTP/1.1",
                " GET /a HTTP/1.1",
                "GET /a\tHTTP/1.1",
                "GET /a HTTP/1.1\rX"
            })
    void an_odd_request_line_is_for_jetty(String line) {
        byte[] bytes = bytes(line + "\r\n" + HOST + "\r\n");
        assertThat(head.read(bytes, 0, bytes.length)).isEqualTo(Outcome.ODD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host: a\r\nHost: a\r\n",
                "Host: a b\r\n",
                "Host:\r\n",
                "Host: a/b\r\n",
                "Host: a:b\r\n",
                "Host: a:123456\r\n",
                "Host: [::1]\r\n",
                "Host: a@b\r\n",
                "Host: a\r\nContent-Length: 0\r\n",
                "Host: a\r\nTransfer-Encoding: chunked\r\n",
                "Host: a\r\nExpect: 100-continue\r\n",
                "Host: a\r\nUpgrade: h2c\r\n",
                "Host: a\r\nConnection: upgrade\r\n",
                "Host: a\r\nConnection: close, x\r\n",
                "Host: a\r\nTE: trailers\r\n",
                "Host: a\r\nIf-Match: *\r\n",
                "Host: a\r\nCookie: a\r\nCookie: b\r\n",
                "Host: a\r\nAccept-Encoding: gzip\r\nAccept-Encoding: br\r\n",
                "Host: a\r\nX : y\r\n",
                "Host: a\r\n X: y\r\n",
                "Host: a\r\nX: y\r\n z\r\n",
                "Host: a\r\nX: y\nY: z\r\n",
                "Host: a\r\nX: y\rY: z\r\n",
                "Host: a\r\nX: \0\r\n",
                "Host: a\r\nX: ä\r\n",
                "Host: a\r\nX(: y\r\n",
                "Host: a\r\n: y\r\n",
                "Host: a\r\nX\r\n"
            })
    void odd_headers_are_for_jetty(String headers) {
        byte[] bytes = bytes("GET /a HTTP/1.1\r\n" + headers + "\r\n");
        assertThat(head.read(bytes, 0, bytes.length)).isEqualTo(Outcome.ODD);
    }

    @Test
    void it_prints_no_cookie() {
        byte[] bytes = bytes("GET /a HTTP/1.1\r\n" + HOST + "Cookie: secret\r\n\r\n");
        head.read(bytes, 0, bytes.length);
        assertThat(head.toString()).doesNotContain("secret");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
