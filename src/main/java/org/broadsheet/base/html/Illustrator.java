package org.broadsheet.base.html;

import java.util.Optional;
import java.util.function.LongFunction;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Sets photographs into a cleaned text: each {@code figure} that names one gets its picture and credit. */
final class Illustrator {
    /** The column of text is at most 42 rem wide. */
    private static final String SIZES = "(min-width: 44em) 42rem, 100vw";

    private Illustrator() {}

    static String set(String html, LongFunction<Optional<Illustration>> photographs) {
        Document text = Jsoup.parseBodyFragment(html);
        text.outputSettings(Sanitiser.OUTPUT);
        for (Element figure : text.body().select("figure[data-photograph]")) {
            Optional<Illustration> there = photographs.apply(Long.parseLong(figure.attr("data-photograph")));
            if (there.isPresent()) {
                figure.removeAttr("data-photograph");
                illustrate(figure, there.get());
            } else {
                figure.remove();
            }
        }
        return text.body().html();
    }

    private static void illustrate(Element figure, Illustration picture) {
        Element shot = figure.prependElement("picture");
        shot.appendElement("source")
                .attr("type", "image/webp")
                .attr("srcset", picture.webps())
                .attr("sizes", SIZES);
        shot.appendElement("img")
                .attr("src", picture.src())
                .attr("srcset", picture.jpegs())
                .attr("sizes", SIZES)
                .attr("width", Integer.toString(picture.width()))
                .attr("height", Integer.toString(picture.height()))
                .attr("alt", picture.alternativeText())
                .attr("loading", "lazy")
                .attr("decoding", "async");
        if (!picture.credit().isEmpty()) {
            Element caption = figure.selectFirst("figcaption");
            Element under = caption == null ? figure.appendElement("figcaption") : caption.appendText(" ");
            under.appendElement("span").addClass("credit").text(picture.credit());
        }
    }
}
