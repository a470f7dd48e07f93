package org.broadsheet.wire.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.broadsheet.wire.Formats;
import org.broadsheet.wire.format.text.Dates;

/** Strangers' bytes: whatever they are, there is an answer, and what is taken is clean. */
class FormatsFuzz {

    @FuzzTest(maxDuration = "5s")
    void any_bytes_are_answered(byte[] bytes) {
        check(bytes);
    }

    @FuzzTest(maxDuration = "5s")
    void any_newsml_is_answered(byte[] bytes) {
        check(wrap(
                "<newsItem guid='a'><itemMeta/><contentSet><inlineXML>",
                bytes,
                "</inlineXML></contentSet></newsItem>"));
    }

    @FuzzTest(maxDuration = "5s")
    void any_feed_is_answered(byte[] bytes) {
        check(wrap("<rss version='2.0'><channel><item>", bytes, "</item></channel></rss>"));
    }

    @FuzzTest(maxDuration = "5s")
    void any_ninjs_is_answered(byte[] bytes) {
        check(wrap("{\"uri\":\"a\",\"headline\":\"b\",", bytes, "}"));
    }

    @FuzzTest(maxDuration = "5s")
    void any_newsml_1_is_answered(byte[] bytes) {
        check(wrap("<NewsML><NewsItem><NewsComponent>", bytes, "</NewsComponent></NewsItem></NewsML>"));
    }

    @FuzzTest(maxDuration = "5s")
    void any_transmission_is_answered(byte[] bytes) {
        check(wrap("\u0001xyz0142 3 pl 58\n\u0002", bytes, "\u0003\n261205 GMT Nov 26"));
    }

    @FuzzTest(maxDuration = "5s")
    void any_mail_is_answered(byte[] bytes) {
        check(wrap(
                "From: a@b.example\nSubject: c\nDate: d\nContent-Type: multipart/mixed; boundary=e\n",
                bytes,
                "\n--e--\n"));
    }

    @FuzzTest(maxDuration = "5s")
    void any_words_are_a_date_or_none(byte[] bytes) {
        assertThat(Dates.read(new String(bytes, StandardCharsets.UTF_8))).isNotNull();
    }

    private static byte[] wrap(String before, byte[] bytes, String after) {
        return (before + new String(bytes, StandardCharsets.UTF_8) + after).getBytes(StandardCharsets.UTF_8);
    }

    private static void check(byte[] bytes) {
        switch (Formats.read(bytes)) {
            case Outcome.Accepted accepted ->
                assertThat(accepted.items()).allSatisfy(item -> {
                    assertThat(item.guid()).isNotBlank();
                    assertThat(item.body().html().toLowerCase(java.util.Locale.ROOT))
                            .doesNotContain("<script");
                });
            case Outcome.Refused refused -> assertThat(refused.reason()).isNotBlank();
        }
    }
}
