package org.broadsheet.search;

import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.db.JdbiDoor;
import org.broadsheet.base.db.Pool;
import org.broadsheet.story.InPrint;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Times questions to an archive that is there already, through the door, highlighting included: give the address of its
 * database. bench/results/search.md says what was measured and on what.
 */
final class ArchiveBench {
    private static final int ROUNDS = 60;

    private ArchiveBench() {}

    public static void main(String[] args) {
        try (HikariDataSource pool = Pool.of(DatabaseUrl.parse(args[0]), 4);
                AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Jdbi.class, () -> JdbiDoor.on(pool));
            context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(pool));
            context.registerBean(InstantSource.class, InstantSource::system);
            context.register(InPrint.class, Archive.class);
            context.refresh();
            Archive archive = context.getBean(Archive.class);
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
