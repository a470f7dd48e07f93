package org.broadsheet.site.assembly;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.base.words.Dates;
import org.broadsheet.media.PhotographId;
import org.broadsheet.site.page.ArticlePage;
import org.broadsheet.site.page.Card;
import org.broadsheet.site.page.Card.Mark;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.page.Picture;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Mention;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.Teaser;
import org.broadsheet.story.Topic;

/** Turns what the story room says of a story into what pages show of it. */
public final class Cards {
    private final KeptLists lists;
    private final Dates dates;
    private final Instant edition;

    Cards(KeptLists lists, Dates dates, Instant edition) {
        this.lists = lists;
        this.dates = dates;
        this.edition = edition;
    }

    public List<Card> of(Collection<Teaser> teasers) {
        List<PhotographId> wanted = teasers.stream()
                .flatMap(teaser -> teaser.photograph().stream())
                .distinct()
                .toList();
        Map<PhotographId, Picture> pictures = lists.pictures(wanted);
        return teasers.stream().map(teaser -> card(teaser, pictures)).toList();
    }

    Card of(Teaser teaser) {
        return of(List.of(teaser)).getFirst();
    }

    private Card card(Teaser teaser, Map<PhotographId, Picture> pictures) {
        return new Card(
                teaser.path(),
                teaser.headline(),
                teaser.standfirst(),
                link(teaser.section()),
                mark(teaser.reach()),
                byline(teaser),
                dates.moment(teaser.published(), edition),
                teaser.readingMinutes(),
                teaser.photograph().flatMap(id -> Optional.ofNullable(pictures.get(id))));
    }

    /** As one line says a story. */
    ArticlePage.Earlier line(Mention story) {
        return new ArticlePage.Earlier(
                story.address().path(),
                story.headline(),
                dates.moment(story.published(), edition),
                mark(story.reach()));
    }

    private static Mark mark(Reach reach) {
        return reach == Reach.SUBSCRIBERS ? Mark.PREMIUM : Mark.NONE;
    }

    private static String byline(Teaser teaser) {
        return Stream.concat(teaser.bylines().stream().map(Byline::name), teaser.agency().stream())
                .collect(Collectors.joining(", "));
    }

    public static Link link(Section section) {
        return new Link(section.name(), "/" + section.slug());
    }

    public static Link link(Topic topic) {
        return new Link(topic.name(), "/topics/" + topic.slug());
    }

    public static Link link(Byline byline) {
        return new Link(byline.name(), "/authors/" + byline.slug());
    }
}
