package org.broadsheet.wire.format.feed;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.broadsheet.wire.expect.Python;
import org.broadsheet.wire.format.text.Dates;
import org.broadsheet.wire.format.text.Prose;
import org.broadsheet.wire.format.xml.XmlDocument;
import org.broadsheet.wire.item.WireLink;

/** A feed as this paper reads it, under the names of feedparser's results. */
final class FeedparserNames implements Python.Names {
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("title", "title"),
            Map.entry("subtitle", "subtitle"),
            Map.entry("tagline", "subtitle"),
            Map.entry("summary", "summary"),
            Map.entry("description", "summary"),
            Map.entry("info", "info"),
            Map.entry("rights", "rights"),
            Map.entry("copyright", "rights"));
    private static final Map<String, String> VALUES = Map.of(
            "id", "id",
            "guid", "id",
            "published", "published",
            "updated", "updated",
            "modified", "updated",
            "created", "created",
            "language", "language",
            "comments", "comments",
            "docs", "docs",
            "license", "license");
    private static final Set<String> DATES =
            Set.of("published_parsed", "updated_parsed", "created_parsed", "modified_parsed");

    /** Language tags are compared without case (RFC 5646, 2.1.1). */
    private static final Predicate<String> TAG =
            Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*").asMatchPredicate();

    private final XmlDocument document;
    private final Feed feed;

    FeedparserNames(XmlDocument document, Feed feed) {
        this.document = document;
        this.feed = feed;
    }

    @Override
    public Object name(String name) {
        return switch (name) {
            case "bozo" -> !document.wellFormed();
            case "encoding" -> document.encoding();
            case "feed" -> new Scope(feed.channel(), true);
            case "entries" ->
                feed.entries().stream().map(e -> new Scope(e, false)).toList();
            case "version" -> new Version(feed.version().replaceAll("[-.]", ""));
            default -> throw new Python.NotMapped(name);
        };
    }

    /** RSS 0.91 of Netscape and of UserLand are one to us. */
    private record Version(String words) {}

    private record Scope(FeedFields fields, boolean isFeed) {}

    @Override
    public Object member(Object of, String name) {
        Object found = switch (of) {
            case Scope scope -> field(scope, name);
            case Map<?, ?> map -> member(map, name);
            case Detail detail -> detail(detail.text(), name);
            default -> Optional.empty();
        };
        Object value = found instanceof Optional<?> o ? o.orElse(null) : found;
        if (value == null) {
            throw new Python.Missing("no " + name);
        }
        return value;
    }

    /** feedparser knows an address under both names. */
    private static Optional<Object> member(Map<?, ?> map, String name) {
        Object found = map.get(name.equals("url") ? "href" : name);
        if (found == null && Set.of("hreflang", "length").contains(name)) {
            throw new Python.NotMapped(name);
        }
        return Optional.ofNullable(found);
    }

    private Optional<Object> field(Scope scope, String name) {
        FeedFields f = scope.fields();
        if (TEXTS.containsKey(name)) {
            return text(scope, name).map(t -> t);
        }
        if (name.endsWith("_detail") && TEXTS.containsKey(name.replace("_detail", ""))) {
            return text(scope, name.replace("_detail", "")).map(Detail::new);
        }
        if (DATES.contains(name)) {
            return f.value(name.replace("_parsed", "").replace("modified", "updated"))
                    .flatMap(Dates::read)
                    .map(t -> tuple(t.instant().atOffset(ZoneOffset.UTC)));
        }
        if (VALUES.containsKey(name)) {
            return f.value(VALUES.getOrDefault(name, name)).map(v -> v);
        }
        return switch (name) {
            case "link" -> link(f).map(l -> l);
            case "guidislink" -> Optional.of(f.guidIsLink && f.links.isEmpty());
            case "links" -> Optional.of(links(scope));
            case "enclosures" ->
                Optional.of(
                        f.enclosures.stream().map(FeedparserNames::enclosure).toList());
            case "content" -> Optional.of(f.contents.stream().map(Detail::new).toList());
            case "author" -> f.authors.stream().reduce((a, b) -> b).map(FeedparserNames::words);
            case "author_detail" -> f.authors.stream().reduce((a, b) -> b).map(FeedparserNames::person);
            case "authors" ->
                Optional.of(f.authors.stream().map(FeedparserNames::person).toList());
            case "contributors" ->
                Optional.of(f.contributors.stream().map(FeedparserNames::person).toList());
            case "publisher" -> f.publisher.map(FeedparserNames::words);
            case "publisher_detail" -> f.publisher.map(FeedparserNames::person);
            case "tags" -> Optional.of(f.tags.stream().map(FeedparserNames::tag).toList());
            case "category" -> f.tags.stream().findFirst().map(FeedFields.Tag::term);
            case "source" -> f.source.map(s -> new Scope(s, true));
            case "href" -> f.value("href").map(v -> v);
            default -> throw new Python.NotMapped(name);
        };
    }

    private record Detail(FeedText text) {}

    private static Optional<FeedText> text(Scope scope, String name) {
        String kept = TEXTS.getOrDefault(name, name);
        String wanted = scope.isFeed() && kept.equals("summary") ? "subtitle" : kept;
        Optional<FeedText> found = scope.fields().text(wanted);
        return wanted.equals("summary")
                ? found.or(() -> scope.fields().contents.stream().findFirst())
                : found;
    }

    private static Object detail(FeedText text, String name) {
        return switch (name) {
            case "value" -> text;
            case "type" -> text.type();
            case "base" -> text.base().map(Object::toString);
            case "language" -> Optional.of(text.language().map(l -> (Object) l).orElse(Optional.empty()));
            case "src" -> text.src();
            default -> Optional.empty();
        };
    }

    private static Optional<String> link(FeedFields f) {
        return f.link().or(() -> f.value("id").filter(id -> f.guidIsLink));
    }

    private static List<Map<String, Object>> links(Scope scope) {
        List<Map<String, Object>> all = new ArrayList<>();
        scope.fields().enclosures.forEach(l -> all.add(enclosure(l)));
        scope.fields().links.forEach(l -> all.add(link(l)));
        return all;
    }

    private static Map<String, Object> link(WireLink link) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rel", link.relation());
        map.put("href", link.href());
        map.put("type", link.mimeType().orElse(link.relation().equals("self") ? "application/atom+xml" : "text/html"));
        link.title().ifPresent(t -> map.put("title", t));
        return map;
    }

    private static Map<String, Object> enclosure(WireLink link) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rel", "enclosure");
        map.put("href", link.href());
        map.put("url", link.href());
        link.title().ifPresent(length -> map.put("length", length));
        link.mimeType().ifPresent(t -> map.put("type", t));
        return map;
    }

    private static Map<String, Object> person(FeedPerson person) {
        Map<String, Object> map = new LinkedHashMap<>();
        person.name().ifPresent(n -> map.put("name", n));
        person.email().ifPresent(n -> map.put("email", n));
        person.href().ifPresent(n -> map.put("href", n));
        return map;
    }

    private static String words(FeedPerson person) {
        return person.name().isPresent() && person.email().isPresent()
                ? person.name().get() + " (" + person.email().get() + ")"
                : person.byline().orElse("");
    }

    private static Map<String, Object> tag(FeedFields.Tag tag) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("term", tag.term());
        tag.scheme().ifPresent(s -> map.put("scheme", s));
        tag.label().ifPresent(l -> map.put("label", l));
        return map;
    }

    /** Python's struct_time. */
    private static List<BigDecimal> tuple(OffsetDateTime t) {
        int[] fields = {
            t.getYear(),
            t.getMonthValue(),
            t.getDayOfMonth(),
            t.getHour(),
            t.getMinute(),
            t.getSecond(),
            t.getDayOfWeek().getValue() - 1,
            t.getDayOfYear(),
            0
        };
        List<BigDecimal> tuple = new ArrayList<>();
        for (int field : fields) {
            tuple.add(BigDecimal.valueOf(field));
        }
        return tuple;
    }

    /**
     * Texts are the same when their characters are, or when the paper's own cleaning makes the same body and the same
     * pictures of both: what feedparser keeps beyond our subset (style attributes, MathML, SVG) is no difference.
     */
    @Override
    public boolean same(Object ours, Object literal) {
        if (ours instanceof FeedText text && literal instanceof String expected) {
            String value = text.value();
            return value.equals(expected.strip()) || (text.isMarkup() && alike(text, expected));
        }
        if (ours instanceof Version version) {
            return literal.toString().replaceAll("^rss091[nu]$", "rss091").equals(version.words());
        }
        boolean tags = ours instanceof String a && literal instanceof String b && a.equalsIgnoreCase(b) && TAG.test(a);
        return tags || ours.equals(literal);
    }

    private static boolean alike(FeedText text, String expected) {
        Prose a = text.prose();
        Prose b = Prose.ofHtml(expected, text.base());
        return a.html().equals(b.html()) && a.pictures().equals(b.pictures());
    }
}
