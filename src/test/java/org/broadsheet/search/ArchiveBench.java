package org.broadsheet.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.testing.TestDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jsoup.Jsoup;
import tools.jackson.databind.json.JsonMapper;

/**
 * Times questions to an archive made for it from the sentences of the sample paper's articles, through the door,
 * highlighting included; how many stories may be said. bench/results/search.md says what was measured and on what.
 */
final class ArchiveBench {
    private static final int ROUNDS = 60;
    private static final int SENTENCES_A_STORY = 12;

    private ArchiveBench() {}

    public static void main(String[] args) throws Exception {
        int stories = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        try (TestDatabase database = TestDatabase.fresh()) {
            ArchiveRooms rooms = ArchiveRooms.on(database);
            try (Handle handle = database.jdbi().open()) {
                fill(handle, stories);
            }
            long begun = System.nanoTime();
            rooms.index().rebuild(done -> {});
            database.jdbi().useHandle(handle -> handle.execute("analyze"));
            System.out.printf(
                    Locale.ROOT, "%d stories indexed in %.1f s%n%n", stories, (System.nanoTime() - begun) / 1e9);
            System.out.println("| order | question | asked | median ms | 95 of 100 | most | found |");
            System.out.println("|---|---|---|---|---|---|---|");
            Archive archive = rooms.archive();
            Map<String, List<String>> kinds = new LinkedHashMap<>();
            kinds.put("one common word", List.of("government", "public", "data", "services"));
            kinds.put("one rare word", List.of("zoological", "wombat", "kimota", "accreditation"));
            kinds.put("two words", List.of("health data", "open source", "mobile application", "customer experience"));
            kinds.put(
                    "a phrase",
                    List.of("\"social media\"", "\"user experience\"", "\"open data\"", "\"plain language\""));
            kinds.put("or, and without", List.of("budget or grant -mobile", "veterans or military -health"));
            kinds.put("misspelt", List.of("goverment", "accesibility", "helath", "informaton technolgy"));
            kinds.put("nothing like it", List.of("qqxzvw", "zzzzzyx wqwqwq"));
            kinds.put("only stop words", List.of("the who", "to be or not to be"));
            for (Query.Order order : Query.Order.values()) {
                kinds.forEach((kind, questions) -> time(archive, order, kind, questions));
            }
        }
    }

    /** One story in ten is Indonesian by its mark, so that two dictionaries are at work. */
    private static void fill(Handle handle, int stories) throws IOException {
        List<String> sentences = sentences();
        handle.select("select set_config('bench.stories', ?, false)", Integer.toString(stories))
                .mapTo(String.class)
                .one();
        handle.execute("create temporary table sentence (n int primary key, text text)");
        PreparedBatch batch = handle.prepareBatch("insert into sentence values (?, ?)");
        for (int i = 0; i < sentences.size(); i++) {
            batch.add(i, sentences.get(i));
        }
        batch.execute();
        run(handle, Files.readString(Path.of("bench/archive.sql")));
        handle.execute("""
                update story.in_print p
                   set language = case when p.story % 10 = 0 then 'id' else 'en' end,
                       headline = (select left(text, 100) from sentence where n = abs(hashint8(p.story)) % ?),
                       body = (select '<p>' || string_agg(s.text, ' ') || '</p>'
                                 from generate_series(1, ?) k
                                 join sentence s on s.n = abs(hashint8(p.story * 31 + k)) % ?)
                """, sentences.size(), SENTENCES_A_STORY, sentences.size());
    }

    private static void run(Handle handle, String script) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute(script);
        } catch (SQLException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /** Of the sample paper's articles, less what would be markup. */
    private static List<String> sentences() throws IOException {
        List<String> sentences = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/demo/stories.jsonl"))) {
            String body = JsonMapper.shared().readTree(line).path("body").asString();
            for (String sentence : Jsoup.parseBodyFragment(body).text().split("(?<=[.?!]) ")) {
                if (sentence.length() > 30 && sentence.length() < 400) {
                    sentences.add(sentence.replaceAll("[<>&]", ""));
                }
            }
        }
        return sentences;
    }

    private static void time(Archive archive, Query.Order order, String kind, List<String> questions) {
        List<Double> times = new ArrayList<>();
        int found = 0;
        for (int round = -5; round < ROUNDS; round++) {
            for (String question : questions) {
                Query asked = Query.of(question);
                Query query =
                        new Query(question, order, asked.spelling(), asked.section(), asked.from(), asked.until(), 1);
                long begun = System.nanoTime();
                Answer answer = archive.search(query);
                if (round >= 0) {
                    times.add((System.nanoTime() - begun) / 1e6);
                }
                found = answer instanceof Answer.Results results ? results.total() : -1;
            }
        }
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "| %s | %s | %d | %.1f | %.1f | %.1f | %d |%n",
                order.name().toLowerCase(Locale.ROOT),
                kind,
                sorted.length,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                Arrays.stream(sorted).max().orElse(0),
                found);
    }
}
