package org.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.Slice;
import org.broadsheet.media.Photographs;
import org.broadsheet.story.Access;
import org.broadsheet.story.Address;
import org.broadsheet.story.Found;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.story.Story;
import org.broadsheet.story.Teaser;
import org.broadsheet.testing.TestPaper;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** The sample paper on a real database, set up by a start that is cut short, the next one, and one more. */
class DemoSqlTest {

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(Map.of("ZONE", "Asia/Jakarta"));

    private static final SamplePaper SAMPLE = SamplePaper.read();
    private static final InPrint IN_PRINT = PAPER.door(InPrint.class);
    private static final Jdbi JDBI = PAPER.door(Jdbi.class);

    @BeforeAll
    static void a_start_that_is_cut_short_is_completed_by_the_next_and_nothing_comes_twice() {
        FirstStart start = new FirstStart(
                new Doors(PAPER.door(Photographs.class), PAPER.door(Stories.class), IN_PRINT),
                PAPER.door(Settings.class),
                InstantSource.system(),
                JDBI,
                PAPER.door(TransactionTemplate.class));
        JDBI.useHandle(handle -> handle.createScript("""
                create function demo.cut() returns trigger language plpgsql as $$
                begin
                  if (select count(*) from demo.kept) >= 90 then raise exception 'cut short'; end if;
                  return new;
                end $$;
                create trigger cut before insert on demo.kept for each row execute function demo.cut();
                """).execute());
        assertThatThrownBy(start::complete).hasMessageContaining("cut short");
        assertThat(IN_PRINT.count()).isBetween(25L, 90L);
        JDBI.useHandle(handle -> handle.execute("drop function demo.cut() cascade"));

        start.complete();
        List<Long> whole = rows();
        start.complete();
        assertThat(rows()).isEqualTo(whole);
    }

    @Test
    void everything_is_in_print_once() {
        assertThat(IN_PRINT.count())
                .isEqualTo(SAMPLE.stories().size() + SAMPLE.wire().size());
        assertThat(IN_PRINT.latest(1_000)).extracting(Teaser::headline).doesNotHaveDuplicates();
        assertThat(IN_PRINT.sections()).extracting(Section::slug).containsExactlyElementsOf(sections());
        assertThat(rows()).first().isEqualTo((long) SAMPLE.photographs().size());
    }

    @Test
    void stories_keep_the_time_at_which_their_source_published_them() {
        SampleStory newest = SAMPLE.stories().getFirst();
        Teaser printed = IN_PRINT.latest(1).getFirst();
        assertThat(printed.published()).isEqualTo(newest.published().toInstant());
        assertThat(printed.address().day()).isEqualTo(newest.published().toLocalDate());
        assertThat(printed.isUpdated()).isFalse();
        assertThat(printed.photograph()).isPresent();
    }

    @Test
    void links_between_its_stories_lead_to_stories() {
        List<String> links = IN_PRINT.latestStories(1_000).stream()
                .flatMap(story -> Jsoup.parseBodyFragment(
                        story.body().open(new Access.Full()).html())
                        .select("a[href^=/]")
                        .eachAttr("href")
                        .stream())
                .distinct()
                .toList();
        assertThat(links).hasSizeGreaterThan(30);
        for (String link : links) {
            Optional<Address> address = Address.of(link);
            if (address.isPresent()) {
                assertThat(IN_PRINT.at(address.get())).as(link).isInstanceOf(Found.Here.class);
            } else {
                assertThat(IN_PRINT.topic(link.substring("/topics/".length())))
                        .as(link)
                        .isPresent();
            }
        }
    }

    @Test
    void agency_copy_carries_its_agency_and_its_place_and_begins_with_the_news() {
        List<Story> wire = IN_PRINT.latestStories("world", 100).stream()
                .filter(story -> story.teaser().agency().isPresent())
                .toList();
        assertThat(wire).hasSameSizeAs(SAMPLE.wire());
        for (Story story : wire) {
            assertThat(story.teaser().dateline()).isPresent();
            assertThat(story.teaser().standfirst()).isNotBlank();
            assertThat(story.body().openToAll().html()).doesNotContain("(AP) --", "(Photo by");
        }
    }

    @Test
    void the_correction_of_the_source_is_said() {
        assertThat(IN_PRINT.latestStories(1_000).stream().flatMap(story -> story.corrections().stream()))
                .hasSize(1);
    }

    @Test
    void the_first_pages_of_the_sections_lead_to_at_least_twenty_premium_stories() {
        long premium = IN_PRINT.sections().stream()
                .flatMap(section -> IN_PRINT.inSection(section.slug(), new Slice(1, 15)).entries().stream())
                .filter(story -> story.reach() == Reach.SUBSCRIBERS)
                .count();
        assertThat(premium).isGreaterThanOrEqualTo(20);
    }

    private static List<String> sections() {
        return SAMPLE.sections().stream().map(Section::slug).toList();
    }

    /** How many photographs, stories, versions and things kept there are. */
    private static List<Long> rows() {
        return JDBI.withHandle(
                handle -> List.of("media.photograph", "story.story", "story.version", "demo.kept").stream()
                        .map(table -> handle.createQuery("select count(*) from " + table)
                                .mapTo(Long.class)
                                .one())
                        .toList());
    }
}
