package org.broadsheet.site.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.html.Illustration;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Moment;
import org.broadsheet.media.PhotographId;
import org.broadsheet.paywall.Face;
import org.broadsheet.paywall.Meter;
import org.broadsheet.site.page.ArticlePage;
import org.broadsheet.site.page.Card;
import org.broadsheet.site.page.FeedbackForm;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.page.LinkedData;
import org.broadsheet.site.page.Picture;
import org.broadsheet.site.page.Reading;
import org.broadsheet.site.page.Variant;
import org.broadsheet.story.Access;
import org.broadsheet.story.Mention;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Story;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/** The article page: one for everyone, or one of the few faces that the paywall decides between. */
@Component
class Articles {
    private static final int RELATED = 4;
    private static final int EARLIER = 4;

    /** Some of the earlier ones may be among the related. */
    static final int EARLIER_ASKED = EARLIER + RELATED;

    private final Meter meter;
    private final KeptLists lists;
    private final Frames frames;
    private final Templates templates;
    private final MostRead mostRead;

    Articles(Meter meter, KeptLists lists, Frames frames, SiteParts parts) {
        this.meter = meter;
        this.lists = lists;
        this.frames = frames;
        this.templates = parts.templates();
        this.mostRead = parts.mostRead();
    }

    /**
     * @param earlier older stories of its first topic
     * @param word of the face, as {@link Face} has it
     */
    Rendered page(Story story, List<Mention> earlier, Variant variant, String word) {
        Surroundings around = surroundings(story.teaser(), earlier);
        Tags tags = new Tags().story(story.id()).stories(around.related()).stories(around.mostRead());
        around.earlier().forEach(each -> tags.story(each.id()));
        story.teaser().topics().forEach(topic -> tags.topic(topic.slug()));
        Reach reach = meter.reach(story.teaser().reach());
        Face face = Face.behindTheDecision(reach == Reach.EVERYONE ? Face.PLAIN : word, reach);
        byte[] body = render(story, variant, around, face);
        Optional<Rendered.Guarded> guarded = reach == Reach.EVERYONE
                ? Optional.empty()
                : Optional.of(new Rendered.Guarded(reach.word(), story.id().value()));
        return new Rendered(200, Pages.HTML, body, guarded, tags.all(), Map.of());
    }

    /** Other stories that the page points to. */
    private record Surroundings(List<Teaser> related, List<Mention> earlier, List<Teaser> mostRead) {}

    private Surroundings surroundings(Teaser story, List<Mention> older) {
        List<Teaser> related = lists.related(story, RELATED);
        List<Mention> earlier = older.stream()
                .filter(each -> related.stream().noneMatch(other -> other.id().equals(each.id())))
                .limit(EARLIER)
                .toList();
        return new Surroundings(related, earlier, mostRead.now());
    }

    private byte[] render(Story story, Variant variant, Surroundings around, Face face) {
        Teaser teaser = story.teaser();
        Cards cards = frames.cards();
        Card card = cards.of(teaser);
        ArticlePage.Signature signature = new ArticlePage.Signature(
                teaser.bylines().stream().map(Cards::link).toList(), teaser.agency(), teaser.dateline());
        Optional<Moment> updated =
                teaser.isUpdated() ? Optional.of(frames.dates().moment(teaser.updated())) : Optional.empty();
        List<Link> topics = teaser.topics().stream().map(Cards::link).toList();
        SafeHtml text = story.body().open(face.access()).illustrated(this::illustration);
        ArticlePage page = new ArticlePage(
                frames.frame(
                        variant,
                        head(teaser, card, signature, updated, topics),
                        card.section().href()),
                card,
                teaser.language(),
                signature,
                updated,
                text,
                teaser.reach(),
                reading(teaser, face),
                give(teaser),
                story.corrections().stream()
                        .map(each -> new ArticlePage.Correction(frames.dates().moment(each.noted()), each.note()))
                        .toList(),
                topics,
                cards.of(around.related()),
                around.earlier().stream().map(cards::line).toList(),
                cards.of(around.mostRead()),
                FeedbackForm.empty(card.href()));
        return templates.render("site/article", page);
    }

    private Optional<Illustration> illustration(long photograph) {
        PhotographId id = new PhotographId(photograph);
        return Optional.ofNullable(lists.pictures(List.of(id)).get(id)).map(Picture::illustration);
    }

    private Reading reading(Teaser teaser, Face face) {
        return switch (face.access()) {
            case Access.Full() -> new Reading.Whole();
            case Access.Gifted(long gift) -> new Reading.Gift("/gift/from?story=" + teaser.id());
            case Access.Metered(int left) ->
                new Reading.Metered(left, resets(face).orElse(""));
            case Access.Preview(Access.Reason why) ->
                new Reading.Wall(why, minutesLeft(teaser), meter.most(), resets(face));
        };
    }

    private Optional<String> resets(Face face) {
        return face.month()
                .map(month ->
                        month.plusMonths(1).atDay(1).atStartOfDay(frames.paper().zone()))
                .map(day -> frames.dates().moment(day.toInstant()).day());
    }

    /** The preview is about a third at most; the rest is what is left to read. */
    private static int minutesLeft(Teaser teaser) {
        return Math.max(1, teaser.readingMinutes() * 2 / 3);
    }

    private static Optional<String> give(Teaser teaser) {
        return teaser.reach() == Reach.EVERYONE ? Optional.empty() : Optional.of("/gifts/give?story=" + teaser.id());
    }

    private Head head(
            Teaser teaser, Card card, ArticlePage.Signature signature, Optional<Moment> updated, List<Link> topics) {
        LinkedData.ArticleFacts facts =
                new LinkedData.ArticleFacts(card, teaser.language().tag(), signature, updated, topics, teaser.reach());
        List<Link> trail = List.of(card.section(), new Link(card.headline(), card.href()));
        return new Head(
                card.headline(),
                card.standfirst(),
                card.href(),
                teaser.reach() == Reach.EVERYONE ? Head.Robots.LISTED : Head.Robots.LISTED_UNCOPIED,
                card.picture(),
                List.of(
                        LinkedData.article(frames.paper(), frames.assets().href("icons/icon-512.png"), facts),
                        LinkedData.breadcrumbs(frames.paper(), trail)),
                List.of(new Link(card.section().name(), card.section().href() + "/feed.xml")));
    }
}
