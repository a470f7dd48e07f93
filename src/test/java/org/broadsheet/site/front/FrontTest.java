package org.broadsheet.site.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.broadsheet.base.Language;
import org.broadsheet.media.PhotographId;
import org.broadsheet.site.front.Front.Block;
import org.broadsheet.story.Address;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;
import org.junit.jupiter.api.Test;

class FrontTest {
    private static final Instant NEWEST = Instant.parse("2025-01-02T02:00:00Z");
    private static final List<Section> SECTIONS = List.of(
            new Section("services", "Services", 1), new Section("data", "Data", 2), new Section("world", "World", 3));

    @Test
    void a_paper_without_stories_has_an_empty_front() {
        Front front = Front.arrange(
                List.of(), SECTIONS.stream().map(s -> new Block(s, List.of())).toList());
        assertThat(front.stories()).isEmpty();
        assertThat(front.blocks()).isEmpty();
    }

    @Test
    void the_newest_story_that_has_a_picture_leads() {
        Front front = front(List.of(story(1, 0, 0), story(2, 0, 7), story(3, 0, 8)));
        assertThat(front.lead()).map(Teaser::id).contains(new StoryId(2));
    }

    @Test
    void without_pictures_the_newest_leads() {
        Front front = front(List.of(story(1, 0, 0), story(2, 1, 0)));
        assertThat(front.lead()).map(Teaser::id).contains(new StoryId(1));
    }

    @Test
    void an_old_picture_does_not_push_the_news_aside() {
        List<Teaser> stories = new ArrayList<>(
                IntStream.rangeClosed(1, 30).mapToObj(i -> story(i, 0, 0)).toList());
        stories.add(story(31, 0, 7));
        assertThat(front(stories).lead()).map(Teaser::id).contains(new StoryId(1));
    }

    @Test
    void those_beside_the_lead_come_from_other_sections_first() {
        Front front = front(List.of(
                story(1, 0, 7), story(2, 0, 8), story(3, 0, 0), story(4, 1, 9), story(5, 0, 0), story(6, 2, 0)));
        assertThat(front.thirds().getFirst().id()).isEqualTo(new StoryId(4));
        assertThat(front.thirds().get(1).id()).isEqualTo(new StoryId(6));
    }

    @Test
    void a_story_shown_above_does_not_come_again_in_its_section() {
        List<Teaser> stories = IntStream.rangeClosed(1, 60)
                .mapToObj(i -> story(i, i % 3, i % 4 == 0 ? i : 0))
                .toList();
        Front front = front(stories);
        assertThat(front.stories())
                .extracting(Teaser::id)
                .doesNotHaveDuplicates()
                .hasSize(1 + 3 + 3 + 8 + 3 * 4);
        assertThat(front.blocks())
                .extracting(block -> block.section().slug())
                .containsExactly("services", "data", "world");
    }

    @Test
    void a_section_without_stories_has_no_block() {
        List<Teaser> stories =
                IntStream.rangeClosed(1, 40).mapToObj(i -> story(i, i % 2, 0)).toList();
        assertThat(front(stories).blocks()).hasSize(2);
    }

    @Property(tries = 300)
    void no_story_and_no_picture_is_shown_twice(
            @ForAll @IntRange(max = 80) int count,
            @ForAll @IntRange(min = 1, max = 12) int pictures,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Teaser> stories = IntStream.rangeClosed(1, count)
                .mapToObj(i -> story(i, random.nextInt(3), random.nextInt(pictures + 1)))
                .toList();
        Front front = front(stories);
        assertThat(front.stories())
                .extracting(Teaser::id)
                .doesNotHaveDuplicates()
                .hasSize(Math.min(count, front.stories().size()));
        List<PhotographId> shown = front.stories().stream()
                .filter(s -> front.pictured().contains(s.id()))
                .map(s -> s.photograph().orElseThrow())
                .toList();
        assertThat(shown).doesNotHaveDuplicates();
        assertThat(front.lead().isPresent()).isEqualTo(count > 0);
    }

    private static Front front(List<Teaser> stories) {
        List<Teaser> newest = stories.stream()
                .sorted(Comparator.comparing(Teaser::published).reversed())
                .limit(Front.NEWEST)
                .toList();
        List<Block> blocks = SECTIONS.stream()
                .map(section -> new Block(
                        section,
                        stories.stream()
                                .filter(s -> s.section().equals(section))
                                .toList()))
                .toList();
        return Front.arrange(newest, blocks);
    }

    /** The higher its number, the older it is; photograph 0 is none. */
    private static Teaser story(int number, int section, int photograph) {
        Instant published = NEWEST.minusSeconds(3_600L * number);
        return new Teaser(
                new StoryId(number),
                new Address(SECTIONS.get(section).slug(), LocalDate.of(2025, 1, 2), "story-" + number),
                "Headline " + number,
                "Standfirst.",
                SECTIONS.get(section),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Language.ENGLISH,
                Reach.EVERYONE,
                published,
                published,
                3,
                Optional.of(photograph).filter(n -> n > 0).map(PhotographId::new));
    }
}
