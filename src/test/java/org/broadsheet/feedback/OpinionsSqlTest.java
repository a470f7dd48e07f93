package org.broadsheet.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.base.Settings;
import org.broadsheet.base.Slice;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpinionsSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final String WORDS = "This story left out the people who live beside the river.";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static Opinions opinions;
    private static Stories stories;
    private static InPrint inPrint;

    record Rooms(Opinions opinions, Stories stories, InPrint inPrint) {}

    /** No {@code @Configuration}: the scan of the whole paper would take it for its settings in other tests. */
    static class Wiring {
        @Bean
        Settings settings() {
            return Settings.load(Map.of("BROADSHEET_SECRET", "a secret that only the tests know of"));
        }
    }

    @BeforeAll
    static void open() {
        Rooms rooms = database.doorAt(
                () -> NOON,
                Rooms.class,
                Wiring.class,
                Stories.class,
                Press.class,
                ChangeNotices.class,
                InPrint.class,
                Opinions.class,
                Senders.class);
        opinions = rooms.opinions();
        stories = rooms.stories();
        inPrint = rooms.inPrint();
        stories.section(new Section("news", "News", 1));
    }

    @BeforeEach
    void empty() {
        database.jdbi().useHandle(handle -> handle.execute("truncate feedback.opinion"));
    }

    @Test
    void an_opinion_on_a_story_is_kept_as_it_was_written() {
        StoryId id = Draft.of("A river story").print(stories, NOON);
        String path = inPrint.story(id).orElseThrow().teaser().path();
        Letter letter = new Letter(path, WORDS, "Ana", "ana@reader.test", "", "192.0.2.1");
        assertThat(opinions.receive(letter, NOON)).isEqualTo(new Received.Kept());
        Opinion kept = kept().getFirst();
        assertThat(kept.words()).isEqualTo(WORDS);
        assertThat(kept.story()).contains(id);
        assertThat(kept.name()).isEqualTo("Ana");
        assertThat(kept.email()).isEqualTo("ana@reader.test");
        assertThat(kept.sentAt()).isEqualTo(NOON);
    }

    @Test
    void refuses_what_is_too_short_too_long_about_nothing_or_from_a_robot() {
        assertThat(opinions.receive(letter("Too short", "192.0.2.1"), NOON)).isEqualTo(new Received.TooShort(9));
        assertThat(opinions.receive(letter("a" + " ".repeat(40) + "b", "192.0.2.1"), NOON))
                .isEqualTo(new Received.TooShort(3));
        assertThat(opinions.receive(letter("x".repeat(5_001), "192.0.2.1"), NOON))
                .isEqualTo(new Received.TooLong(5_001));
        for (String about : List.of("/news/2026/01/03/no-such-story", "nonsense", "//elsewhere.test/", "' or 1=1")) {
            assertThat(opinions.receive(new Letter(about, WORDS, "", "", "", "192.0.2.1"), NOON))
                    .isEqualTo(new Received.NoSuchStory());
        }
        assertThat(opinions.receive(new Letter("", WORDS, "", "", "http://buy.test", "192.0.2.1"), NOON))
                .isEqualTo(new Received.FromRobot());
        assertThat(kept()).isEmpty();
    }

    @Test
    void the_limits_themselves_are_allowed() {
        assertThat(opinions.receive(letter("x".repeat(30), "192.0.2.1"), NOON)).isEqualTo(new Received.Kept());
        assertThat(opinions.receive(letter("x".repeat(5_000), "192.0.2.1"), NOON))
                .isEqualTo(new Received.Kept());
    }

    @Test
    void a_second_press_of_the_button_adds_nothing() throws Exception {
        Callable<Received> press = () -> opinions.receive(letter(WORDS, "192.0.2.9"), NOON);
        try (ExecutorService presses = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Received>> all =
                    presses.invokeAll(List.of(press, press, press, press, press, press, press, press));
            for (Future<Received> one : all) {
                assertThat(one.get()).isEqualTo(new Received.Kept());
            }
        }
        assertThat(kept()).hasSize(1);
    }

    @Test
    void twenty_letters_at_once_from_one_sender_never_pass_the_limit() throws Exception {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Received>> all = java.util.stream.IntStream.range(0, 20)
                    .mapToObj(i -> senders.submit(() -> opinions.receive(letter(WORDS + i, "192.0.2.2"), NOON)))
                    .toList();
            for (Future<Received> one : all) {
                assertThat(one.get()).isIn(new Received.Kept(), new Received.TooMany());
            }
        }
        assertThat(kept()).hasSize(5);
        assertThat(opinions.receive(letter(WORDS, "192.0.2.3"), NOON)).isEqualTo(new Received.Kept());
        assertThat(opinions.receive(letter(WORDS + "later", "192.0.2.2"), NOON.plus(Duration.ofMinutes(11))))
                .isEqualTo(new Received.Kept());
    }

    @Test
    void no_address_is_kept_and_no_trace_of_it_after_a_day() {
        opinions.receive(letter(WORDS, "192.0.2.44"), NOON);
        assertThat(everything()).doesNotContain("192.0.2.44");
        opinions.receive(letter(WORDS + " More.", "192.0.2.45"), NOON.plus(Duration.ofHours(25)));
        assertThat(database.jdbi()
                        .<Integer, RuntimeException>withHandle(handle -> handle.createQuery(
                                        "select count(*) from feedback.opinion where sender is null and digest is null")
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(1);
    }

    @Test
    void every_naughty_string_comes_back_unchanged() throws Exception {
        JsonNode list =
                JsonMapper.shared().readTree(Files.readString(Path.of("../shared/corpus/urls-unicode/blns.json")));
        int number = 0;
        for (JsonNode each : list.isArray() ? list : list.get("cases")) {
            String naughty = each.isString() ? each.asString() : each.toString();
            String words = "What I think of this story: "
                    + naughty.replaceAll("[\\x00\\r]", "").strip() + " — end";
            database.jdbi().useHandle(handle -> handle.execute("truncate feedback.opinion"));
            Letter letter = new Letter("", words, naughty, naughty, "", "198.51.100." + number++ % 250);
            assertThat(opinions.receive(letter, NOON)).isEqualTo(new Received.Kept());
            assertThat(kept().getFirst().words()).isEqualTo(words);
        }
        assertThat(number).isGreaterThan(200);
    }

    private static Letter letter(String words, String sender) {
        return new Letter("", words, "", "", "", sender);
    }

    private static List<Opinion> kept() {
        return opinions.newest(new Slice(1, 100)).entries();
    }

    private static String everything() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select coalesce(string_agg(cast(o as text), ' '), '') from feedback.opinion o")
                        .mapTo(String.class)
                        .one());
    }
}
