package org.broadsheet.wire.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.broadsheet.testing.TestPaper;
import org.broadsheet.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An agency sends by itself. */
class PushPageTest {
    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(Map.of());

    private static final Pushers pushers = PAPER.door(Pushers.class);
    private static final Wire wire = PAPER.door(Wire.class);

    @Test
    void with_its_token_a_document_is_put_away_and_read_and_again_it_changes_nothing() throws Exception {
        String secret = pushers.add("nord", Instant.now());
        HttpResponse<String> first = push("nord", ninjs("one"), "Authorization", "Bearer " + secret);
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.body()).matches("\\{\"id\":\"[0-9a-f]{64}\",\"items\":1,\"refused\":0}\n");
        HttpResponse<String> again = push("nord", ninjs("one"), "Authorization", "bearer " + secret);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).startsWith(first.body().substring(0, 60)).contains("\"items\":0");
        assertThat(wire.history("nord", "one")).hasSize(1);
        assertThat(push("nord", "no news", "Authorization", "Bearer " + secret).body())
                .contains("\"refused\":1");
        assertThat(pushers.all())
                .filteredOn(each -> each.source().equals("nord"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.heard()).isPresent();
                    assertThat(each.news()).isPresent();
                });
    }

    @Test
    void signed_it_is_taken_and_not_when_another_word_or_another_time_is_signed() throws Exception {
        String secret = pushers.add("sued", Instant.now());
        long now = Instant.now().getEpochSecond();
        assertThat(push("sued", ninjs("two"), "Wire-Signature", signature(secret, now, ninjs("two")))
                        .statusCode())
                .isEqualTo(202);
        assertThat(push("sued", ninjs("three"), "Wire-Signature", signature(secret, now, ninjs("two")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(push("sued", ninjs("two"), "Wire-Signature", signature(secret, now - 400, ninjs("two")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(push("sued", ninjs("two"), "Wire-Signature", signature(secret, now + 400, ninjs("two")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(push("sued", ninjs("two"), "Wire-Signature", "t=x,v1=y").statusCode())
                .isEqualTo(401);
        assertThat(pushers.all())
                .filteredOn(each -> each.source().equals("sued"))
                .singleElement()
                .satisfies(each -> assertThat(each.refused()).isEqualTo(4));
        assertThat(wire.history("sued", "three")).isEmpty();
    }

    @Test
    void strangers_old_secrets_and_those_who_were_removed_are_told_the_same() throws Exception {
        String old = pushers.add("west", Instant.now());
        String secret = pushers.add("west", Instant.now());
        HttpResponse<String> stranger = push("nobody", ninjs("four"), "Authorization", "Bearer x");
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(push("west", ninjs("four"), "Authorization", "Bearer " + old).body())
                .isEqualTo(stranger.body());
        assertThat(push("west", ninjs("four"), "X-Nothing", "x").body()).isEqualTo(stranger.body());
        assertThat(push("west", "", "Authorization", "Bearer " + secret).statusCode())
                .isEqualTo(400);
        assertThat(pushers.remove("west")).isTrue();
        assertThat(pushers.remove("west")).isFalse();
        assertThat(push("west", ninjs("four"), "Authorization", "Bearer " + secret)
                        .statusCode())
                .isEqualTo(401);
        assertThat(wire.history("west", "four")).isEmpty();
        assertThatThrownBy(() -> pushers.add("No Name", Instant.now())).hasMessageContaining("name is");
    }

    @Test
    void more_than_16_mb_is_refused_and_nothing_is_kept() throws Exception {
        String secret = pushers.add("large", Instant.now());
        String large = "x".repeat(16 * 1024 * 1024 + 1);
        assertThat(push("large", large, "Authorization", "Bearer " + secret).statusCode())
                .isEqualTo(413);
        assertThat(pushers.all())
                .filteredOn(each -> each.source().equals("large"))
                .singleElement()
                .satisfies(each -> assertThat(each.heard()).isEmpty());
    }

    private static HttpResponse<String> push(String source, String body, String header, String said) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(PAPER.at("/wire/push/" + source))
                    .header(header, said)
                    .POST(BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String signature(String secret, long seconds, String body) {
        byte[] mac = Pushers.mac(
                secret.getBytes(StandardCharsets.UTF_8), Long.toString(seconds), body.getBytes(StandardCharsets.UTF_8));
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac);
    }

    private static String ninjs(String guid) {
        return "{\"uri\":\"" + guid + "\",\"headline\":\"Words\",\"body_text\":\"One.\"}";
    }
}
