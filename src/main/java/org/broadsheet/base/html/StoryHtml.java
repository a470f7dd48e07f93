package org.broadsheet.base.html;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A body in the paper's HTML subset: a run of block elements and nothing between them.
 *
 * <p>Blocks: {@code p h2 h3 blockquote ul ol aside figure table pre hr}. Inside them: {@code li strong em a code sub sup
 * br figcaption thead tbody tr th td}. Attributes: {@code href} on {@code a} (http, https, mailto, tel, or a path of
 * this paper), {@code data-photograph} on {@code figure} (the number of a photograph of the library), {@code colspan}
 * and {@code rowspan} on cells. What is like one of these becomes it ({@code b}, {@code h1}, {@code div}); scripts,
 * forms, frames and foreign markup go with their content; all else is unwrapped and its text kept. Cleaning what is
 * clean changes nothing.
 */
public final class StoryHtml {
    /** Characters of markup that are read at most; a body of 100,000 words fits. */
    public static final int LONGEST = 2_000_000;

    /** Tags that are read at most: a tower of unclosed ones costs the square of its height. */
    private static final int MOST_TAGS = 100_000;

    public static final StoryHtml EMPTY = new StoryHtml("");

    private final String html;

    private StoryHtml(String html) {
        this.html = html;
    }

    /**
     * Cleans whatever somebody sent.
     *
     * @throws IllegalArgumentException when it is longer than {@link #LONGEST} or has more than 100,000 tags
     */
    public static StoryHtml clean(String untrusted) {
        if (untrusted.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the body has " + untrusted.length() + " characters; expected at most " + LONGEST);
        }
        int tags = tags(untrusted);
        if (tags > MOST_TAGS) {
            throw new IllegalArgumentException("the body has " + tags + " tags; expected at most " + MOST_TAGS);
        }
        return new StoryHtml(new Sanitiser().clean(untrusted));
    }

    /** How many tags there are at most in a text. */
    public static int tags(String markup) {
        int tags = 0;
        for (int tag = markup.indexOf('<'); tag >= 0; tag = markup.indexOf('<', tag + 1)) {
            tags++;
        }
        return tags;
    }

    /** Takes back what {@link #html} once gave and the database kept. Never for anything from outside. */
    public static StoryHtml kept(String cleaned) {
        return new StoryHtml(cleaned);
    }

    /** Paragraphs of plain text, one an entry. */
    public static StoryHtml ofParagraphs(List<String> paragraphs) {
        Element body = new Element("body");
        for (String paragraph : paragraphs) {
            body.appendElement("p").text(paragraph);
        }
        return clean(body.html());
    }

    /** The top-level blocks in order, each a complete element. */
    public List<String> blocks() {
        return parse().children().stream().map(Element::outerHtml).toList();
    }

    /** The words alone, blocks parted by a new line. */
    public String text() {
        StringBuilder text = new StringBuilder(html.length());
        for (Element block : parse().select("p, h2, h3, li, th, td, figcaption, pre")) {
            String own = block.text();
            if (!own.isEmpty()) {
                text.append(own).append('\n');
            }
        }
        return text.toString();
    }

    public SafeHtml safe() {
        return new SafeHtml(html);
    }

    public String html() {
        return html;
    }

    public boolean isEmpty() {
        return html.isEmpty();
    }

    private Element parse() {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(Sanitiser.OUTPUT);
        return document.body();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoryHtml story && story.html.equals(html);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
    }

    /** How long it is; never the text, which may be guarded. */
    @Override
    public String toString() {
        return "StoryHtml[" + html.length() + " characters]";
    }
}
