package org.broadsheet.feed;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.base.Settings;
import org.broadsheet.media.Photograph;
import org.broadsheet.media.PhotographId;
import org.broadsheet.media.Photographs;
import org.broadsheet.media.Rendition;
import org.broadsheet.story.Address;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.broadsheet.story.Story;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/** Gathers what a feed says from what is in print. */
@Component
class Channels {
    /** Stories of a feed. */
    private static final int STORIES = 40;

    private static final int GONE = 100;

    /** A reader's program that asks at least so often learns of every story that was taken back. */
    private static final Duration TOLD_FOR = Duration.ofDays(90);

    private final InPrint inPrint;
    private final Photographs photographs;
    private final Settings settings;

    Channels(InPrint inPrint, Photographs photographs, Settings settings) {
        this.inPrint = inPrint;
        this.photographs = photographs;
        this.settings = settings;
    }

    /** The feed of the whole paper. @param path where the document itself is */
    Channel ofPaper(String path) {
        String name = settings.paper().name();
        return channel(new Heading("feed", name, name, "/", path), inPrint.latestStories(STORIES), Optional.empty());
    }

    Channel ofSection(Section section, String path) {
        String name = settings.paper().name();
        Heading heading = new Heading(
                "feed/" + section.slug(),
                name + ": " + section.name(),
                section.name() + ", " + name,
                "/" + section.slug(),
                path);
        return channel(heading, inPrint.latestStories(section.slug(), STORIES), Optional.of(section.slug()));
    }

    private record Heading(String id, String title, String description, String home, String path) {}

    private Channel channel(Heading heading, List<Story> stories, Optional<String> section) {
        Instant oldest = stories.stream()
                .map(story -> story.teaser().published())
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        List<InPrint.TakenBack> gone = inPrint.takenBackSince(oldest.minus(TOLD_FOR), GONE).stream()
                .filter(each -> section.map(each.address().section()::equals).orElse(true))
                .toList();
        Map<PhotographId, Photograph> pictures = photographs.find(pictures(stories));
        FeedBody bodies = new FeedBody(base(), pictures);
        Instant updated = Stream.concat(
                        stories.stream().map(story -> story.teaser().updated()),
                        gone.stream().map(InPrint.TakenBack::at))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new Channel(
                "tag:" + authority() + ",2026:" + heading.id(),
                settings.paper().name(),
                heading.title(),
                heading.description(),
                base() + heading.home(),
                base() + heading.path(),
                base() + "/favicon.ico",
                settings.paper().language().toLanguageTag(),
                settings.zone(),
                updated,
                stories.stream().map(story -> entry(story, bodies, pictures)).toList(),
                gone.stream()
                        .map(each -> new Channel.Gone(id(each.id(), each.address()), each.at()))
                        .toList());
    }

    private static Collection<PhotographId> pictures(List<Story> stories) {
        Set<PhotographId> shown = new HashSet<>();
        for (Story story : stories) {
            story.teaser().photograph().ifPresent(shown::add);
            shown.addAll(FeedBody.shown(story));
        }
        return shown;
    }

    private Channel.Entry entry(Story story, FeedBody bodies, Map<PhotographId, Photograph> pictures) {
        Teaser teaser = story.teaser();
        return new Channel.Entry(
                id(teaser.id(), teaser.address()),
                base() + teaser.path(),
                teaser.headline(),
                teaser.standfirst(),
                bodies.of(story),
                teaser.bylines().stream()
                        .map(byline -> new Channel.Person(byline.name(), base() + "/authors/" + byline.slug()))
                        .toList(),
                teaser.agency(),
                categories(teaser),
                teaser.language().tag(),
                teaser.published(),
                teaser.updated(),
                teaser.photograph()
                        .flatMap(id -> Optional.ofNullable(pictures.get(id)))
                        .map(this::image));
    }

    private List<Channel.Category> categories(Teaser teaser) {
        List<Channel.Category> categories = new ArrayList<>();
        categories.add(
                new Channel.Category(teaser.section().slug(), teaser.section().name(), base() + "/"));
        teaser.topics()
                .forEach(
                        topic -> categories.add(new Channel.Category(topic.slug(), topic.name(), base() + "/topics/")));
        return categories;
    }

    private Channel.Image image(Photograph photograph) {
        Rendition plain = photograph.plain();
        return new Channel.Image(
                base() + plain.address(),
                plain.format().mediaType(),
                plain.width(),
                plain.height(),
                plain.bytes(),
                photograph.caption(),
                photograph.credit());
    }

    /** The day of first publication and the number never change; headline, slug and even section may. */
    String id(StoryId id, Address address) {
        return "tag:" + authority() + "," + address.day() + ":story/" + id;
    }

    /** RFC 4151: a name of this paper's. */
    private String authority() {
        String host = URI.create(base()).getHost();
        return host == null || host.indexOf(':') >= 0 ? "localhost" : host;
    }

    private String base() {
        return settings.baseUrl().toString();
    }
}
