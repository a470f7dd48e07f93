package org.broadsheet.wire.format.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    private static XmlDocument read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static XmlDocument read(byte[] bytes) {
        return XmlReader.read(bytes, Optional.empty(), XmlLimits.USUAL);
    }

    @Test
    void a_file_named_by_an_entity_is_never_opened() {
        XmlDocument document = read(
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'><!ENTITY % p SYSTEM 'http://example.com/p'> %p;]><r>&x;</r>");

        assertThat(document.root().text()).isEqualTo("&x;");
    }

    @Test
    void a_declared_text_entity_is_replaced() {
        assertThat(read("<!DOCTYPE r [<!ENTITY a 'one'><!ENTITY b '&a; two'>]><r>&b;</r>")
                        .root()
                        .text())
                .isEqualTo("one two");
    }

    @Test
    void entities_that_grow_without_end_are_refused() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY l0 'ha ha ha'>");
        for (int i = 1; i < 8; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" '")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        assertThatThrownBy(() -> read(laughs + "]><r>&l7;</r>"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("expand");
        assertThatThrownBy(() -> read("<!DOCTYPE r [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><r>&a;</r>"))
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void elements_nested_too_deep_are_refused() {
        assertThatThrownBy(() -> read("<a>".repeat(500)))
                .isInstanceOf(Unreadable.class)
                .hasMessage("elements nested deeper than 200");
    }

    @Test
    void what_takes_too_long_is_refused() {
        XmlLimits hasty = new XmlLimits(10_000_000, 200, 400_000, 1_000, Duration.ofNanos(1));
        byte[] many = ("<a>" + "<b/>".repeat(10_000) + "</a>").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> XmlReader.read(many, Optional.empty(), hasty))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("not read within");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&",
                "<!--",
                "<a b=",
                "<a b='",
                "</a>",
                "<![CDATA[",
                "<!DOCTYPE a [",
                "<?",
                "<a ",
                "&a",
                "<",
                "]]>",
                "<a:b "
            })
    void repeating_a_broken_piece_takes_no_more_than_straight_time(String piece) {
        String text = "<r>" + piece.repeat(200_000 / piece.length());
        long start = System.nanoTime();
        try {
            read(text);
        } catch (Unreadable refused) {
            assertThat(refused.reason()).isNotBlank();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @CsvSource({
        "'  \uFEFF<r>x</r>', x",
        "'rubbish<?xml version=\"1.0\"?><r>x</r>', x",
        "'<r>a &nbsp;b</r>', 'a \u00a0b'",
        "'<r>Q&A</r>', Q&A",
        "'<r>1 < 2</r>', 1 < 2",
        "'<r><b>x</r>', x",
        "'<r>x', x",
        "'<r a=1>x</r>', x",
        "'<p:r>x</p:r>', x"
    })
    void sloppy_documents_are_mended_and_the_mending_is_told(String written, String text) {
        XmlDocument document = read(written);

        assertThat(document.root().text()).isEqualTo(text);
        assertThat(document.repairs()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32BE", "UTF-32LE"})
    void wide_encodings_are_seen_without_a_mark(String charset) {
        byte[] bytes = "<?xml version='1.0'?><r>Zürich</r>".getBytes(Charset.forName(charset));

        assertThat(read(bytes).root().text()).isEqualTo("Zürich");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252, Zürich “so”", "ISO-8859-2, Łódź", "Shift_JIS, 東京の新聞", "GB18030, 北京报纸", "KOI8-R, Москва"})
    void declared_encodings_are_believed(String charset, String text) {
        byte[] bytes = ("<?xml version='1.0' encoding='" + charset + "'?><r>" + text + "</r>")
                .getBytes(Charset.forName(charset));

        assertThat(read(bytes).root().text()).isEqualTo(text);
    }

    @Test
    void a_wrong_declaration_is_set_right() {
        XmlDocument document = read(
                "<?xml version='1.0' encoding='utf-8'?><r>Zürich, Köln</r>".getBytes(Charset.forName("windows-1252")));

        assertThat(document.root().text()).isEqualTo("Zürich, Köln");
        assertThat(document.wellFormed()).isFalse();
    }

    @Test
    void known_vocabularies_have_one_name_whatever_the_prefix() {
        XmlElement root =
                read("<x:rss xmlns:x='' xmlns:y='http://purl.org/dc/elements/1.1/'><y:creator>A</y:creator></x:rss>")
                        .root();

        assertThat(root.first("dc:creator")).isPresent();
    }

    @Property(tries = 300)
    void any_characters_are_read_or_refused(@ForAll @StringLength(max = 300) String anything) {
        readOrRefuse(anything);
    }

    @Property(tries = 500)
    void any_marks_are_read_or_refused(@ForAll @StringLength(max = 120) @CharRange(from = '!', to = '?') String marks) {
        readOrRefuse("<a>" + marks + "<b " + marks + "</b>" + marks + "</a>");
    }

    private static void readOrRefuse(String text) {
        try {
            assertThat(read(text).root().name()).isNotEmpty();
        } catch (Unreadable refused) {
            assertThat(refused.reason()).isNotBlank();
        }
    }

    @Property(tries = 200)
    void text_that_was_escaped_comes_back(
            @ForAll @StringLength(max = 80) @CharRange(from = ' ', to = '~') String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        XmlDocument document = read("<r>" + escaped + "</r>");

        assertThat(document.root().text()).isEqualTo(text);
        assertThat(document.repairs()).isEmpty();
    }
}
