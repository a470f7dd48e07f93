package org.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.base.Slugs;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Section;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the sample paper promises, whichever stories it is made of. */
class SamplePaperTest {
    private static final SamplePaper PAPER = SamplePaper.read();
    private static final Pattern RESIDUE = Pattern.compile(
            "\\bclick here\\b|\\{\\{|\\{%|\\]\\(|\\*\\*|\\[/?(youtube|caption|embed)|<!--|example\\.invalid|legacy-img"
                    + "|utm_|editor’s note:|photo credit|leave a comment|&#\\d+;",
            Pattern.CASE_INSENSITIVE);

    @Test
    void it_has_stories_enough_in_every_section() {
        assertThat(PAPER.stories()).hasSizeBetween(250, 400);
        for (Section section : PAPER.sections()) {
            assertThat(inSection(section)).as(section.name()).hasSizeGreaterThanOrEqualTo(8);
        }
    }

    @Test
    void every_story_has_a_headline_a_standfirst_a_section_authors_and_topics_that_exist() {
        Set<String> sections = PAPER.sections().stream().map(Section::slug).collect(Collectors.toSet());
        for (SampleStory story : PAPER.stories()) {
            assertThat(story.headline()).as(story.key()).isNotBlank().hasSizeLessThan(160);
            assertThat(story.standfirst())
                    .as(story.key())
                    .hasSizeBetween(35, 300)
                    .matches(".*[.?!][”)]?")
                    .doesNotContain("…");
            assertThat(story.section()).as(story.key()).isIn(sections);
            assertThat(story.authors()).as(story.key()).isNotEmpty();
            assertThat(PAPER.authors().keySet()).as(story.key()).containsAll(story.authors());
            assertThat(PAPER.topics().keySet()).as(story.key()).containsAll(story.topics());
        }
    }

    @Test
    void bodies_pass_the_sanitiser_unchanged() {
        for (SampleStory story : PAPER.stories()) {
            assertThat(StoryHtml.clean(story.body()).html()).as(story.key()).isEqualTo(story.body());
        }
    }

    @Test
    void nothing_reads_like_the_page_it_was_taken_from() {
        for (SampleStory story : PAPER.stories()) {
            for (String text : List.of(story.headline(), story.standfirst(), story.body())) {
                assertThat(RESIDUE.matcher(text).results().map(r -> r.group()))
                        .as(story.key())
                        .isEmpty();
            }
            assertThat(story.headline() + story.standfirst()).as(story.key()).doesNotContain("\"", "'");
        }
    }

    @Test
    void bodies_begin_with_words_and_end_with_words() {
        for (SampleStory story : PAPER.stories()) {
            List<Element> blocks = Jsoup.parseBodyFragment(story.body()).body().children();
            assertThat(blocks).as(story.key()).hasSizeGreaterThan(2);
            assertThat(blocks.getLast().normalName()).as(story.key()).isNotIn("h2", "h3", "hr");
            assertThat(blocks.getFirst().text())
                    .as(story.key())
                    .isNotEqualToIgnoringCase(story.headline())
                    .isNotEqualTo(story.standfirst());
        }
    }

    @Test
    void links_between_stories_and_topics_lead_somewhere() {
        Set<String> keys = PAPER.stories().stream().map(SampleStory::key).collect(Collectors.toSet());
        for (SampleStory story : PAPER.stories()) {
            for (Element link : Jsoup.parseBodyFragment(story.body()).select("a[href^=/]")) {
                String[] parts = link.attr("href").split("/");
                assertThat(parts).as(story.key() + " " + link).hasSize(3);
                assertThat(parts[2])
                        .as(story.key())
                        .isIn(parts[1].equals("news") ? keys : PAPER.topics().keySet());
            }
        }
    }

    @Test
    void keys_and_addresses_are_unique() {
        assertThat(PAPER.stories()).extracting(SampleStory::key).doesNotHaveDuplicates();
        assertThat(PAPER.stories())
                .extracting(s -> s.section()
                        + s.published().toLocalDate()
                        + Slugs.of(s.headline()).orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void at_least_twenty_premium_stories_are_among_the_newest_of_their_sections() {
        long premium = PAPER.sections().stream()
                .flatMap(section -> inSection(section).stream().limit(15))
                .filter(story -> story.reach().equals("subscribers"))
                .count();
        assertThat(premium).isGreaterThanOrEqualTo(20);
        assertThat(PAPER.stories()).extracting(SampleStory::reach).contains("metered", "everyone");
    }

    @Test
    void every_photograph_has_a_caption_a_credit_a_description_and_a_licence_that_lets_it_be_shown()
            throws IOException {
        assertThat(PAPER.photographs()).hasSizeGreaterThanOrEqualTo(20);
        for (SamplePhotograph photograph : PAPER.photographs()) {
            assertThat(photograph.caption()).as(photograph.id()).hasSizeGreaterThan(10);
            assertThat(photograph.alt())
                    .as(photograph.id())
                    .hasSizeGreaterThan(40)
                    .isNotEqualTo(photograph.caption());
            assertThat(photograph.credit()).as(photograph.id()).isNotBlank();
            assertThat(photograph.licence()).as(photograph.id()).isIn("CC0 1.0", "Public domain");
            try (InputStream in = PAPER.open(photograph)) {
                assertThat(in.readAllBytes()).as(photograph.id()).hasSizeGreaterThan(5_000);
            }
        }
    }

    @Test
    void each_photograph_goes_with_one_story_and_the_front_of_every_section_but_the_last_has_one() {
        Set<String> known =
                PAPER.photographs().stream().map(SamplePhotograph::id).collect(Collectors.toSet());
        List<String> used =
                PAPER.stories().stream().flatMap(s -> s.photograph().stream()).toList();
        assertThat(used).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(known);
        for (Section section : PAPER.sections().subList(0, PAPER.sections().size() - 1)) {
            assertThat(inSection(section).stream().limit(12).flatMap(s -> s.photograph().stream()))
                    .as(section.name())
                    .isNotEmpty();
        }
    }

    @Test
    void corrections_are_the_sources_own() {
        assertThat(PAPER.stories().stream().flatMap(story -> story.correction().stream()))
                .hasSize(1)
                .allSatisfy(note -> assertThat(note).contains("An earlier version of this article"));
    }

    private static List<SampleStory> inSection(Section section) {
        return PAPER.stories().stream()
                .filter(story -> story.section().equals(section.slug()))
                .sorted(Comparator.comparing(SampleStory::published).reversed())
                .toList();
    }
}
