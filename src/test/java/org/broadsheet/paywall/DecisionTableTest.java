package org.broadsheet.paywall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.broadsheet.paywall.Standing.Via;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Access;
import org.broadsheet.story.Reach;
import org.junit.jupiter.api.Test;

/** The table of docs/paywall.md is what the paper does, in every combination there is. */
class DecisionTableTest {

    private static final int LEFT = 2;

    private static final Map<String, Standing> STANDINGS = new LinkedHashMap<>(Map.of(
            "stranger", new Standing.Stranger(),
            "registered", new Standing.Registered(new ReaderId(7)),
            "plan", new Standing.Subscriber(Via.PLAN),
            "institution", new Standing.Subscriber(Via.INSTITUTION),
            "staff", new Standing.Subscriber(Via.STAFF),
            "crawler", new Standing.Crawler()));
    private static final Map<String, Given> GIFTS =
            Map.of("none", new Given.Nothing(), "live", new Given.Live(5), "over", new Given.Over());
    private static final Map<String, Metering> METERS = Map.of(
            "opened", new Metering.Opened(LEFT),
            "fresh", new Metering.Fresh(LEFT),
            "spent", new Metering.Spent(),
            "uncounted", new Metering.Uncounted());

    private record Row(String reach, String standing, String gift, String meter, String access, String words) {

        private boolean fits(Reach story, String reader, String given, String metering) {
            return fits(reach, story.word()) && fits(standing, reader) && fits(gift, given) && fits(meter, metering);
        }

        private static boolean fits(String cell, String word) {
            return cell.equals("any") || cell.equals(word);
        }
    }

    @Test
    void every_combination_is_decided_as_the_table_says() {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThan(10);
        Set<Row> used = new java.util.HashSet<>();
        int combinations = 0;
        for (Reach story : Reach.values()) {
            for (var standing : STANDINGS.entrySet()) {
                for (var gift : GIFTS.entrySet()) {
                    for (var meter : METERS.entrySet()) {
                        Row row = rows.stream()
                                .filter(each -> each.fits(story, standing.getKey(), gift.getKey(), meter.getKey()))
                                .findFirst()
                                .orElseThrow();
                        Access access = Paywall.decide(story, standing.getValue(), gift.getValue(), meter.getValue());
                        assertThat(access)
                                .as(
                                        "%s, %s, gift %s, meter %s",
                                        story, standing.getKey(), gift.getKey(), meter.getKey())
                                .isEqualTo(expected(row));
                        used.add(row);
                        combinations++;
                    }
                }
            }
        }
        assertThat(combinations).isEqualTo(3 * 6 * 3 * 4);
        assertThat(used).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void every_reason_stands_in_the_table_and_has_its_words_in_both_languages() {
        Set<String> reasons = new TreeSet<>();
        rows().stream()
                .filter(row -> row.access().startsWith("preview"))
                .forEach(row -> reasons.add(row.access().substring("preview: ".length())));
        assertThat(reasons)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Access.Reason.values())
                        .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .toList());
        for (Row row : rows()) {
            String key = row.words().replace("`", "");
            if (!key.isEmpty()) {
                for (String language : List.of("en", "id")) {
                    assertThat(texts(language).stringPropertyNames())
                            .as(language)
                            .anyMatch(each -> each.equals(key) || each.equals(key + ".title"));
                }
            }
        }
    }

    private static Access expected(Row row) {
        return switch (row.access()) {
            case "full" -> new Access.Full();
            case "gifted" -> new Access.Gifted(5);
            case "metered" -> new Access.Metered(row.meter().equals("fresh") ? LEFT - 1 : LEFT);
            default ->
                new Access.Preview(Access.Reason.valueOf(row.access()
                        .substring("preview: ".length())
                        .toUpperCase(Locale.ROOT)
                        .replace(' ', '_')));
        };
    }

    private static List<Row> rows() {
        try {
            String text = Files.readString(Path.of("docs/paywall.md"));
            String table = text.substring(text.indexOf("<!-- decisions -->"), text.indexOf("<!-- /decisions -->"));
            return table.lines()
                    .filter(line -> line.startsWith("|"))
                    .skip(2)
                    .map(line -> Arrays.stream(line.substring(1).split("\\|", -1))
                            .map(String::strip)
                            .toList())
                    .map(cells ->
                            new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(6)))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Properties texts(String language) {
        Properties texts = new Properties();
        try (InputStream file =
                Files.newInputStream(Path.of("src/main/resources/texts/messages_" + language + ".properties"))) {
            texts.load(file);
            return texts;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
