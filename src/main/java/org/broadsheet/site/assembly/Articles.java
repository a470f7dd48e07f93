package org.broadsheet.site.assembly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.html.Illustration;
import org.broadsheet.base.html.SafeHtml;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.media.PhotographId;
import org.broadsheet.paywall.Paywall;
import org.broadsheet.site.page.ArticlePage;
import org.broadsheet.site.page.Card;
import org.broadsheet.site.page.FeedbackForm;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.page.LinkedData;
import org.broadsheet.site.page.Picture;
import org.broadsheet.site.page.Variant;
import org.broadsheet.site.words.Moment;
import org.broadsheet.story.Access;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Story;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/** The article page: one for everyone, or two where a decision stands between them. */
@Component
class Articles {
    private static final int RELATED = 4;
    private static final int EARLIER = 4;

    /** Some of the earlier ones may be among the related. */
    static final int EARLIER_ASKED = EARLIER + RELATED;

    private final Paywall paywall;
    private final KeptLists lists;
    private final Frames frames;
    private final Templates templates;
    private final MostRead mostRead;

    Articles(Paywall paywall, KeptLists lists, Frames frames, SiteParts parts) {
        this.paywall = paywall;
        this.lists = lists;
        this.frames = frames;
        this.templates = parts.templates();
        this.mostRead = parts.mostRead();
    }

    /** @param earlier older stories of its first topic */
    Rendered page(Story story, List<Teaser> earlier, Variant variant) {
        Surroundings around = surroundings(story.teaser(), earlier);
        Tags tags = new Tags().story(story.id()).stories(around.related()).stories(around.earlier());
        tags.stories(around.mostRead());
        story.teaser().topics().forEach(topic -> tags.topic(topic.slug()));
        Reach reach = story.teaser().reach();
        Access whole = paywall.behindTheDecision();
        if (reach == Reach.EVERYONE) {
            return Rendered.open(200, Pages.HTML, render(story, variant, around, whole), tags.all());
        }
        return new Rendered(
                200,
                Pages.HTML,
                render(story, variant, around, paywall.preview()),
                Optional.of(new Rendered.Guarded(reach.word(), render(story, variant, around, whole))),
                tags.all(),
                Map.of());
    }

    /** Other stories that the page points to. */
    private record Surroundings(List<Teaser> related, List<Teaser> earlier, List<Teaser> mostRead) {}

    private Surroundings surroundings(Teaser story, List<Teaser> older) {
        List<Teaser> related = Related.to(story, lists, RELATED);
        List<Teaser> earlier = older.stream()
                .filter(each -> related.stream().noneMatch(other -> other.id().equals(each.id())))
                .limit(EARLIER)
                .toList();
        return new Surroundings(related, earlier, mostRead.now());
    }

    private byte[] render(Story story, Variant variant, Surroundings around, Access access) {
        Teaser teaser = story.teaser();
        Card card = frames.cards().of(teaser);
        ArticlePage.Signature signature = new ArticlePage.Signature(
                teaser.bylines().stream().map(Cards::link).toList(), teaser.agency(), teaser.dateline());
        Optional<Moment> updated =
                teaser.isUpdated() ? Optional.of(frames.dates().moment(teaser.updated())) : Optional.empty();
        List<Link> topics = teaser.topics().stream().map(Cards::link).toList();
        SafeHtml text = story.body().open(access).illustrated(this::illustration);
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
                access instanceof Access.Preview ? Optional.of(wall(teaser)) : Optional.empty(),
                story.corrections().stream()
                        .map(each -> new ArticlePage.Correction(frames.dates().moment(each.noted()), each.note()))
                        .toList(),
                topics,
                frames.cards().of(around.related()),
                frames.cards().of(around.earlier()),
                frames.cards().of(around.mostRead()),
                FeedbackForm.empty(card.href()));
        return templates.render("site/article", page);
    }

    private Optional<Illustration> illustration(long photograph) {
        PhotographId id = new PhotographId(photograph);
        return Optional.ofNullable(lists.pictures(List.of(id)).get(id)).map(Picture::illustration);
    }

    /** The preview is about a third at most; the rest is what is left to read. */
    private static ArticlePage.Wall wall(Teaser teaser) {
        return new ArticlePage.Wall(Math.max(1, teaser.readingMinutes() * 2 / 3));
    }

    private Head head(
            Teaser teaser, Card card, ArticlePage.Signature signature, Optional<Moment> updated, List<Link> topics) {
        LinkedData.ArticleFacts facts =
                new LinkedData.ArticleFacts(card, teaser.language().tag(), signature, updated, topics);
        List<Link> trail = List.of(card.section(), new Link(card.headline(), card.href()));
        return new Head(
                card.headline(),
                card.standfirst(),
                card.href(),
                Head.Robots.LISTED,
                card.picture(),
                List.of(
                        LinkedData.article(frames.paper(), frames.assets().href("icons/icon-512.png"), facts),
                        LinkedData.breadcrumbs(frames.paper(), trail)),
                List.of(new Link(card.section().name(), card.section().href() + "/feed.xml")));
    }
}
