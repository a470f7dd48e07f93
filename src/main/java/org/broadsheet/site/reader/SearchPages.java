package org.broadsheet.site.reader;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Texts;
import org.broadsheet.search.Answer;
import org.broadsheet.search.Hit;
import org.broadsheet.search.Passage;
import org.broadsheet.search.Query;
import org.broadsheet.site.assembly.Frames;
import org.broadsheet.site.assembly.Messages;
import org.broadsheet.site.page.Card;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.page.Paging;
import org.broadsheet.site.page.SearchPage;
import org.broadsheet.site.page.Variant;
import org.springframework.stereotype.Component;

/** Puts the archive's answers on a page. */
@Component
class SearchPages {
    private final Frames frames;
    private final Templates templates;
    private final Messages messages;

    SearchPages(Frames frames, Templates templates, Messages messages) {
        this.frames = frames;
        this.templates = templates;
        this.messages = messages;
    }

    /** The form alone. */
    byte[] asking(Variant variant, Query query) {
        return render(new SearchPage(
                frame(variant),
                query.text(),
                order(query),
                0,
                List.of(),
                new Paging(address(query, query.text()), 1, 1),
                Optional.empty(),
                Optional.empty()));
    }

    byte[] found(Variant variant, Answer.Results results) {
        Query query = results.query();
        int pages = Math.clamp((results.total() + Query.PAGE_SIZE - 1) / Query.PAGE_SIZE, 1, Query.LAST_PAGE);
        Optional<Link> meant = results.suggested().map(other -> new Link(other, address(query, other)));
        return render(new SearchPage(
                frame(variant),
                query.text(),
                order(query),
                results.total(),
                hits(results.hits()),
                new Paging(address(query, query.text()), Math.min(query.page(), pages), pages),
                meant,
                results.readAs()));
    }

    byte[] refused(Variant variant, String key) {
        return messages.refused(
                variant, Optional.of(Texts.in(frames.paper().language()).say(key)));
    }

    private byte[] render(SearchPage page) {
        return templates.render("site/search", page);
    }

    private Frame frame(Variant variant) {
        String title = Texts.in(frames.paper().language()).say("search.title");
        return frames.frame(variant, Head.unlisted(title, "", "/search"), "");
    }

    private List<SearchPage.Hit> hits(List<Hit> found) {
        List<Card> cards = frames.cards().of(found.stream().map(Hit::teaser).toList());
        return IntStream.range(0, found.size())
                .mapToObj(i -> new SearchPage.Hit(
                        cards.get(i), pieces(found.get(i).headline()), pieces(excerpt(found.get(i)))))
                .toList();
    }

    /** The standfirst, unless what was asked for stands in the text and not there. */
    private static Passage excerpt(Hit hit) {
        boolean standfirst = hit.standfirst().isMarked() || hit.snippet().isEmpty();
        return standfirst && !hit.standfirst().text().isEmpty()
                ? hit.standfirst()
                : hit.snippet().orElse(hit.standfirst());
    }

    private static List<SearchPage.Piece> pieces(Passage passage) {
        return passage.pieces().stream()
                .map(piece -> new SearchPage.Piece(piece.text(), piece.found()))
                .toList();
    }

    private static SearchPage.Order order(Query query) {
        return query.order() == Query.Order.NEWEST ? SearchPage.Order.NEWEST : SearchPage.Order.BEST;
    }

    private static String address(Query query, String text) {
        StringBuilder address = new StringBuilder("/search?q=").append(encoded(text));
        if (query.order() == Query.Order.NEWEST) {
            address.append("&sort=newest");
        }
        query.section().ifPresent(slug -> address.append("&section=").append(encoded(slug)));
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
