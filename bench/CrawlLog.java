import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks in logs of a crawl for paragraphs of the sample paper's stories for subscribers: by plain search, paragraph by paragraph. */
public final class CrawlLog {
    private static final int PART = 8_000_000;
    private static final int LONG_ENOUGH = 80;
    private static final Pattern TAGS = Pattern.compile("<[^>]{0,2000}>");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private CrawlLog() {}

    public static void main(String[] files) throws IOException {
        List<String> guarded = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(files[0]))) {
            JsonNode story = JsonMapper.builder().build().readTree(line);
            List<String> paragraphs = paragraphs(story.get("body").asString());
            boolean premium = story.get("reach").asString().equals("subscribers");
            // no more than a third of a story is its beginning, and no more than three blocks
            (premium ? guarded : open).addAll(premium ? paragraphs.subList(Math.min(3, paragraphs.size()), paragraphs.size()) : paragraphs);
        }
        guarded.removeAll(open);
        long characters = 0;
        int found = 0;
        int seen = 0;
        for (int at = 1; at < files.length; at++) {
            try (BufferedReader log = Files.newBufferedReader(Path.of(files[at]))) {
                String rest = "";
                for (String part = part(log); !part.isEmpty(); part = part(log)) {
                    characters += part.length();
                    String words = words(TAGS.matcher(rest + part).replaceAll(" ")) + words(rest + part);
                    rest = part.substring(Math.max(0, part.length() - 10_000));
                    found += count(guarded, words);
                    seen += count(open, words);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%,d guarded paragraphs looked for in %,d characters: %d found (of %,d open paragraphs: %,d sightings).%n",
                guarded.size(),
                characters,
                found,
                open.size(),
                seen);
        // a search that finds nothing open either has looked at nothing
        System.exit(found > 0 || seen == 0 ? 1 : 0);
    }

    private static List<String> paragraphs(String html) {
        return Jsoup.parseBodyFragment(html).select("p, li").stream()
                .map(Element::wholeText)
                .map(CrawlLog::words)
                .filter(words -> words.length() >= LONG_ENOUGH)
                .toList();
    }

    private static int count(List<String> paragraphs, String text) {
        return (int) paragraphs.stream().filter(text::contains).count();
    }

    private static String part(BufferedReader log) throws IOException {
        StringBuilder part = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            part.append(line).append('\n');
            if (part.length() > PART) {
                break;
            }
        }
        return part.toString();
    }

    private static String words(String text) {
        String plain = org.jsoup.parser.Parser.unescapeEntities(text, false);
        return " " + NOT_WORDS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT) + " ";
    }
}
