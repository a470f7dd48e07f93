package org.broadsheet.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.base.html.StoryHtml;

/**
 * A body as it is written in a plain form: paragraphs parted by an empty line, in which {@code <em>} and {@code <a>} may
 * stand; whatever else a body has stands there as its own HTML. What is written out and read again is the same.
 */
final class PlainBody {
    private static final Pattern BLOCK = Pattern.compile(
            "(?i)^<(p|h[1-6]|blockquote|ul|ol|aside|figure|table|pre|hr|div|section|article|header|footer)\\b[^>]*>");
    private static final Pattern EMPTY_LINE = Pattern.compile("\\n[ \\t]*(?:\\n[ \\t]*)+");
    private static final Pattern PARAGRAPH = Pattern.compile("<p>(.*)</p>", Pattern.DOTALL);

    private PlainBody() {}

    static String write(StoryHtml body) {
        return body.blocks().stream().map(PlainBody::plain).collect(Collectors.joining("\n\n"));
    }

    /** @throws IllegalArgumentException as {@link StoryHtml#clean} */
    static StoryHtml read(String typed) {
        StringBuilder html = new StringBuilder(typed.length() + 200);
        for (String part : parts(typed)) {
            html.append(BLOCK.matcher(part).find() ? part : "<p>" + part + "</p>")
                    .append('\n');
        }
        return StoryHtml.clean(html.toString());
    }

    /** As somebody would type it, where that means the same; else as it is. */
    private static String plain(String block) {
        Matcher paragraph = PARAGRAPH.matcher(block);
        if (!paragraph.matches()) {
            return block;
        }
        String inner = paragraph.group(1);
        String typed = inner.replace("&amp;", "&").replace("&gt;", ">");
        return means(typed, block) ? typed : means(inner, block) ? inner : block;
    }

    private static boolean means(String typed, String block) {
        return parts(typed).size() == 1 && read(typed).html().equals(block);
    }

    /** Between empty lines, but never within an element that began a part. */
    private static List<String> parts(String typed) {
        String text = typed.replace("\r\n", "\n").replace('\r', '\n').strip();
        List<String> parts = new ArrayList<>();
        Matcher empty = EMPTY_LINE.matcher(text);
        int from = 0;
        while (empty.find()) {
            String part = text.substring(from, empty.start()).strip();
            if (isWhole(part)) {
                add(parts, part);
                from = empty.end();
            }
        }
        add(parts, text.substring(from).strip());
        return parts;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private static boolean isWhole(String part) {
        Matcher block = BLOCK.matcher(part);
        if (!block.find() || block.group(1).equalsIgnoreCase("hr")) {
            return true;
        }
        String name = Pattern.quote(block.group(1));
        long closed = count("(?i)</" + name + "\\b", part);
        boolean mayStayOpen = closed == 0 && block.group(1).equalsIgnoreCase("p");
        return mayStayOpen || count("(?i)<" + name + "\\b", part) <= closed;
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
