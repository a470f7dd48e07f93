package org.broadsheet.wire.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.item.WirePicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>Two<br>lines</p> | One;Two lines",
                "One<br><br>Two | One;Two",
                "<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul> | A;B;C",
                "<table><tr><td>1</td><td>2</td></tr></table> | '1 | 2'",
                "<div><p>In</p>loose</div> | In;loose",
                "safe<iframe src='x'/> words | safe words",
                "a<!-- never closed > b | a b",
                "Fish &amp; chips | Fish & chips"
            })
    void bodies_become_paragraphs_in_order(String html, String paragraphs) {
        assertThat(String.join(";", Prose.ofHtml(html, Optional.empty()).paragraphs()))
                .isEqualTo(paragraphs);
    }

    @Test
    void pictures_are_taken_out_with_their_captions() {
        Prose prose = Prose.ofHtml(
                "<figure><img src='/a.jpg' alt='A dog' width='640'><figcaption>Rex</figcaption></figure>",
                Optional.of(URI.create("https://example.com/news/")));

        assertThat(prose.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.href()).isEqualTo("https://example.com/a.jpg");
            assertThat(picture.caption()).contains("Rex");
            assertThat(picture).extracting(WirePicture::width).isEqualTo(Optional.of(640));
        });
    }

    @Test
    void relative_links_are_made_whole() {
        Prose prose = Prose.ofHtml("<a href='b'>x</a>", Optional.of(URI.create("https://example.com/a/")));

        assertThat(prose.html().html()).isEqualTo("<p><a href=\"https://example.com/a/b\">x</a></p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<ul><li>", "<table><tr><td>", "<div>", "<b><i>", "<blockquote>", "<font><p>", "<a href=x>"})
    void the_deepest_nesting_is_read(String piece) {
        Prose prose = Prose.ofHtml("<p>" + piece.repeat(3_000) + "word", Optional.empty());

        assertThat(String.join(" ", prose.paragraphs())).contains("word");
    }

    @Test
    void a_text_of_nothing_but_tags_is_refused() {
        assertThatThrownBy(() -> Prose.ofHtml("<b>".repeat(100_001), Optional.empty()))
                .isInstanceOf(Unreadable.class)
                .hasMessage("a text with more than 100000 tags");
    }
}
