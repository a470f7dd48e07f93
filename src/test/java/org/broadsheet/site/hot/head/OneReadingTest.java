package org.broadsheet.site.hot.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.broadsheet.site.hot.head.RequestHead.Outcome;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.junit.jupiter.api.Test;

/** What this parser calls plain, Jetty's strict one reads in the same way, to the same octet. */
class OneReadingTest {
    private static final String[] PIECES = {
        "GET ", "HEAD ", "/a", "/", " HTTP/1.1", "\r\n", "\n", "\r", "Host: a", "Host:", "Cookie: x=y",
                "Accept-Encoding: br",
        "Content-Length: 0", "Transfer-Encoding: chunked", ": ", "X", " ", "\t", "?page=2", "%41", ";", "..", "ä", "\0",
        "Connection: close", "\r\n\r\n", "If-None-Match: \"a\"", "User-Agent: u", ",", "\"", "(", "{", "\\"
    };

    @Test
    void requests_put_together_from_odd_pieces_are_read_in_one_way() {
        Random random = new Random(20260103);
        int plain = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder request = new StringBuilder("GET /a HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n");
            for (int change = random.nextInt(3); change >= 0; change--) {
                int from = random.nextInt(request.length());
                int to = Math.min(request.length(), from + random.nextInt(3));
                request.replace(from, to, PIECES[random.nextInt(PIECES.length)]);
            }
            plain += check(request.toString().getBytes(StandardCharsets.ISO_8859_1)) ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    private static boolean check(byte[] bytes) {
        RequestHead head = new RequestHead();
        if (head.read(bytes, 0, bytes.length) != Outcome.PLAIN) {
            return false;
        }
        Seen jetty = new Seen();
        HttpParser parser = new HttpParser(jetty, 16_384, HttpCompliance.RFC9110);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        parser.parseNext(buffer);
        String shown = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(jetty.complete).as(shown).isTrue();
        assertThat(jetty.uri.split("\\?", 2)[0]).as(shown).isEqualTo(head.path.in(bytes));
        assertThat(jetty.method.equals("HEAD")).as(shown).isEqualTo(head.headOnly());
        assertThat(buffer.position()).as(shown).isEqualTo(head.end());
        return true;
    }

    private static final class Seen implements HttpParser.RequestHandler {
        private String method = "";
        private String uri = "";
        private boolean complete;

        @Override
        public void startRequest(String asked, String target, HttpVersion version) {
            method = asked;
            uri = target;
        }

        @Override
        public void parsedHeader(HttpField field) {
            assertThat(field.getName()).isNotEqualToIgnoringCase("Content-Length");
        }

        @Override
        public boolean headerComplete() {
            return false;
        }

        @Override
        public boolean contentComplete() {
            return false;
        }

        @Override
        public boolean messageComplete() {
            complete = true;
            return true;
        }

        @Override
        public boolean content(ByteBuffer item) {
            return false;
        }

        @Override
        public void earlyEOF() {
            complete = false;
        }
    }
}
