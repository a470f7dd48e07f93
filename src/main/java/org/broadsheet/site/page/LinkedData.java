package org.broadsheet.site.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.base.html.ScriptData;
import org.broadsheet.base.words.Moment;
import org.broadsheet.story.Reach;

/**
 * A page said again for machines: schema.org in JSON-LD. Every document may be printed inside a {@code script} element as
 * it is. Of a story's body nothing goes in, whoever may read it.
 */
public final class LinkedData {
    /** What wraps the part of an article page that is not for everyone: the text, or the wall that stands in its place. */
    private static final String GUARDED = ".guarded";

    private static final int LOGO_PIXELS = 512;

    private LinkedData() {}

    /** A story. {@code logo} is the path of a square picture of the publisher. */
    public static SafeHtml article(Paper paper, String logo, ArticleFacts facts) {
        Card card = facts.card();
        JsonText about = JsonText.document("NewsArticle")
                .field("mainEntityOfPage", paper.url(card.href()))
                .field("url", paper.url(card.href()))
                .field("headline", card.headline());
        if (!card.standfirst().isEmpty()) {
            about.field("description", card.standfirst());
        }
        card.picture().ifPresent(picture -> image(about, paper, picture));
        about.field("datePublished", card.published().machine());
        about.field("dateModified", facts.updated().orElse(card.published()).machine());
        authors(about, paper, facts.signature());
        publisher(about, paper, logo);
        facts.signature().dateline().ifPresent(place -> about.field("dateline", place));
        about.field("articleSection", card.section().name()).field("inLanguage", facts.language());
        about.list("keywords");
        facts.topics().forEach(topic -> about.element(topic.name()));
        about.endList();
        boolean free = facts.reach() == Reach.EVERYONE;
        about.field("isAccessibleForFree", free);
        if (!free) {
            about.object("hasPart", "WebPageElement")
                    .field("isAccessibleForFree", false)
                    .field("cssSelector", GUARDED)
                    .endObject();
        }
        return ScriptData.json(about.written());
    }

    /** What an article's document is made from. */
    public record ArticleFacts(
            Card card,
            String language,
            ArticlePage.Signature signature,
            Optional<Moment> updated,
            List<Link> topics,
            Reach reach) {}

    /** The way from the front page to here; the front page itself comes first by itself. */
    public static SafeHtml breadcrumbs(Paper paper, List<Link> trail) {
        JsonText way = JsonText.document("BreadcrumbList").list("itemListElement");
        place(way, 1, paper.name(), paper.url("/"));
        int position = 2;
        for (Link step : trail) {
            place(way, position++, step.name(), paper.url(step.href()));
        }
        return ScriptData.json(way.endList().written());
    }

    /** The paper itself, for the front page, with its search. */
    public static SafeHtml paper(Paper paper, String logo) {
        JsonText site = JsonText.document("WebSite")
                .field("name", paper.name())
                .field("url", paper.url("/"))
                .field("inLanguage", paper.language().tag());
        publisher(site, paper, logo);
        site.object("potentialAction", "SearchAction")
                .field("query-input", "required name=search_term_string")
                .field("target", paper.url("/search?q={search_term_string}"))
                .endObject();
        return ScriptData.json(site.written());
    }

    private static void authors(JsonText json, Paper paper, ArticlePage.Signature signature) {
        json.list("author");
        for (Link author : signature.authors()) {
            json.object("Person")
                    .field("name", author.name())
                    .field("url", paper.url(author.href()))
                    .endObject();
        }
        signature
                .agency()
                .ifPresent(agency ->
                        json.object("Organization").field("name", agency).endObject());
        if (signature.authors().isEmpty() && signature.agency().isEmpty()) {
            json.object("Organization")
                    .field("name", paper.name())
                    .field("url", paper.url("/"))
                    .endObject();
        }
        json.endList();
    }

    private static void publisher(JsonText json, Paper paper, String logo) {
        json.object("publisher", "NewsMediaOrganization")
                .object("logo", "ImageObject")
                .field("height", LOGO_PIXELS)
                .field("url", paper.url(logo))
                .field("width", LOGO_PIXELS)
                .endObject()
                .field("name", paper.name())
                .field("url", paper.url("/"))
                .endObject();
    }

    private static void image(JsonText json, Paper paper, Picture picture) {
        json.list("image")
                .object("ImageObject")
                .field("url", paper.url(picture.card()))
                .field("width", picture.width())
                .field("height", picture.height());
        if (!picture.caption().isEmpty()) {
            json.field("caption", picture.caption());
        }
        if (!picture.credit().isEmpty()) {
            json.field("creditText", picture.credit());
        }
        json.endObject().endList();
    }

    private static void place(JsonText json, int position, String name, String url) {
        json.object("ListItem")
                .field("position", position)
                .field("name", name)
                .field("item", url)
                .endObject();
    }
}
