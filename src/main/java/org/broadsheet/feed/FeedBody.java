package org.broadsheet.feed;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.media.Photograph;
import org.broadsheet.media.PhotographId;
import org.broadsheet.media.Rendition;
import org.broadsheet.story.Correction;
import org.broadsheet.story.Story;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;

/** The body of a story as feeds carry it: links absolute, figures with their pictures, corrections below. */
final class FeedBody {
    private final String base;
    private final Map<PhotographId, Photograph> photographs;

    /** @param base scheme and host, without a slash at the end */
    FeedBody(String base, Map<PhotographId, Photograph> photographs) {
        this.base = base;
        this.photographs = photographs;
    }

    /** Nothing unless the story is for everyone. */
    Optional<String> of(Story story) {
        return of(story.body().openToAll(), story.corrections(), Document.OutputSettings.Syntax.html);
    }

    /** As much as was opened, as well-formed XML; nothing where that is nothing. */
    Optional<String> xhtml(SafeHtml opened, List<Correction> corrections) {
        return of(opened, corrections, Document.OutputSettings.Syntax.xml);
    }

    private Optional<String> of(SafeHtml opened, List<Correction> corrections, Document.OutputSettings.Syntax syntax) {
        if (opened.html().isEmpty()) {
            return Optional.empty();
        }
        Document document = Jsoup.parseBodyFragment(opened.html());
        document.outputSettings(new Document.OutputSettings()
                .prettyPrint(false)
                .syntax(syntax)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset("UTF-8"));
        Element body = document.body();
        for (Element link : body.select("a[href^=/]")) {
            link.attr("href", base + link.attr("href"));
        }
        body.select("figure").forEach(this::figure);
        for (Correction correction : corrections) {
            body.appendElement("p").appendElement("em").text(correction.note());
        }
        return Optional.of(body.html());
    }

    private void figure(Element figure) {
        Optional<Photograph> photograph = number(figure).map(photographs::get);
        if (photograph.isEmpty()) {
            figure.remove();
            return;
        }
        Photograph shown = photograph.get();
        Rendition plain = shown.plain();
        figure.removeAttr("data-photograph");
        figure.prependElement("img")
                .attr("src", base + plain.address())
                .attr("width", Integer.toString(plain.width()))
                .attr("height", Integer.toString(plain.height()))
                .attr("alt", shown.alternativeText());
        Element caption = figure.selectFirst("figcaption");
        if (caption == null && !(shown.caption().isEmpty() && shown.credit().isEmpty())) {
            caption = figure.appendElement("figcaption").text(shown.caption());
        }
        if (caption != null && !shown.credit().isEmpty() && !caption.text().contains(shown.credit())) {
            caption.appendText(caption.hasText() ? " " : "")
                    .appendElement("small")
                    .text(shown.credit());
        }
    }

    /** Photographs that a body's figures show. */
    static Set<PhotographId> shown(Story story) {
        Set<PhotographId> shown = new HashSet<>();
        for (Element figure :
                Jsoup.parseBodyFragment(story.body().openToAll().html()).select("figure[data-photograph]")) {
            number(figure).ifPresent(shown::add);
        }
        return shown;
    }

    private static Optional<PhotographId> number(Element figure) {
        String number = figure.attr("data-photograph");
        return number.matches("[1-9][0-9]{0,17}")
                ? Optional.of(new PhotographId(Long.parseLong(number)))
                : Optional.empty();
    }
}
