import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks in logs of a crawl for paragraphs of the sample paper's stories for subscribers: by plain search, paragraph by paragraph. */
public final class CrawlLog {
    private static final int PART = 8_000_000;
    private static final int LONG_ENOUGH = 80;
    private static final int BEGINNING = 40;
    private static final Pattern TAGS = Pattern.compile("<[^>]{0,2000}>");
    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private CrawlLog() {}

    public static void main(String[] files) throws IOException {
        List<String> guarded = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(files[0]))) {
            JsonNode story = JsonMapper.builder().build().readTree(line);
            boolean premium = story.get("reach").asString().equals("subscribers");
            List<Element> blocks = Jsoup.parseBodyFragment(story.get("body").asString()).body().children();
            // the beginning is no more than three blocks, of which one may be a list
            for (int block = 0; block < blocks.size(); block++) {
                (premium && block >= 3 ? guarded : open).addAll(paragraphs(blocks.get(block)));
            }
        }
        guarded.removeAll(open);
        Map<String, List<String>> wanted = byBeginning(guarded);
        Map<String, List<String>> beside = byBeginning(open);
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
                    found += count(wanted, words);
                    seen += count(beside, words);
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

    private static List<String> paragraphs(Element block) {
        return block.select("p, li").stream()
                .map(Element::wholeText)
                .map(CrawlLog::words)
                .filter(words -> words.length() >= LONG_ENOUGH)
                .toList();
    }

    /** Paragraphs by how they begin: a text is gone through once, however many there are. */
    private static Map<String, List<String>> byBeginning(List<String> paragraphs) {
        return paragraphs.stream().distinct().collect(Collectors.groupingBy(words -> words.substring(0, BEGINNING)));
    }

    private static int count(Map<String, List<String>> paragraphs, String text) {
        int found = 0;
        for (int at = text.indexOf(' '); at >= 0 && at + BEGINNING <= text.length(); at = text.indexOf(' ', at + 1)) {
            for (String words : paragraphs.getOrDefault(text.substring(at, at + BEGINNING), List.of())) {
                found += text.startsWith(words, at) ? 1 : 0;
            }
        }
        return found;
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
