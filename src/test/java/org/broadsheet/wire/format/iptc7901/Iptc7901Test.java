package org.broadsheet.wire.format.iptc7901;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.broadsheet.wire.Formats;
import org.broadsheet.wire.format.Outcome;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.item.WireTime;
import org.junit.jupiter.api.Test;

/** The messages are our own; the agency "xyz" is nobody's. */
class Iptc7901Test {
    private static final String STORY = """
            \u0001xyz0142 3 pl 58 vvvvb XYZ 261126-11
            Parlament/Haushalt
            \u0002Parlament beschließt den Haushalt=
            Von Anna Beispiel =

            Berlin (XYZ) - Das Parlament hat am Donnerstag den Haushalt
            beschlossen. Das teilte die Verwaltung mit.

               Die Mitte-
            rechts stehenden Parteien stimmten dagegen.
            Die Abstimmung dauerte "drei Stunden".

            # Notizblock
            ## Redaktionelle Hinweise
            - Weiterer Text folgt
            \u0003
            261205 Nov 26
            \u0004
            """;

    private static List<WireItem> read(byte[] bytes) {
        Outcome outcome = Formats.read(bytes);
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(((Outcome.Accepted) outcome).format()).isEqualTo("iptc7901");
        return ((Outcome.Accepted) outcome).items();
    }

    private static List<WireItem> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_message_says_who_what_when_and_how_urgent() {
        WireItem item = read(STORY).getFirst();

        assertThat(item.headline()).hasValue("Parlament beschließt den Haushalt");
        assertThat(item.provider()).hasValue("XYZ");
        assertThat(item.urgency()).hasValue(3);
        assertThat(item.slugline()).hasValue("Parlament/Haushalt");
        assertThat(item.keywords()).containsExactly("Parlament", "Haushalt");
        assertThat(item.subjects()).extracting(s -> s.code()).containsExactly("pl");
        assertThat(item.published().map(WireTime::instant)).hasValue(Instant.parse("2026-11-26T12:05:00Z"));
        assertThat(item.guid()).isEqualTo("iptc7901:xyz:2026-11-26:0142");
        assertThat(item.byline()).hasValue("Von Anna Beispiel");
        assertThat(item.dateline()).hasValue("Berlin");
        assertThat(item.credit()).hasValue("XYZ");
        assertThat(item.unmapped()).containsEntry("word count", "58");
        assertThat(item.origins()).containsEntry("urgency", "header: priority").containsEntry("headline", "text: head");
    }

    @Test
    void lines_of_a_paragraph_are_one_and_an_indented_one_begins_the_next() {
        assertThat(read(STORY).getFirst().paragraphs())
                .containsExactly(
                        "Das Parlament hat am Donnerstag den Haushalt beschlossen. Das teilte die Verwaltung mit.",
                        "Die Mitte-rechts stehenden Parteien stimmten dagegen. Die Abstimmung dauerte \"drei Stunden\".");
    }

    @Test
    void what_is_not_for_print_is_a_note_for_editors() {
        assertThat(read(STORY).getFirst().editorialNote())
                .hasValueSatisfying(n -> assertThat(n).contains("Weiterer Text folgt"));
    }

    @Test
    void every_character_set_gives_the_same_words() {
        for (String charset : List.of("UTF-8", "windows-1252", "ISO-8859-1")) {
            WireItem item = read(STORY.getBytes(Charset.forName(charset))).getFirst();
            assertThat(item.headline()).as(charset).hasValue("Parlament beschließt den Haushalt");
        }
    }

    @Test
    void several_messages_of_one_transmission_are_several_items() {
        String second = STORY.replace("0142", "0143").replace("\n", "\r\n");
        assertThat(read("\u0016\u0016" + STORY + "\u0016\u0000" + second))
                .extracting(WireItem::guid)
                .containsExactly("iptc7901:xyz:2026-11-26:0142", "iptc7901:xyz:2026-11-26:0143");
    }

    @Test
    void a_kill_belongs_to_the_message_that_it_names() {
        WireItem kill = read("""
                \u0001xyz0150 1 pl 20 XYZ
                Parlament/Haushalt
                KILL
                \u0002Achtung Redaktionen:
                KILL

                Bitte die Meldung xyz 0142 nicht verwenden.
                \u0003
                261215 GMT Nov 26
                """).getFirst();

        assertThat(kill.status()).isEqualTo(WireStatus.CANCELED);
        assertThat(kill.guid()).isEqualTo("iptc7901:xyz:2026-11-26:0142");
        assertThat(kill.identifier()).isEqualTo("iptc7901:xyz:2026-11-26:0150");
        assertThat(kill.version()).hasValue("0150");
        assertThat(kill.urgency()).hasValue(1);
    }

    @Test
    void a_correction_is_a_version_of_what_it_corrects_and_stays_usable() {
        WireItem correction = read("""
                \u0001xyz0151 3 pl 20 XYZ
                Parlament/Haushalt
                \u0002CORRECTION (to xyz0142, second paragraph)
                Parliament passes the budget =

                BERLIN, Nov 26 (XYZ) - The vote took four hours.
                \u0003
                1230 261126
                """).getFirst();

        assertThat(correction.status()).isEqualTo(WireStatus.USABLE);
        assertThat(correction.guid()).endsWith(":0142");
        assertThat(correction.unmapped().get("designator")).startsWith("CORRECTION");
        assertThat(correction.published().map(WireTime::instant)).hasValue(Instant.parse("2026-11-26T12:30:00Z"));
        assertThat(correction.paragraphs()).containsExactly("The vote took four hours.");
    }

    @Test
    void the_dress_of_the_teletype_is_read_too() {
        List<WireItem> items = read("""
                ZCZC XYZ014 4 I 30
                FLOOD-RIVER

                River floods the old town

                MANADO, Nov 26 (XYZ) - The river has flooded the
                old town.
                  Nobody was hurt.
                261300 GMT NOV 26
                NNNN
                ZCZC XYZ015 5 S 10
                Match ends level

                  The match ended level.
                NNNN
                """);

        assertThat(items).hasSize(2);
        assertThat(items.getFirst().headline()).hasValue("River floods the old town");
        assertThat(items.getFirst().slugline()).hasValue("FLOOD-RIVER");
        assertThat(items.getFirst().dateline()).hasValue("MANADO, Nov 26");
        assertThat(items.getFirst().paragraphs())
                .containsExactly("The river has flooded the old town.", "Nobody was hurt.");
        assertThat(items.getFirst().published().map(WireTime::instant)).hasValue(Instant.parse("2026-11-26T13:00:00Z"));
        assertThat(items.get(1).headline()).hasValue("Match ends level");
        assertThat(items.get(1).guid()).startsWith("sha256:");
    }

    @Test
    void a_message_whose_control_characters_a_gateway_has_lost_is_known_by_its_first_and_last_line() {
        WireItem item = read("""
                xyz0003 3 i 80  xyz 0045

                Exampleland/migration/UN/
                1ST LEAD
                Exampleland joins the pact
                By xyz correspondents =

                Geneva (xyz) - Exampleland is joining.

                It said so.

                212322 GMT Nov 18
                """).getFirst();

        assertThat(item.headline()).hasValue("Exampleland joins the pact");
        assertThat(item.slugline()).hasValue("Exampleland/migration/UN");
        assertThat(item.byline()).hasValue("By xyz correspondents");
        assertThat(item.paragraphs()).containsExactly("Exampleland is joining.", "It said so.");
        assertThat(item.published().map(WireTime::instant)).hasValue(Instant.parse("2018-11-21T23:22:00Z"));
    }

    @Test
    void a_headline_in_capitals_that_begins_like_an_order_is_none() {
        for (String headline :
                List.of("KILL BILL SEQUEL PLANNED", "CANCELLED FLIGHTS STRAND THOUSANDS", "EMBARGO ON OIL WIDENED")) {
            WireItem item = read(STORY.replace("Parlament beschließt den Haushalt=", headline + "="))
                    .getFirst();
            assertThat(item.status()).as(headline).isEqualTo(WireStatus.USABLE);
            assertThat(item.headline()).hasValue(headline);
        }
        for (String order : List.of("KILL xyz0141", "MANDATORY KILL", "KILL ADVISORY: do not use", "CANCEL -")) {
            String killed = STORY.replace("\u0002", "\u0002" + order + "\n");
            assertThat(read(killed).getFirst().status()).as(order).isEqualTo(WireStatus.CANCELED);
        }
        for (String order : List.of("Sperrfrist: 12.00 Uhr", "EMBARGOED UNTIL NOON", "HOLD FOR RELEASE", "EMBARGO")) {
            String held = STORY.replace("\u0002", "\u0002" + order + "\n");
            assertThat(read(held).getFirst().status()).as(order).isEqualTo(WireStatus.WITHHELD);
        }
    }

    @Test
    void the_two_lines_of_anpa_are_read_as_a_header() {
        WireItem item = read("""
                \u0016\u0016\u0001a0123\u001fxyz-z
                u i\u0013\u0011 BC-Flood-River, 1st Ld 11-26 0345
                \u0002^BC-Flood-River<
                ^River floods the old town<
                ^By A. SAMPLE<
                \tMANADO (XYZ) - The river has
                flooded the old town.
                \tNobody was hurt.
                \u0003xyz-ny-11-26-26 0700GMT
                """).getFirst();

        assertThat(item.headline()).hasValue("River floods the old town");
        assertThat(item.slugline()).hasValue("Flood-River");
        assertThat(item.urgency()).hasValue(3);
        assertThat(item.byline()).hasValue("By A. SAMPLE");
        assertThat(item.paragraphs()).containsExactly("The river has flooded the old town.", "Nobody was hurt.");
        assertThat(item.guid()).isEqualTo("iptc7901:a:2026-11-26:0123");
    }

    @Test
    void a_text_that_only_begins_with_a_word_and_figures_is_no_message() {
        assertThat(Formats.read("abc 123 is a number\nand no more".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_transmission_without_end_or_of_one_letter_is_answered_soon() {
        for (String piece : List.of("A", "\u0001", "ZCZC\n", "= \n", "/", " (", "xyz0142 ", "#", "-\n")) {
            String text = "\u0001xyz0142 3 pl 58\n\u0002" + piece.repeat(1_000_000 / piece.length());
            Outcome outcome = assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> Formats.read(text.getBytes(StandardCharsets.UTF_8)), piece);
            assertThat(outcome).isNotNull();
        }
    }
}
