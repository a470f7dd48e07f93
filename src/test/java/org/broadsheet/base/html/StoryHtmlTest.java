package org.broadsheet.base.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryHtmlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>One</p><p>Two</p>                        | <p>One</p><p>Two</p>
            loose words                                 | <p>loose words</p>
            one<br><br>two                              | <p>one</p><p>two</p>
            one<br>two                                  | <p>one<br>two</p>
            <div><p>in</p> a div</div>                  | <p>in</p><p>a div</p>
            <h1>Title</h1><h4>Small</h4>                | <h2>Title</h2><h3>Small</h3>
            <p><b>bold</b> <i>slanted</i></p>           | <p><strong>bold</strong> <em>slanted</em></p>
            <p><span style="color:red">red</span></p>   | <p>red</p>
            <p>&nbsp;</p><p> </p>                       | ''
            <p onclick=x>a<script>b</script></p>        | <p>a</p>
            <p><img src=x onerror=alert(1)>a</p>        | <p>a</p>
            <p><a href="javascript:alert(1)">a</a></p>  | <p>a</p>
            <p><a href="java&#10;script:x">a</a></p>    | <p>a</p>
            <p><a href="//elsewhere.test/">a</a></p>    | <p>a</p>
            <p><a href="/data/">a</a></p>               | <p><a href="/data/">a</a></p>
            <p><a href="HTTPS://a.test/?a=1&b=2">a</a></p> | <p><a href="https://a.test/?a=1&amp;b=2">a</a></p>
            <ul><li>a<ul><li>b</li></ul></li></ul>      | <ul><li>a<ul><li>b</li></ul></li></ul>
            <ul><li><p>a</p><p>b</p></li></ul>          | <ul><li>a<br>b</li></ul>
            <blockquote>said</blockquote>               | <blockquote><p>said</p></blockquote>
            <figure data-photograph=7><img src=x><figcaption>c</figcaption></figure> | <figure data-photograph="7"><figcaption>c</figcaption></figure>
            <figure><img src=x></figure>                | ''
            <table><tr><th colspan=2>a<tr><td>b<td>c</table> | <table><tbody><tr><th colspan="2">a</th></tr><tr><td>b</td><td>c</td></tr></tbody></table>
            <svg><a href=x>t</a></svg><p>u</p>          | <p>u</p>
            <p>1 < 2 & 3 > 2</p>                        | <p>1 &lt; 2 &amp; 3 &gt; 2</p>
            """)
    void what_was_sent_becomes_the_subset(String sent, String kept) {
        assertThat(StoryHtml.clean(sent).html()).isEqualTo(kept);
    }

    @Test
    void blocks_come_in_order_and_whole() {
        assertThat(StoryHtml.clean("<p>a</p><ul><li>b</li></ul><p>c</p>").blocks())
                .containsExactly("<p>a</p>", "<ul><li>b</li></ul>", "<p>c</p>");
    }

    @Test
    void text_keeps_the_words_and_drops_the_markup() {
        assertThat(StoryHtml.clean("<h2>Head</h2><p>A <b>bold</b> word</p>").text())
                .isEqualTo("Head\nA bold word\n");
    }

    @Test
    void paragraphs_of_plain_text_are_escaped() {
        assertThat(StoryHtml.ofParagraphs(List.of("a < b", "<script>")).html())
                .isEqualTo("<p>a &lt; b</p><p>&lt;script&gt;</p>");
    }

    @Test
    void a_body_that_no_story_has_is_refused_with_its_length() {
        assertThatThrownBy(() -> StoryHtml.clean("x".repeat(StoryHtml.LONGEST + 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2000001 characters");
    }

    @Test
    void a_body_of_nothing_but_tags_is_refused_with_their_number() {
        assertThatThrownBy(() -> StoryHtml.clean("<b>".repeat(100_001)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100001 tags");
    }

    @Test
    void a_tower_of_elements_neither_overflows_nor_loses_its_words() {
        String tower = "<div><b><blockquote>".repeat(20_000) + "words";
        assertThat(StoryHtml.clean(tower).text()).contains("words");
    }

    @Test
    void neither_type_prints_its_text() {
        assertThat(StoryHtml.clean("<p>secret</p>").toString()).doesNotContain("secret");
        assertThat(StoryHtml.clean("<p>secret</p>").safe().toString()).doesNotContain("secret");
    }
}
