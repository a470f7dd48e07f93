package org.broadsheet.wire.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** An agency's update and a desk's edits become one story, and nothing that the desk wrote is lost. */
class MergeTest {
    private static final String QUAKE =
            "<p>An earthquake of magnitude 5.6 shook the coast on Monday, killing three people.</p>";
    private static final String QUAKE_LATER =
            "<p>An earthquake of magnitude 5.8 shook the coast on Monday, killing seven people.</p>";
    private static final String SCHOOLS =
            "<p>Schools in the district stay closed until Thursday, the governor said.</p>";
    private static final String SCHOOLS_EDITED =
            "<p>Schools in the district stay closed until Thursday, the governor told our reporter.</p>";
    private static final String ROAD = "<p>The road to the harbour is blocked by a landslide near the bridge.</p>";
    private static final String OURS = "<p>Our own correspondent saw people sleeping in the town's only park.</p>";
    private static final String THEIRS = "<p>The meteorological agency warned of aftershocks for another week.</p>";

    @Test
    void untouched_paragraphs_follow_the_agency_and_edited_ones_stay_the_desks() {
        Merged merged = merge(
                List.of(QUAKE, SCHOOLS, ROAD),
                List.of(QUAKE, SCHOOLS_EDITED, OURS, ROAD),
                List.of(QUAKE_LATER, SCHOOLS, ROAD, THEIRS));
        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.wording().blocks()).containsExactly(QUAKE_LATER, SCHOOLS_EDITED, OURS, ROAD, THEIRS);
    }

    @Test
    void what_both_changed_stands_side_by_side_until_it_is_decided() {
        String desk = QUAKE.replace("three people", "three people, one of them a child");
        Merged merged = merge(List.of(QUAKE, ROAD), List.of(desk, ROAD), List.of(QUAKE_LATER, ROAD));
        assertThat(merged.clashes())
                .containsExactly(new Part.Clash(1, Optional.of(desk), Optional.of(QUAKE), Optional.of(QUAKE_LATER)));
        assertThat(merged.wording().blocks()).containsExactly(desk, ROAD);
        assertThat(merged.wording(Map.of(1, Side.AGENCY)).blocks()).containsExactly(QUAKE_LATER, ROAD);
        assertThat(merged.wording(Map.of(1, Side.BOTH)).blocks()).containsExactly(desk, QUAKE_LATER, ROAD);
    }

    @Test
    void a_paragraph_that_one_side_took_out_and_the_other_changed_is_a_clash() {
        assertThat(merge(List.of(QUAKE, ROAD), List.of(ROAD), List.of(QUAKE_LATER, ROAD))
                        .clashes())
                .containsExactly(new Part.Clash(1, Optional.empty(), Optional.of(QUAKE), Optional.of(QUAKE_LATER)));
        Merged kept = merge(List.of(QUAKE, SCHOOLS), List.of(QUAKE, SCHOOLS_EDITED), List.of(QUAKE));
        assertThat(kept.clashes())
                .containsExactly(
                        new Part.Clash(1, Optional.of(SCHOOLS_EDITED), Optional.of(SCHOOLS), Optional.empty()));
        assertThat(kept.wording().blocks()).containsExactly(QUAKE, SCHOOLS_EDITED);
    }

    @Test
    void a_paragraph_that_the_desk_moved_is_updated_where_it_stands_now() {
        Merged merged = merge(
                List.of(QUAKE, SCHOOLS, ROAD), List.of(SCHOOLS, ROAD, QUAKE), List.of(QUAKE_LATER, SCHOOLS, ROAD));
        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.wording().blocks()).containsExactly(SCHOOLS, ROAD, QUAKE_LATER);
    }

    @Test
    void a_paragraph_that_the_agency_moved_keeps_the_desks_words() {
        Merged merged = merge(
                List.of(SCHOOLS, QUAKE, ROAD), List.of(SCHOOLS_EDITED, QUAKE, ROAD), List.of(QUAKE, ROAD, SCHOOLS));
        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.wording().blocks()).containsExactly(QUAKE, ROAD, SCHOOLS_EDITED);
    }

    @Test
    void lines_are_merged_like_paragraphs() {
        Merged merged = Merge.of(
                new Wording(Map.of(Field.HEADLINE, "Quake kills three", Field.DATELINE, "Bandung"), List.of()),
                new Wording(Map.of(Field.HEADLINE, "Three die on the coast", Field.DATELINE, "Bandung"), List.of()),
                new Wording(Map.of(Field.HEADLINE, "Quake kills seven", Field.DATELINE, "Garut"), List.of()));
        assertThat(merged.wording().line(Field.DATELINE)).isEqualTo("Garut");
        assertThat(merged.wording().line(Field.HEADLINE)).isEqualTo("Three die on the coast");
        assertThat(merged.clashes()).hasSize(1);
        assertThat(merged.wording(Map.of(1, Side.AGENCY)).line(Field.HEADLINE)).isEqualTo("Quake kills seven");
    }

    @Test
    void what_both_added_alike_is_shown_once_and_what_differs_stays() {
        String alike = THEIRS.replace("another week", "at least a week");
        Merged merged = merge(List.of(QUAKE), List.of(QUAKE, alike), List.of(QUAKE, THEIRS));
        assertThat(merged.clashes())
                .containsExactly(new Part.Clash(1, Optional.of(alike), Optional.empty(), Optional.of(THEIRS)));
        assertThat(merge(List.of(QUAKE), List.of(QUAKE, OURS), List.of(QUAKE, THEIRS))
                        .wording()
                        .blocks())
                .containsExactly(QUAKE, THEIRS, OURS);
        assertThat(merge(List.of(QUAKE), List.of(QUAKE, THEIRS), List.of(QUAKE, THEIRS))
                        .wording()
                        .blocks())
                .containsExactly(QUAKE, THEIRS);
    }

    @Test
    void a_very_long_story_is_merged_too() {
        List<String> base = IntStream.range(0, 5_000)
                .mapToObj(number -> "<p>Result " + number + ": the team from town " + number * 7 + " won.</p>")
                .toList();
        List<String> desk = new ArrayList<>(base);
        desk.set(10, OURS);
        List<String> agency = new ArrayList<>(base);
        agency.set(4_990, THEIRS);
        List<String> blocks = merge(base, desk, agency).wording().blocks();
        assertThat(blocks).contains(OURS).hasSizeGreaterThanOrEqualTo(5_000);
    }

    record Three(List<String> base, List<String> desk, List<String> agency) {}

    @Provide
    Arbitrary<Three> stories() {
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 12);
        return Combinators.combine(length, Arbitraries.randomValue(Random::nextLong))
                .as(MergeTest::story);
    }

    @Property(tries = 3_000)
    void nothing_that_the_desk_wrote_is_ever_lost(@ForAll("stories") Three story) {
        Merged merged = merge(story.base(), story.desk(), story.agency());
        List<String> own = new ArrayList<>(story.desk());
        own.removeAll(story.base());
        assertThat(merged.wording().blocks()).containsAll(own);
    }

    @Property(tries = 3_000)
    void merging_twice_changes_nothing(@ForAll("stories") Three story) {
        List<String> once =
                merge(story.base(), story.desk(), story.agency()).wording().blocks();
        Merged again = merge(story.agency(), once, story.agency());
        assertThat(again.wording().blocks()).isEqualTo(once);
        assertThat(again.clashes()).isEmpty();
    }

    @Property(tries = 3_000)
    void where_only_one_side_changed_its_text_stands_letter_for_letter(@ForAll("stories") Three story) {
        assertThat(merge(story.base(), story.base(), story.agency()).wording().blocks())
                .isEqualTo(story.agency());
        assertThat(merge(story.base(), story.desk(), story.base()).wording().blocks())
                .isEqualTo(story.desk());
        Merged same = merge(story.base(), story.desk(), story.desk());
        assertThat(same.wording().blocks()).isEqualTo(story.desk());
        assertThat(same.clashes()).isEmpty();
    }

    @Property(tries = 3_000)
    void every_word_of_the_agencys_stands_or_waits_for_a_decision_where_the_desk_left_the_paragraph_alone(
            @ForAll("stories") Three story) {
        Merged merged = merge(story.base(), story.desk(), story.agency());
        List<String> shown = new ArrayList<>(merged.wording().blocks());
        merged.clashes().forEach(clash -> clash.agency().ifPresent(shown::add));
        List<String> news = new ArrayList<>(story.agency());
        news.removeAll(story.base());
        assertThat(shown).containsAll(news);
    }

    private static Merged merge(List<String> base, List<String> desk, List<String> agency) {
        return Merge.of(new Wording(Map.of(), base), new Wording(Map.of(), desk), new Wording(Map.of(), agency));
    }

    /** Paragraphs out of few words, so that many are alike and some the same; each side edits, adds, moves and takes out. */
    private static Three story(int length, long seed) {
        Random random = new Random(seed);
        List<String> base = new ArrayList<>();
        for (int at = 0; at < length; at++) {
            base.add(paragraph(random));
        }
        return new Three(base, edited(base, random), edited(base, random));
    }

    private static List<String> edited(List<String> base, Random random) {
        List<String> text = new ArrayList<>(base);
        for (int edit = random.nextInt(5); edit > 0; edit--) {
            int at = text.isEmpty() ? 0 : random.nextInt(text.size());
            switch (text.isEmpty() ? 0 : random.nextInt(5)) {
                case 0 -> text.add(at, paragraph(random));
                case 1 -> text.remove(at);
                case 2 -> text.add(random.nextInt(text.size()), text.remove(at));
                case 3 -> text.set(at, reworded(text.get(at), random));
                default -> text.add(at, text.get(random.nextInt(text.size())));
            }
        }
        return text;
    }

    private static String paragraph(Random random) {
        String[] words =
                "the harbour council voted on Monday to close a bridge after floods hit every village".split(" ");
        StringBuilder text = new StringBuilder("<p>");
        for (int word = random.nextInt(9); word >= 0; word--) {
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        return text.append(random.nextInt(4)).append("</p>").toString();
    }

    private static String reworded(String paragraph, Random random) {
        return paragraph.replace("</p>", " " + random.nextInt(100) + "</p>");
    }
}
