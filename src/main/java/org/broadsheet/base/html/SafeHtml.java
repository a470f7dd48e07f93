package org.broadsheet.base.html;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Markup that may be printed as it is. Only code of this package can make one, so a template that prints a
 * {@code SafeHtml} prints what the sanitiser let through and nothing else.
 */
public final class SafeHtml implements Content {
    public static final SafeHtml EMPTY = new SafeHtml("");

    private final String html;

    SafeHtml(String html) {
        this.html = html;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html);
    }

    @Override
    public boolean isEmptyContent() {
        return html.isEmpty();
    }

    /** With the photographs that its figures name; a figure whose photograph is no longer there goes. */
    public SafeHtml illustrated(LongFunction<Optional<Illustration>> photographs) {
        return html.contains("data-photograph=") ? new SafeHtml(Illustrator.set(html, photographs)) : this;
    }

    /** The markup itself, for feeds and files. */
    public String html() {
        return html;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafeHtml safe && safe.html.equals(html);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
    }

    /** How long it is; never the text, which may be guarded. */
    @Override
    public String toString() {
        return "SafeHtml[" + html.length() + " characters]";
    }
}
