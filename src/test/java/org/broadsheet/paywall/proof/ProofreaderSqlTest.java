package org.broadsheet.paywall.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.base.Settings;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.media.Captions;
import org.broadsheet.media.PhotographId;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.story.Copy;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.State;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.press.Press;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.annotation.Bean;

class ProofreaderSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static Rooms rooms;
    private static int written;

    record Rooms(Stories stories, InPrint inPrint, AuditLog auditLog, OpenTexts openTexts) {}

    /** No {@code @Configuration}: the scan of the whole paper would take it for its settings in other tests. */
    static class Wiring {
        @Bean
        Settings settings() {
            return Settings.load(Map.of());
        }
    }

    @BeforeAll
    static void open() {
        rooms = database.doorAt(
                () -> NOON,
                Rooms.class,
                Wiring.class,
                Stories.class,
                Press.class,
                ChangeNotices.class,
                InPrint.class,
                Captions.class,
                AuditLog.class,
                OpenTexts.class,
                Proofreader.class);
        rooms.stories().section(new Section("news", "News", 1));
    }

    @BeforeEach
    void another() {
        written++;
    }

    @Test
    void an_ending_pasted_into_the_standfirst_holds_the_story_back_and_says_where() {
        Draft draft = premium().standfirst("At last: " + guarded(3, 12));
        StoryId id = create(draft);
        assertThat(held(rooms.stories().print(id, NOON)))
                .singleElement()
                .asString()
                .startsWith("The standfirst repeats 12 words")
                .doesNotContain(word(200));
        assertThat(rooms.inPrint().story(id)).isEmpty();
        assertThat(held(rooms.stories().schedule(id, NOON))).hasSize(1);
    }

    @Test
    void seven_words_of_it_are_nothing() {
        assertThat(rooms.stories().print(create(premium().standfirst(guarded(3, 7))), NOON))
                .isInstanceOf(Printed.Done.class);
    }

    @Test
    void the_headline_a_topic_a_byline_the_agency_and_the_dateline_are_looked_at() {
        Copy copy = premium().topics(guarded(10, 8)).by(guarded(20, 8)).copy();
        Copy all = new Copy(
                guarded(30, 9),
                "",
                copy.body(),
                "news",
                copy.topics(),
                copy.bylines(),
                Optional.of(guarded(40, 8)),
                Optional.of(guarded(50, 8)),
                copy.language(),
                copy.reach(),
                Optional.empty());
        StoryId id = rooms.stories().create(all, Draft.EDITOR, NOON);
        assertThat(held(rooms.stories().print(id, NOON)))
                .extracting(objection -> objection.split(" repeats")[0])
                .containsExactly("The headline", "The topic's name", "The byline", "The agency's name", "The dateline");
    }

    @Test
    void what_stands_beside_the_photograph_is_looked_at() {
        long photograph = database.jdbi()
                .withHandle(handle -> handle.createQuery("""
                        insert into media.photograph (sha256, original_type, original_bytes, hash, width, height, colour,
                            blur, caption, credit, alternative_text, creator, rights, usage, place, kept, changed)
                        values (md5(random()::text) || md5(random()::text), 'JPEG', 1, md5(random()::text), 1, 1,
                            '#000000', '', :caption, '', :alt, '', '', '', '', now(), now()) returning id
                        """)
                        .bind("caption", guarded(5, 20))
                        .bind("alt", guarded(60, 8))
                        .mapTo(Long.class)
                        .one());
        Copy copy = premium().copy();
        Copy shown = new Copy(
                copy.headline(),
                "",
                copy.body(),
                "news",
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                copy.language(),
                copy.reach(),
                Optional.of(new PhotographId(photograph)));
        StoryId id = rooms.stories().create(shown, Draft.EDITOR, NOON);
        assertThat(held(rooms.stories().print(id, NOON)))
                .anyMatch(objection -> objection.startsWith("The photograph's caption repeats 20 words"))
                .anyMatch(objection -> objection.startsWith("The photograph's alternative text repeats 8 words"));
    }

    @Test
    void a_correction_that_tells_the_ending_is_held_back_and_another_is_not() {
        StoryId id = premium().print(rooms.stories(), NOON);
        assertThat(held(rooms.stories().correct(id, "It should have been: " + guarded(9, 9), Draft.EDITOR, NOON)))
                .singleElement()
                .asString()
                .startsWith("The correction repeats 9 words");
        assertThat(rooms.inPrint().story(id).orElseThrow().corrections()).isEmpty();
        assertThat(rooms.stories().correct(id, "A name was misspelt.", Draft.EDITOR, NOON))
                .isInstanceOf(Printed.Done.class);
    }

    @Test
    void text_that_stands_in_an_open_story_already_is_named_with_its_address() {
        StoryId open = premium().reaching(Reach.EVERYONE).print(rooms.stories(), NOON);
        StoryId id = create(premium());
        String path = rooms.inPrint().story(open).orElseThrow().teaser().path();
        assertThat(held(rooms.stories().print(id, NOON)))
                .singleElement()
                .asString()
                .contains("stands in the open already: " + path + " has 100 % of it");
        rooms.stories().withdraw(open, "", NOON);
        assertThat(rooms.stories().print(id, NOON)).isInstanceOf(Printed.Done.class);
    }

    @Test
    void a_paragraph_that_papers_repeat_is_nothing() {
        String about = "<p>" + word(900_000) + " "
                + IntStream.range(0, 30).mapToObj(at -> "about" + at).collect(Collectors.joining(" "))
                + "</p>";
        Draft.of("About us " + written).html(about).print(rooms.stories(), NOON);
        Draft draft = premium();
        assertThat(rooms.stories().print(create(draft.html(draft.html() + about)), NOON))
                .isInstanceOf(Printed.Done.class);
    }

    @Test
    void samples_that_an_older_paper_did_not_keep_are_made() {
        premium().reaching(Reach.EVERYONE).print(rooms.stories(), NOON);
        database.jdbi().useHandle(handle -> handle.execute("delete from paywall.open_text"));
        StoryId id = create(premium());
        rooms.openTexts().complete();
        assertThat(held(rooms.stories().print(id, NOON))).hasSize(1);
    }

    @Test
    void a_scheduled_story_that_is_held_goes_back_to_ready_and_into_the_audit_log() {
        StoryId id = create(premium());
        assertThat(rooms.stories().schedule(id, NOON)).isEqualTo(new Printed.Waiting(State.SCHEDULED));
        StoryId open = premium().reaching(Reach.EVERYONE).print(rooms.stories(), NOON);
        assertThat(rooms.stories().printDue(NOON)).isZero();
        assertThat(state(id)).isEqualTo("ready");
        assertThat(rooms.auditLog().about("story " + id))
                .singleElement()
                .satisfies(entry -> assertThat(entry.action()).isEqualTo("held back"))
                .satisfies(entry -> assertThat(entry.note()).contains("stands in the open already"));
        rooms.stories().withdraw(open, "", NOON);
    }

    @Test
    void what_is_said_of_an_imported_story_does_not_hold_it_back_nor_is_a_story_for_everyone_looked_at() {
        Draft told = premium().standfirst(guarded(3, 12));
        assertThat(rooms.stories().printImported(create(told), NOON)).isInstanceOf(Printed.Done.class);
        written++;
        assertThat(rooms.stories()
                        .print(create(premium().standfirst(guarded(3, 12)).reaching(Reach.EVERYONE)), NOON))
                .isInstanceOf(Printed.Done.class);
    }

    @Test
    void an_imported_story_whose_guarded_text_stands_free_in_this_paper_is_held_back() {
        StoryId open = premium().reaching(Reach.EVERYONE).print(rooms.stories(), NOON);
        StoryId twin = create(premium());
        Instant longAgo = NOON.minus(Duration.ofDays(3_000));
        assertThat(held(rooms.stories().printImported(twin, longAgo)))
                .singleElement()
                .asString()
                .contains("stands in the open already");
        assertThat(rooms.inPrint().story(twin)).isEmpty();
        rooms.stories().withdraw(open, "", NOON);
        assertThat(rooms.stories().printImported(twin, longAgo)).isInstanceOf(Printed.Done.class);
    }

    private static StoryId create(Draft draft) {
        return rooms.stories().create(draft.copy(), Draft.EDITOR, NOON);
    }

    /** Words that no other test has: 40 before the wall, 160 behind it. */
    private static Draft premium() {
        String html = StoryHtml.ofParagraphs(List.of(run(0, 40), run(40, 80), run(120, 80)))
                .html();
        return Draft.of("A story " + written).html(html).reaching(Reach.SUBSCRIBERS);
    }

    private static String guarded(int from, int words) {
        return run(60 + from, words);
    }

    private static String run(int from, int words) {
        return IntStream.range(from, from + words)
                .mapToObj(ProofreaderSqlTest::word)
                .collect(Collectors.joining(" "));
    }

    private static String word(int number) {
        return "w" + written + Integer.toString(number + 37, 36);
    }

    private static List<String> held(Printed printed) {
        assertThat(printed).isInstanceOf(Printed.Held.class);
        return ((Printed.Held) printed).objections();
    }

    private static String state(StoryId id) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select state from story.story where id = :id")
                        .bind("id", id.value())
                        .mapTo(String.class)
                        .one());
    }
}
