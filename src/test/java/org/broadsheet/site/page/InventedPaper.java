package org.broadsheet.site.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.broadsheet.base.Language;
import org.broadsheet.base.asset.Assets;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.base.words.Dates;
import org.broadsheet.base.words.TextSize;
import org.broadsheet.site.page.Card.Mark;
import org.broadsheet.site.page.Variant.BrowserLine;
import org.broadsheet.story.Reach;

/** A small newspaper of invented stories: every public page, in any variant and language, without a database. */
final class InventedPaper {
    private static final Instant PRESS_TIME = Instant.parse("2026-01-03T04:10:07Z");
    private static final List<Link> SECTIONS = List.of(
            new Link("Services", "/services"),
            new Link("Technology", "/technology"),
            new Link("Design", "/design"),
            new Link("Data", "/data"),
            new Link("Policy", "/policy"),
            new Link("People", "/people"));
    private static final List<String> HEADLINES = List.of(
            "Rebuilding the site that a nation turns to when it is ill",
            "A sign-in service learns to speak to more of its users",
            "Navigating digital acquisitions",
            "Tips for building a small, scrappy digital team",
            "Open data portal publishes its own measures",
            "What users say when nobody asked them",
            "Delivering technology that just works",
            "Ten practices that outlasted ten redesigns",
            "Who is controlling your control system?",
            "The true value of a website is counted in hours given back");

    private static final ArticlePage.Signature SIGNATURE = new ArticlePage.Signature(
            List.of(new Link("Amélie Okonjo", "/authors/amelie-okonjo"), new Link("Budi Santoso", "/authors/budi")),
            Optional.of("Kyodo News"),
            Optional.of("Tokyo"));

    private static final Assets ASSETS = Assets.of("The Public Record");

    private final Assets assets = ASSETS;
    private final Paper paper;
    private final Variant variant;
    private final Dates dates;

    InventedPaper(Language language, TextSize text, BrowserLine browser) {
        ZoneId zone = ZoneId.of("Asia/Jakarta");
        paper = new Paper(
                "The Public Record",
                "Public services and technology, read closely",
                "https://record.example",
                language,
                zone);
        variant = new Variant(text, browser, Variant.Reader.STRANGER, Variant.Letters.SYSTEM);
        dates = new Dates(zone, language);
    }

    static InventedPaper usual() {
        return new InventedPaper(Language.ENGLISH, TextSize.MEDIUM, BrowserLine.SUPPORTED);
    }

    Assets assets() {
        return assets;
    }

    Frame frame(Head head, String here) {
        return new Frame(paper, assets, variant, head, dates.masthead(PRESS_TIME), SECTIONS, here);
    }

    FrontPage front() {
        Head head = new Head(
                "",
                paper.motto(),
                "/",
                Head.Robots.LISTED,
                Optional.of(picture(0)),
                List.of(LinkedData.paper(paper, assets.href("icons/icon-512.png"))),
                List.of());
        return new FrontPage(
                frame(head, "/"),
                List.of(card(0)),
                cards(1, 4),
                cards(4, 7),
                cards(2, 8),
                IntStream.range(0, 3)
                        .mapToObj(at -> new FrontPage.Block(SECTIONS.get(at), cards(at, at + 5 - at)))
                        .toList(),
                cards(0, 6));
    }

    ListPage section(int page) {
        Link section = SECTIONS.getFirst();
        Link feed = new Link(section.name(), section.href() + "/feed.xml");
        Head head = new Head(
                section.name(),
                "Everything on services",
                section.href(),
                Head.Robots.LISTED,
                Optional.empty(),
                List.of(LinkedData.breadcrumbs(paper, List.of(section))),
                List.of(feed));
        return new ListPage(
                frame(head, section.href()),
                ListPage.Kind.SECTION,
                section.name(),
                Optional.of("How public services are made, bought, measured and mended."),
                cards(0, 10),
                new Paging(section.href(), page, 3),
                page == 1 ? cards(3, 8) : List.of(),
                Optional.of(feed));
    }

    ArticlePage article(String html, Reading reading) {
        boolean free = reading instanceof Reading.Whole;
        Reach reach = free ? Reach.EVERYONE : Reach.SUBSCRIBERS;
        Card card = card(free ? 0 : 2);
        ArticlePage.Signature signature = SIGNATURE;
        List<Link> topics = List.of(new Link("Health", "/topics/health"), new Link("Research", "/topics/research"));
        Optional<org.broadsheet.base.words.Moment> updated =
                Optional.of(dates.moment(PRESS_TIME.plus(Duration.ofHours(2))));
        SafeHtml data = LinkedData.article(
                paper,
                assets.href("icons/icon-512.png"),
                new LinkedData.ArticleFacts(card, "en", signature, updated, topics, reach));
        Head head = new Head(
                card.headline(),
                card.standfirst(),
                card.href(),
                Head.Robots.LISTED,
                card.picture(),
                List.of(data, LinkedData.breadcrumbs(paper, List.of(card.section()))),
                List.of());
        return new ArticlePage(
                frame(head, card.section().href()),
                card,
                Language.ENGLISH,
                signature,
                updated,
                StoryHtml.clean(html).safe(),
                reach,
                reading,
                free ? Optional.empty() : Optional.of("/gifts/give?story=12"),
                List.of(new ArticlePage.Correction(
                        dates.moment(PRESS_TIME.plus(Duration.ofDays(1))),
                        "An earlier version gave the number of pages as 20,000. It is 200,000.")),
                topics,
                cards(1, 4),
                earlier(),
                cards(0, 5),
                FeedbackForm.empty(card.href()));
    }

    private List<ArticlePage.Earlier> earlier() {
        return cards(4, 8).stream()
                .map(each -> new ArticlePage.Earlier(each.href(), each.headline(), each.published(), each.mark()))
                .toList();
    }

    SearchPage search(String query, List<SearchPage.Hit> hits) {
        return new SearchPage(
                frame(Head.unlisted("Search", "The archive", "/search"), ""),
                query,
                SearchPage.Order.BEST,
                hits.size(),
                hits,
                new Paging("/search?q=" + query, 1, hits.isEmpty() ? 1 : 4),
                Optional.of(new Link("services", "/search?q=services")),
                Optional.empty());
    }

    SearchPage.Hit hit(int at) {
        Card card = card(at);
        return new SearchPage.Hit(
                card,
                List.of(new SearchPage.Piece(card.headline(), false)),
                List.of(
                        new SearchPage.Piece("… what a person who needs the ", false),
                        new SearchPage.Piece("service", true),
                        new SearchPage.Piece(" has to read first …", false)));
    }

    MessagePage message(MessagePage.Kind kind) {
        return new MessagePage(
                frame(Head.unlisted("No page", "", "/"), ""),
                kind,
                kind == MessagePage.Kind.WITHDRAWN ? Optional.of("Withdrawn by the agency.") : Optional.empty(),
                kind == MessagePage.Kind.BROKEN ? Optional.of("7f3a-19c2") : Optional.empty(),
                kind == MessagePage.Kind.OFFLINE ? List.of() : cards(1, 5));
    }

    FeedbackPage feedback(FeedbackPage.State state, Optional<String> problem) {
        Card about = card(0);
        return new FeedbackPage(
                frame(Head.unlisted("Your opinion", "", "/feedback"), ""),
                state,
                new FeedbackForm(about.href(), problem.isPresent() ? "Too short" : "", problem),
                Optional.of(new Link(about.headline(), about.href())));
    }

    Frame plain(String path) {
        return frame(Head.listed("About", "About the paper", path), "");
    }

    List<Card> cards(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::card).toList();
    }

    Card card(int at) {
        Link section = SECTIONS.get(at % SECTIONS.size());
        return new Card(
                section.href() + "/2026/01/03/story-" + at,
                HEADLINES.get(at % HEADLINES.size()),
                "Four years of feedback, 200,000 pages and one question: what does a person who is worried need first?",
                section,
                at % 3 == 2 ? Mark.PREMIUM : Mark.NONE,
                "Amélie Okonjo and Budi Santoso",
                dates.moment(PRESS_TIME.minus(Duration.ofHours(7L * at))),
                3 + at,
                at % 2 == 0 ? Optional.of(picture(at)) : Optional.empty());
    }

    private static Picture picture(int at) {
        String address = "/pictures/" + at + "123456789abcdef0123456789abcdef/";
        return new Picture(
                address + "960.jpg",
                address + "320.jpg 320w, " + address + "960.jpg 960w",
                address + "320.webp 320w, " + address + "960.webp 960w",
                1600,
                at == 6 ? 2000 : 1067,
                address + "1600.jpg",
                "Columns of a temple in morning light",
                "Columns against the morning: the old front page was redrawn eleven times.",
                "(AFP/Jane Doe)",
                "#b9aaa0");
    }
}
