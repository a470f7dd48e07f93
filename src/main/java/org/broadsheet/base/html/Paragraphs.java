package org.broadsheet.base.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Gathers inline content. Over a block container it makes a paragraph when the first word comes and ends it at
 * {@link #end}; two line breaks in a row, as sloppy senders write, part two paragraphs there. Within one given element
 * it fills that element alone.
 */
final class Paragraphs {
    private final Element parent;
    private final boolean splits;
    private Element current;
    private final List<Element> open = new ArrayList<>();
    private int breaks;

    Paragraphs(Element parent) {
        this(parent, new Element("p"), true);
    }

    private Paragraphs(Element parent, Element current, boolean splits) {
        this.parent = parent;
        this.current = current;
        this.splits = splits;
    }

    /** Fills one element and never parts it. */
    static Paragraphs within(Element element) {
        return new Paragraphs(element, element, false);
    }

    void text(String raw) {
        String text = Whitespace.collapse(raw);
        if (text.isEmpty()) {
            return;
        }
        if (!text.isBlank()) {
            placeBreaks();
        } else if (breaks > 0) {
            return;
        }
        Node last = top().lastChild();
        if (last instanceof TextNode before) {
            before.text(Whitespace.collapse(before.getWholeText() + text));
        } else {
            top().appendChild(new TextNode(text));
        }
    }

    void lineBreak() {
        breaks++;
    }

    Element open(String name) {
        Element made = new Element(name);
        open.add(made);
        return made;
    }

    boolean isInside(String name) {
        return open.stream().anyMatch(element -> element.normalName().equals(name));
    }

    /** Ends the innermost open element; one without content leaves no trace. */
    void close() {
        Element done = open.removeLast();
        if (done.childNodeSize() > 0) {
            top().appendChild(done);
        }
    }

    /** Ends the paragraph, if there is one. */
    void end() {
        Whitespace.trim(current);
        if (splits && Whitespace.hasWords(current)) {
            parent.appendChild(current);
        }
        current = new Element("p");
        breaks = 0;
    }

    private void placeBreaks() {
        boolean anything = current.hasText() || open.stream().anyMatch(Element::hasText);
        if (breaks > 1 && splits && open.isEmpty()) {
            end();
        } else if (breaks > 0 && anything) {
            top().appendElement("br");
        }
        breaks = 0;
    }

    private Element top() {
        return open.isEmpty() ? current : open.getLast();
    }
}
