package org.broadsheet.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.base.html.ScriptData;
import org.broadsheet.site.words.Moment;
import org.broadsheet.story.Reach;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page said again for machines: schema.org in JSON-LD. Every document may be printed inside a {@code script} element as
 * it is. Of a story's body nothing goes in, whoever may read it.
 */
public final class LinkedData {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What wraps the part of an article page that is not for everyone: the text, or the wall that stands in its place. */
    private static final String GUARDED = ".guarded";

    private LinkedData() {}

    /** A story. {@code logo} is the path of a square picture of the publisher. */
    public static SafeHtml article(Paper paper, String logo, ArticleFacts facts) {
        Card card = facts.card();
        Map<String, Object> about = document("NewsArticle");
        about.put("mainEntityOfPage", paper.url(card.href()));
        about.put("url", paper.url(card.href()));
        about.put("headline", card.headline());
        if (!card.standfirst().isEmpty()) {
            about.put("description", card.standfirst());
        }
        card.picture().ifPresent(picture -> about.put("image", List.of(image(paper, picture))));
        about.put("datePublished", card.published().machine());
        about.put("dateModified", facts.updated().orElse(card.published()).machine());
        about.put("author", authors(paper, facts.signature()));
        about.put("publisher", publisher(paper, logo));
        facts.signature().dateline().ifPresent(place -> about.put("dateline", place));
        about.put("articleSection", card.section().name());
        about.put("inLanguage", facts.language());
        about.put("keywords", facts.topics().stream().map(Link::name).toList());
        boolean free = facts.reach() == Reach.EVERYONE;
        about.put("isAccessibleForFree", free);
        if (!free) {
            about.put("hasPart", typed("WebPageElement", Map.of("isAccessibleForFree", false, "cssSelector", GUARDED)));
        }
        return write(about);
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
        List<Object> places = new ArrayList<>();
        places.add(place(1, paper.name(), paper.url("/")));
        for (Link step : trail) {
            places.add(place(places.size() + 1, step.name(), paper.url(step.href())));
        }
        Map<String, Object> list = document("BreadcrumbList");
        list.put("itemListElement", places);
        return write(list);
    }

    /** The paper itself, for the front page, with its search. */
    public static SafeHtml paper(Paper paper, String logo) {
        Map<String, Object> site = document("WebSite");
        site.put("name", paper.name());
        site.put("url", paper.url("/"));
        site.put("inLanguage", paper.language().tag());
        site.put("publisher", publisher(paper, logo));
        site.put(
                "potentialAction",
                typed(
                        "SearchAction",
                        Map.of(
                                "target",
                                paper.url("/search?q={search_term_string}"),
                                "query-input",
                                "required name=search_term_string")));
        return write(site);
    }

    private static List<Object> authors(Paper paper, ArticlePage.Signature signature) {
        List<Object> authors = new ArrayList<>();
        for (Link author : signature.authors()) {
            authors.add(typed("Person", Map.of("name", author.name(), "url", paper.url(author.href()))));
        }
        signature.agency().ifPresent(agency -> authors.add(typed("Organization", Map.of("name", agency))));
        if (authors.isEmpty()) {
            authors.add(typed("Organization", Map.of("name", paper.name(), "url", paper.url("/"))));
        }
        return authors;
    }

    private static Map<String, Object> publisher(Paper paper, String logo) {
        return typed(
                "NewsMediaOrganization",
                Map.of(
                        "name", paper.name(),
                        "url", paper.url("/"),
                        "logo", typed("ImageObject", Map.of("url", paper.url(logo), "width", 512, "height", 512))));
    }

    private static Map<String, Object> image(Paper paper, Picture picture) {
        Map<String, Object> image = typed("ImageObject", Map.of("url", paper.url(picture.card())));
        image.put("width", picture.width());
        image.put("height", picture.height());
        if (!picture.caption().isEmpty()) {
            image.put("caption", picture.caption());
        }
        if (!picture.credit().isEmpty()) {
            image.put("creditText", picture.credit());
        }
        return image;
    }

    private static Map<String, Object> place(int position, String name, String url) {
        Map<String, Object> place = typed("ListItem", Map.of());
        place.put("position", position);
        place.put("name", name);
        place.put("item", url);
        return place;
    }

    private static Map<String, Object> document(String type) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", "https://schema.org");
        document.put("@type", type);
        return document;
    }

    private static Map<String, Object> typed(String type, Map<String, ?> facts) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        new TreeMap<>(facts).forEach(thing::put);
        return thing;
    }

    private static SafeHtml write(Map<String, Object> document) {
        return ScriptData.json(JSON.writeValueAsString(document));
    }
}
