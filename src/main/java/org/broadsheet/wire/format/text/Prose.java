package org.broadsheet.wire.format.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.wire.format.xml.Spaces;
import org.broadsheet.wire.format.xml.Unreadable;
import org.broadsheet.wire.item.WirePicture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A sender's text as the paper keeps it.
 *
 * @param html in the paper's subset
 * @param paragraphs the same as plain text
 * @param pictures those that the text showed; the subset has none
 */
public record Prose(StoryHtml html, List<String> paragraphs, List<WirePicture> pictures) {
    public static final Prose NONE = new Prose(StoryHtml.EMPTY, List.of(), List.of());

    private static final Pattern IMAGE = Pattern.compile("(?i)<ima?ge?\\b");
    /** Misnested tags cost a parser that reads as browsers do up to a dozen elements each. */
    private static final int MOST_TAGS = 100_000;

    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*|\\R[ \\t]{2,}|\\R\\t");

    /** From HTML of any quality. Relative addresses are resolved against the base, where there is one. */
    public static Prose ofHtml(String untrusted, Optional<URI> base) {
        if (untrusted.isBlank()) {
            return NONE;
        }
        if (untrusted.length() > StoryHtml.LONGEST) {
            throw new Unreadable("a text of more than " + StoryHtml.LONGEST + " characters");
        }
        if (StoryHtml.tags(untrusted) > MOST_TAGS) {
            throw new Unreadable("a text with more than " + MOST_TAGS + " tags");
        }
        String markup = Tidy.markup(untrusted);
        boolean plain = base.isEmpty() && !showsPictures(markup);
        if (plain) {
            StoryHtml clean = StoryHtml.clean(markup);
            return new Prose(clean, CleanWords.of(clean), List.of());
        }
        Document dirty = Jsoup.parse(markup);
        dirty.outputSettings().prettyPrint(false);
        List<WirePicture> pictures = pictures(dirty, base);
        boolean resolved = base.isPresent() && resolve(dirty, base.get());
        StoryHtml clean = StoryHtml.clean(resolved ? dirty.body().html() : markup);
        return new Prose(clean, CleanWords.of(clean), pictures);
    }

    /** From plain text, paragraphs parted by an empty line or an indented one; failing both, by lines. */
    public static Prose ofText(String text) {
        List<String> parts = split(text, BLANK_LINE);
        List<String> lines = parts.size() > 1 ? parts : split(text, LINE_END);
        return lines.isEmpty() ? NONE : new Prose(StoryHtml.ofParagraphs(lines), lines, List.of());
    }

    /** The words of HTML in one line; absent when there are none. */
    public static Optional<String> line(String html) {
        boolean plain = html.indexOf('<') < 0 && html.indexOf('&') < 0;
        return oneLine(plain ? html : Jsoup.parse(Tidy.markup(cut(html))).body().text());
    }

    /** Not a date alone, or a number, where a line of words is due. */
    public static boolean hasWords(String line) {
        return !line.matches("[\\d\\s/.:,TZ+-]*");
    }

    /** Plain text in one line; absent when nothing is left. */
    public static Optional<String> oneLine(String text) {
        return Spaces.one(text);
    }

    /** {@code img}, and the words senders write for it; many times quicker than an expression tried at each character. */
    private static boolean showsPictures(String markup) {
        for (int tag = markup.indexOf('<'); tag >= 0; tag = markup.indexOf('<', tag + 1)) {
            if (markup.regionMatches(true, tag, "<im", 0, 3)
                    && IMAGE.matcher(markup).region(tag, markup.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static String cut(String html) {
        return html.length() > StoryHtml.LONGEST ? html.substring(0, StoryHtml.LONGEST) : html;
    }

    private static List<String> split(String text, Pattern mark) {
        return mark.splitAsStream(text).flatMap(s -> oneLine(s).stream()).toList();
    }

    private static List<WirePicture> pictures(Document dirty, Optional<URI> base) {
        List<WirePicture> found = new ArrayList<>();
        for (Element img : dirty.select("img[src]")) {
            Optional<String> src = Addresses.resolve(base, img.attr("src")).filter(Addresses::isWeb);
            src.ifPresent(href -> found.add(WirePicture.at(href)
                    .sized(pixels(img.attr("width")), pixels(img.attr("height")), Optional.empty())
                    .saying(oneLine(img.attr("alt")))
                    .described(caption(img), Optional.empty(), Optional.empty())));
        }
        return List.copyOf(found);
    }

    private static Optional<String> caption(Element img) {
        Element figure = img.closest("figure");
        Element caption = figure == null ? null : figure.selectFirst("figcaption");
        return Optional.ofNullable(caption).flatMap(c -> oneLine(c.text()));
    }

    /** A number of pixels as HTML gives it; absent for percentages and nonsense. */
    public static Optional<Integer> pixels(String value) {
        return Optional.of(value.strip().replaceFirst("(?i)\\s*px$", ""))
                .filter(v -> v.matches("[1-9][0-9]{0,5}"))
                .map(Integer::valueOf);
    }

    private static boolean resolve(Document dirty, URI base) {
        var links = dirty.select("a[href]");
        for (Element link : links) {
            Addresses.resolve(Optional.of(base), link.attr("href")).ifPresent(href -> link.attr("href", href));
        }
        return !links.isEmpty();
    }
}
