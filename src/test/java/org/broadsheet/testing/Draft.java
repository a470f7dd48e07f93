package org.broadsheet.testing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.base.Slugs;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Topic;

/** A story for a test, ordinary in whatever the test does not say. The section {@code news} has to exist. */
public record Draft(
        String headline,
        String standfirst,
        String html,
        String section,
        List<String> topics,
        List<String> people,
        Language language,
        Reach reach) {

    public static final Actor EDITOR = new Actor("an editor");

    public static Draft of(String headline) {
        return new Draft(
                headline,
                "",
                "<p>An ordinary body.</p>",
                "news",
                List.of(),
                List.of(),
                Language.ENGLISH,
                Reach.EVERYONE);
    }

    public Draft standfirst(String words) {
        return new Draft(headline, words, html, section, topics, people, language, reach);
    }

    /** Plain text, as one paragraph. */
    public Draft body(String words) {
        return html(StoryHtml.ofParagraphs(List.of(words)).html());
    }

    public Draft html(String markup) {
        return new Draft(headline, standfirst, markup, section, topics, people, language, reach);
    }

    public Draft section(String slug) {
        return new Draft(headline, standfirst, html, slug, topics, people, language, reach);
    }

    public Draft topics(String... names) {
        return new Draft(headline, standfirst, html, section, List.of(names), people, language, reach);
    }

    public Draft by(String... names) {
        return new Draft(headline, standfirst, html, section, topics, List.of(names), language, reach);
    }

    public Draft in(Language other) {
        return new Draft(headline, standfirst, html, section, topics, people, other, reach);
    }

    public Draft reaching(Reach other) {
        return new Draft(headline, standfirst, html, section, topics, people, language, other);
    }

    public Copy copy() {
        return new Copy(
                headline,
                standfirst,
                StoryHtml.clean(html),
                section,
                topics.stream()
                        .map(name -> new Topic(Slugs.of(name).orElse("topic"), name))
                        .toList(),
                people.stream().map(Byline::of).toList(),
                Optional.empty(),
                Optional.empty(),
                language,
                reach,
                Optional.empty());
    }

    /** Puts it before readers. */
    public StoryId print(Stories stories, Instant at) {
        StoryId id = stories.create(copy(), EDITOR, at);
        return Stream.of(stories.print(id, at))
                .filter(Printed.Done.class::isInstance)
                .map(done -> id)
                .findFirst()
                .orElseThrow();
    }

    /** Puts it before readers in the place of an earlier version. */
    public void printOver(Stories stories, StoryId id, int version, Instant at) {
        stories.save(id, version, copy(), EDITOR, at);
        stories.print(id, at);
    }
}
