package org.broadsheet.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Access;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PartsTest {

    private static final Reading WALL = new Reading.Wall(Access.Reason.FOR_SUBSCRIBERS, 3, 3, Optional.empty());
    private static final String LONG = "hen the team began, it did what few redesigns do and deleted first. ".repeat(4);

    @Test
    void an_initial_is_drawn_where_the_first_paragraph_begins_with_a_capital() {
        assertThat(opening("<p>W" + LONG + "</p>")).isEqualTo(Opening.LETTER);
        assertThat(opening("<p><em>W" + LONG + "</em></p>")).isEqualTo(Opening.LETTER);
        assertThat(opening("<p>Élan " + LONG + "</p>")).isEqualTo(Opening.LETTER);
        assertThat(opening("<p>“W" + LONG + "</p>")).isEqualTo(Opening.QUOTED_LETTER);
        assertThat(opening("<p>\"W" + LONG + "</p>")).isEqualTo(Opening.QUOTED_LETTER);
        assertThat(opening("<p><a href=\"https://example.org/?a=b\">W</a>" + LONG + "</p>"))
                .isEqualTo(Opening.LETTER);
        assertThat(opening("<p>&amp;" + LONG + "</p>")).isEqualTo(Opening.PLAIN);
    }

    @Test
    void no_initial_is_drawn_from_figures_signs_headings_or_a_line_of_text() {
        assertThat(opening("<p>2025: w" + LONG + "</p>")).isEqualTo(Opening.PLAIN);
        assertThat(opening("<p>$3 w" + LONG + "</p>")).isEqualTo(Opening.PLAIN);
        assertThat(opening("<p>“2025 w" + LONG + "</p>")).isEqualTo(Opening.PLAIN);
        assertThat(opening("<p>e-mail " + LONG + "</p>")).isEqualTo(Opening.PLAIN);
        assertThat(opening("<p>قال " + LONG + "</p>")).isEqualTo(Opening.PLAIN);
        assertThat(opening("<h2>What</h2><p>W" + LONG + "</p>")).isEqualTo(Opening.PLAIN);
        assertThat(opening("<p>Short.</p>")).isEqualTo(Opening.PLAIN);
        assertThat(opening("<p>"
                        + "Two lines, where the initial needs three. ".repeat(4).strip() + "</p>"))
                .isEqualTo(Opening.PLAIN);
        assertThat(opening("<p>“</p>")).isEqualTo(Opening.PLAIN);
        assertThat(opening("")).isEqualTo(Opening.PLAIN);
    }

    @Test
    void share_links_carry_address_and_headline_as_any_of_the_networks_reads_them() {
        List<Link> links = ShareLinks.of("https://paper.example/a?b=c&d", "Rp 5 & \"more\" + é");
        assertThat(links)
                .extracting(Link::name)
                .containsExactly("WhatsApp", "X", "Facebook", "LinkedIn", "Telegram", "e-mail");
        assertThat(links)
                .allSatisfy(link -> assertThat(link.href())
                        .contains("https%3A%2F%2Fpaper.example%2Fa%3Fb%3Dc%26d")
                        .doesNotContain(" ", "\"", "+"));
        assertThat(links.getFirst().href()).contains("Rp%205%20%26%20%22more%22%20%2B%20%C3%A9");
    }

    @Test
    void linked_data_says_what_is_free_and_nothing_of_the_text() {
        JsonNode whole = linkedData(new Reading.Whole());
        assertThat(whole.at("/@type").asString()).isEqualTo("NewsArticle");
        assertThat(whole.at("/isAccessibleForFree").asBoolean()).isTrue();
        assertThat(whole.at("/datePublished").asString()).isEqualTo("2026-01-03T11:10:07+07:00");
        assertThat(whole.at("/author/0/name").asString()).isEqualTo("Amélie Okonjo");
        assertThat(whole.at("/author/2/name").asString()).isEqualTo("Kyodo News");
        assertThat(whole.at("/image/0/creditText").asString()).isEqualTo("(AFP/Jane Doe)");
        JsonNode preview = linkedData(WALL);
        assertThat(preview.at("/isAccessibleForFree").asBoolean()).isFalse();
        assertThat(preview.at("/hasPart/cssSelector").asString()).isEqualTo(".guarded");
        assertThat(preview.at("/hasPart/isAccessibleForFree").asBoolean(true)).isFalse();
        assertThat(preview.has("articleBody")).isFalse();
    }

    @Test
    void linked_data_cannot_end_the_element_it_stands_in() {
        Paper paper = InventedPaper.usual().frame(Head.listed("", "", "/"), "").paper();
        Link hostile = new Link("</script><script>alert(1)</script><!--\u2028&", "/x");
        String json = LinkedData.breadcrumbs(paper, List.of(hostile)).html();
        assertThat(json).doesNotContain("<", ">", "&", "\u2028");
        assertThat(JsonMapper.shared()
                        .readTree(json)
                        .at("/itemListElement/1/name")
                        .asString())
                .isEqualTo(hostile.name());
    }

    @Test
    void the_first_page_of_a_list_is_the_list_itself() {
        Paging middle = new Paging("/policy", 2, 3);
        assertThat(middle.newer()).contains("/policy");
        assertThat(middle.older()).contains("/policy?page=3");
        assertThat(new Paging("/search?q=tax", 1, 2).older()).contains("/search?q=tax&page=2");
        assertThat(new Paging("/policy", 1, 1).newer()).isEmpty();
        assertThat(new Paging("/policy", 3, 3).older()).isEmpty();
    }

    private static JsonNode linkedData(Reading reading) {
        ArticlePage page = InventedPaper.usual().article(SampleText.OPENING, reading);
        return JsonMapper.shared()
                .readTree(page.frame().head().linkedData().getFirst().html());
    }

    private static Opening opening(String html) {
        return Opening.of(StoryHtml.clean(html).safe());
    }
}
