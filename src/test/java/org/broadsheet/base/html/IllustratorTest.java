package org.broadsheet.base.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class IllustratorTest {
    private static final Illustration PICTURE = new Illustration(
            "/pictures/a/960.jpg",
            "/pictures/a/960.jpg 960w",
            "/pictures/a/960.webp 960w",
            960,
            640,
            "A <hall>",
            "AFP");

    @Test
    void a_figure_gets_its_picture_with_its_size_and_its_credit() {
        SafeHtml text = StoryHtml.clean("<p>a</p><figure data-photograph=7><figcaption>The hall.</figcaption></figure>")
                .safe();
        Element body = Jsoup.parseBodyFragment(text.illustrated(id -> id == 7 ? Optional.of(PICTURE) : Optional.empty())
                        .html())
                .body();
        Element img = body.selectFirst("figure > picture > img");
        if (img == null) {
            throw new AssertionError("no picture in " + body.html());
        }
        assertThat(img.attr("alt")).isEqualTo("A <hall>");
        assertThat(img.attr("width") + "x" + img.attr("height")).isEqualTo("960x640");
        assertThat(body.select("figcaption").text()).isEqualTo("The hall. AFP");
    }

    @Test
    void a_figure_whose_photograph_has_gone_goes_with_it() {
        SafeHtml text =
                StoryHtml.clean("<p>a</p><figure data-photograph=7></figure>").safe();
        assertThat(text.illustrated(id -> Optional.empty()).html()).isEqualTo("<p>a</p>");
    }
}
