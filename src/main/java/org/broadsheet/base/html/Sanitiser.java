package org.broadsheet.base.html;

import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Builds a new tree of the subset from whatever tree a browser would have made: nothing is taken over, everything is
 * made anew. Only HTML elements with no parsing rules of their own are ever made, so a browser reads the result as the
 * same tree (no mutation).
 */
final class Sanitiser {
    static final Document.OutputSettings OUTPUT = new Document.OutputSettings()
            .prettyPrint(false)
            .escapeMode(Entities.EscapeMode.xhtml)
            .charset("UTF-8");

    /** Deeper than this an element's text is kept and its structure is not. */
    private static final int DEEPEST = 24;

    private static final Evaluator BLOCKS = Selector.evaluatorOf(
            "p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, hr, figure, aside, section, article");

    private static final Set<String> DROPPED = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "noembed",
            "noframes",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "form",
            "input",
            "button",
            "select",
            "textarea",
            "option",
            "optgroup",
            "datalist",
            "title",
            "head",
            "meta",
            "link",
            "base",
            "audio",
            "video",
            "canvas",
            "map",
            "area",
            "img",
            "image",
            "picture",
            "source",
            "track",
            "param",
            "xmp",
            "plaintext",
            "listing",
            "dialog",
            "marquee",
            "rp",
            "rt",
            "keygen",
            "isindex",
            "bgsound",
            "nav");

    private static final Map<String, String> INLINE = Map.ofEntries(
            Map.entry("strong", "strong"),
            Map.entry("b", "strong"),
            Map.entry("em", "em"),
            Map.entry("i", "em"),
            Map.entry("cite", "em"),
            Map.entry("dfn", "em"),
            Map.entry("var", "em"),
            Map.entry("code", "code"),
            Map.entry("kbd", "code"),
            Map.entry("samp", "code"),
            Map.entry("tt", "code"),
            Map.entry("sub", "sub"),
            Map.entry("sup", "sup"));

    private static final Map<String, String> HEADINGS =
            Map.of("h1", "h2", "h2", "h2", "h3", "h3", "h4", "h3", "h5", "h3", "h6", "h3");

    String clean(String untrusted) {
        Document dirty = Jsoup.parse(untrusted, "", Parser.htmlParser().setTrackErrors(0));
        Document clean = Document.createShell("");
        clean.outputSettings(OUTPUT);
        blocks(dirty.body(), clean.body(), 0);
        return clean.body().html().strip();
    }

    /** Lays the children of {@code from} into {@code into} as blocks; loose text becomes paragraphs. */
    private void blocks(Element from, Element into, int depth) {
        Paragraphs loose = new Paragraphs(into);
        for (Node child : from.childNodes()) {
            if (child instanceof TextNode text) {
                loose.text(text.getWholeText());
            } else if (child instanceof Element element && !dropped(element)) {
                if (isInline(element)) {
                    inlineElement(element, loose, depth);
                } else {
                    loose.end();
                    block(element, into, depth + 1);
                }
            }
        }
        loose.end();
    }

    private void block(Element element, Element into, int depth) {
        String name = element.normalName();
        if (depth > DEEPEST) {
            Paragraphs flat = new Paragraphs(into);
            flat.text(element.text());
            flat.end();
        } else if (HEADINGS.containsKey(name)) {
            leaf(HEADINGS.get(name), element, into, depth);
        } else {
            switch (name) {
                case "blockquote", "aside" -> container(name, element, into, depth);
                case "ul", "ol", "menu", "dir" -> list(name.equals("ol") ? "ol" : "ul", element, into, depth);
                case "figure" -> figure(element, into, depth);
                case "table" -> new TableCleaner(this).clean(element, into, depth);
                case "pre" -> preformatted(element, into);
                case "hr" -> into.appendElement("hr");
                default -> blocks(element, into, depth);
            }
        }
    }

    private void container(String name, Element from, Element into, int depth) {
        Element made = new Element(name);
        blocks(from, made, depth);
        if (made.childNodeSize() > 0) {
            into.appendChild(made);
        }
    }

    /** A block of inline content alone. */
    void leaf(String name, Element from, Element into, int depth) {
        Element made = new Element(name);
        fill(from, made, depth);
        if (Whitespace.hasWords(made)) {
            into.appendChild(made);
        }
    }

    /** Fills {@code made} with the inline content of {@code from}. */
    void fill(Element from, Element made, int depth) {
        inline(from, Paragraphs.within(made), depth);
        Whitespace.trim(made);
    }

    private void list(String name, Element from, Element into, int depth) {
        Element made = new Element(name);
        for (Element item : from.children()) {
            if (item.normalName().equals("li")) {
                listItem(item, made, depth);
            } else if (!dropped(item)) {
                Element wrapped = new Element("li");
                wrapped.appendChild(item.clone());
                listItem(wrapped, made, depth);
            }
        }
        if (made.childNodeSize() > 0) {
            into.appendChild(made);
        }
    }

    /** Text first, then the lists under it; paragraphs inside an item run together with a line break. */
    private void listItem(Element from, Element into, int depth) {
        Element made = new Element("li");
        fill(from, made, depth);
        for (Element nested : from.children()) {
            String name = nested.normalName();
            if (name.equals("ul") || name.equals("ol")) {
                block(nested, made, depth + 1);
            }
        }
        if (made.childNodeSize() > 0) {
            into.appendChild(made);
        }
    }

    /** Only a figure that shows a photograph of the library stays; pictures from elsewhere would follow readers. */
    private void figure(Element from, Element into, int depth) {
        String photograph = from.attr("data-photograph");
        if (!photograph.matches("[1-9][0-9]{0,17}")) {
            return;
        }
        Element made = into.appendElement("figure").attr("data-photograph", photograph);
        Element caption = from.selectFirst("figcaption");
        if (caption != null) {
            leaf("figcaption", caption, made, depth);
        }
    }

    private static void preformatted(Element from, Element into) {
        String text = Whitespace.withoutControls(from.wholeText()).stripTrailing();
        while (text.startsWith("\n")) {
            text = text.substring(1);
        }
        if (!text.isBlank()) {
            into.appendElement("pre").appendText(text);
        }
    }

    /** Lays inline content only; blocks met on the way give their text, parted by a line break, lists excepted. */
    private void inline(Element from, Paragraphs into, int depth) {
        for (Node child : from.childNodes()) {
            if (child instanceof TextNode text) {
                into.text(text.getWholeText());
            } else if (child instanceof Element element && !dropped(element)) {
                String name = element.normalName();
                if (isInline(element)) {
                    inlineElement(element, into, depth);
                } else if (depth > DEEPEST) {
                    into.text(element.text());
                } else if (!name.equals("ul") && !name.equals("ol")) {
                    into.lineBreak();
                    inline(element, into, depth + 1);
                    into.lineBreak();
                }
            }
        }
    }

    private void inlineElement(Element element, Paragraphs into, int depth) {
        String name = element.normalName();
        if (depth > DEEPEST) {
            into.text(element.text());
        } else if (name.equals("br")) {
            into.lineBreak();
        } else if (name.equals("a")) {
            Links.allowed(element.attr("href"))
                    .filter(href -> !into.isInside("a"))
                    .ifPresentOrElse(
                            href -> {
                                into.open("a").attr("href", href);
                                inline(element, into, depth + 1);
                                into.close();
                            },
                            () -> inline(element, into, depth + 1));
        } else if (INLINE.containsKey(name) && !into.isInside(INLINE.get(name))) {
            into.open(INLINE.get(name));
            inline(element, into, depth + 1);
            into.close();
        } else {
            inline(element, into, depth + 1);
        }
    }

    private static boolean dropped(Element element) {
        return DROPPED.contains(element.normalName())
                || !Parser.NamespaceHtml.equals(element.tag().namespace());
    }

    private static boolean isInline(Element element) {
        boolean inline = !element.isBlock() || element.normalName().equals("br");
        return inline && element.children().stream().allMatch(Sanitiser::holdsNoBlock);
    }

    private static boolean holdsNoBlock(Element element) {
        return element.selectFirst(BLOCKS) == null;
    }
}
