package org.broadsheet.wire.format.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.broadsheet.wire.Formats;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WirePicture;
import org.broadsheet.wire.item.WireTime;
import org.junit.jupiter.api.Test;

class MailTest {
    private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1, 2, 3, 0, '\n', 10, 13};
    private static final String HEAD = """
            From: =?UTF-8?Q?B=C3=BCro_Nord?= <desk@nord.example>
            To: wire@paper.example
            Date: Thu, 26 Nov 2026 09:15:00 +0700 (WIB)
            Message-ID: <7.b@nord.example>
            Subject: =?UTF-8?B?SMOkZmVuIGJsZWlidCA=?=
             =?UTF-8?B?Z2VzcGVycnQ=?=
            MIME-Version: 1.0
            """;

    private static List<WireItem> read(String mail) {
        return read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static List<WireItem> read(byte[] mail) {
        Outcome outcome = Formats.read(mail);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(((Outcome.Accepted) outcome).format()).isEqualTo("mail");
        return ((Outcome.Accepted) outcome).items();
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(20, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
    }

    @Test
    void headers_become_fields_and_say_so() {
        WireItem item = read(HEAD
                        + "Content-Type: text/plain; charset=utf-8\n\nErster Absatz,\nzweite Zeile.\n\nZweiter Absatz.\n")
                .getFirst();

        assertThat(item.headline()).hasValue("Häfen bleibt gesperrt");
        assertThat(item.guid()).isEqualTo("7.b@nord.example");
        assertThat(item.provider()).hasValue("Büro Nord");
        assertThat(item.published().map(WireTime::instant)).hasValue(Instant.parse("2026-11-26T02:15:00Z"));
        assertThat(item.paragraphs()).containsExactly("Erster Absatz, zweite Zeile.", "Zweiter Absatz.");
        assertThat(item.origins())
                .containsEntry("headline", "Subject")
                .containsEntry("provider", "From")
                .containsEntry("paragraphs", "text/plain");
    }

    @Test
    void a_sender_has_a_name_or_an_address_however_it_is_written() {
        for (String[] from : new String[][] {
            {"=?utf-8?Q?M=C3=BCller,_Anna?= <a@nord.example>", "Müller, Anna"},
            {"\"Desk, North\" <a@nord.example>, b@nord.example", "Desk, North"},
            {"<a@nord.example>", "a@nord.example"},
            {"a@nord.example (Desk North)", "Desk North"},
            {"a@nord.example", "a@nord.example"},
        }) {
            String mail = "From: " + from[0] + "\nSubject: x\n\nText.\n";
            assertThat(read(mail).getFirst().provider()).as(from[0]).hasValue(from[1]);
        }
    }

    @Test
    void a_letter_cut_between_two_encoded_words_is_whole_again() {
        String cut = HEAD.replaceFirst(
                "(?s)Subject:.*?\nMIME", "Subject: =?utf-8?Q?Se=C3?= =?utf-8?Q?=A9ance_lev=C3=A9e?=\nMIME");
        assertThat(read(cut + "\nText.\n").getFirst().headline()).hasValue("Seéance levée");
    }

    @Test
    void plain_text_goes_before_html_unless_it_says_nothing() {
        String both = HEAD + """
                Content-Type: multipart/alternative; boundary="b 1"

                --b 1
                Content-Type: text/plain

                %s
                --b 1
                Content-Type: text/html; charset=utf-8

                <p>One two three four five six seven eight.</p><script>alert(1)</script><p>Nine ten.</p>
                --b 1--
                """;

        assertThat(read(both.formatted("One two three four five six seven eight nine ten."))
                        .getFirst()
                        .origins())
                .containsEntry("paragraphs", "text/plain");
        WireItem html = read(both.formatted("Not shown")).getFirst();
        assertThat(html.paragraphs()).containsExactly("One two three four five six seven eight.", "Nine ten.");
        assertThat(html.body().html()).doesNotContain("script");
    }

    @Test
    void pictures_have_addresses_by_which_their_bytes_are_found_again() {
        byte[] mail = (HEAD + """
                Content-Type: multipart/related; boundary=rel

                --rel
                Content-Type: text/html

                <p>Look.</p><img src="cid:port@nord" alt="The port"><img src="https://t.example/p.gif" width=1 height=1>
                --rel
                Content-Type: image/jpeg; name*=utf-8''h%%C3%%A4fen.jpg
                Content-ID: <port@nord>
                Content-Description: The port at dawn
                Content-Transfer-Encoding: base64

                %1$s
                --rel
                Content-Type: image/jpeg
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment; filename="b.jpg"

                %1$s
                --rel--
                """.formatted(base64(PICTURE))).getBytes(StandardCharsets.UTF_8);

        List<WirePicture> pictures = read(mail).getFirst().pictures();
        assertThat(pictures).hasSize(2);
        assertThat(pictures.getFirst().href()).isEqualTo("cid:port@nord");
        assertThat(pictures.getFirst().alternative()).hasValue("The port");
        assertThat(pictures.getFirst().caption()).hasValue("The port at dawn");
        assertThat(pictures.get(1).href()).isEqualTo("sha256:" + Formats.hash(PICTURE));
        for (String href : List.of("cid:port@nord", pictures.get(1).href(), "b.jpg", "häfen.jpg")) {
            assertThat(Formats.picture(mail, href))
                    .as(href)
                    .hasValueSatisfying(b -> assertThat(b).isEqualTo(PICTURE));
        }
        assertThat(Formats.picture(mail, "cid:other")).isEmpty();
    }

    @Test
    void enclosed_wire_copy_is_read_as_what_it_is_and_the_covering_note_is_no_item() {
        String mail = HEAD
                + """
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/plain

                Please find today's items attached.
                --m
                Content-Type: application/octet-stream; name=item.json
                Content-Transfer-Encoding: base64

                %s
                --m
                Content-Type: text/plain
                Content-Disposition: attachment; filename=story.txt

                %s
                --m
                Content-Type: application/pdf; name=terms.pdf

                %%PDF-1.4
                --m--
                """.formatted(
                                base64("{\"uri\":\"a:1\",\"headline\":\"Ninjs\",\"body_text\":\"One.\"}"
                                        .getBytes(StandardCharsets.UTF_8)),
                                "\u0001xyz0142 3 pl 5\nA/B\n\u0002Seven\n\n  Text.\n\u0003\n261205 Nov 26");

        assertThat(read(mail)).extracting(i -> i.headline().orElse("")).containsExactly("Ninjs", "Seven");
    }

    @Test
    void a_mail_that_forwards_another_whole_gives_the_other() {
        String mail = HEAD + """
                Content-Type: multipart/mixed; boundary=f

                --f
                Content-Type: message/rfc822

                From: other@nord.example
                Date: Thu, 26 Nov 2026 01:00:00 +0000
                Subject: The real story
                Message-ID: <real@nord.example>

                It happened.
                --f--
                """;
        assertThat(read(mail)).extracting(WireItem::guid).containsExactly("real@nord.example");
    }

    @Test
    void lines_that_flow_are_one_and_a_signature_is_no_story() {
        WireItem item = read(HEAD + "Content-Type: text/plain; format=flowed; charset=us-ascii\n\n"
                        + "This paragraph flows \nover two lines.\nThis one does not.\n\nLast.\n-- \nDesk North\n")
                .getFirst();
        assertThat(item.paragraphs())
                .containsExactly("This paragraph flows over two lines. This one does not.", "Last.");
        assertThat(item.unmapped().get("signature")).contains("Desk North");
    }

    @Test
    void broken_encodings_and_character_sets_lose_as_little_as_can_be() {
        String broken =
                HEAD + "Content-Type: text/plain; charset=\"utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                        + "Caf=C3=A9 = 5 =ZZ and soft=\n break =C3=A9";
        assertThat(read(broken).getFirst().paragraphs()).containsExactly("Café = 5 =ZZ and soft break é");
        String base64 = HEAD + "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGF*sb#G8gd29ybGQuX\n";
        assertThat(read(base64).getFirst().paragraphs()).containsExactly("Hallo world.");
        byte[] undeclared =
                (HEAD + "\nDie Häfen sind für Schiffe geöffnet.\n").getBytes(Charset.forName("windows-1252"));
        assertThat(read(undeclared).getFirst().paragraphs()).containsExactly("Die Häfen sind für Schiffe geöffnet.");
        assertThat(read(HEAD + "Content-Type: text/plain; charset=x-unknown-1\n\nÜber alles.\n")
                        .getFirst()
                        .paragraphs())
                .containsExactly("Über alles.");
    }

    @Test
    void a_mail_cut_off_or_without_its_boundary_still_says_what_it_has() {
        assertThat(read(HEAD + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nOne.\n")
                        .getFirst()
                        .paragraphs())
                .containsExactly("One.");
        assertThat(read(HEAD
                                + "Content-Type: multipart/mixed\n\n--found\nContent-Type: text/plain\n\nOne.\n--found--\n")
                        .getFirst()
                        .paragraphs())
                .containsExactly("One.");
    }

    @Test
    void what_is_nested_too_deep_or_falls_into_too_many_parts_is_refused_in_words() {
        StringBuilder deep = new StringBuilder(HEAD);
        for (int i = 0; i < 40; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n");
        }
        assertThat(refused(deep.toString())).contains("nested deeper");
        String many = HEAD + "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\n\n".repeat(200_000);
        assertThat(refused(many)).contains("more than 500 parts");
        String head = HEAD + "X-A: b\n".repeat(60_000) + "\nText.\n";
        assertThat(refused(head)).contains("KB of headers");
        assertThat(refused(HEAD + "\n" + "a".repeat(25 * 1024 * 1024))).contains("larger than 25 MB");
    }

    private static String refused(String mail) {
        Outcome outcome = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> Formats.read(mail.getBytes(StandardCharsets.UTF_8)));
        return outcome instanceof Outcome.Refused refused ? refused.reason() : "accepted";
    }

    @Test
    void a_text_with_one_colon_is_no_mail() {
        assertThat(Formats.read("Note: this is\nno mail at all\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Outcome.Refused.class);
    }
}
