package org.broadsheet.demo;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.base.Language;
import org.broadsheet.base.Slugs;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.media.PhotographId;
import org.broadsheet.story.Address;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;

/** Makes copy of the sample paper's stories, with its links between them leading to where they will stand. */
final class StoryCopy {
    private static final Pattern LINK = Pattern.compile("(?<=<a href=\")/news/([^\"/]+)(?=\")");

    private final SamplePaper paper;
    private final Map<String, PhotographId> photographs;
    private final Map<String, String> paths;

    /**
     * @param zone the paper's own: the day of an address follows it
     * @param photographs those of the library, by the sample paper's names for them
     */
    StoryCopy(SamplePaper paper, ZoneId zone, Map<String, PhotographId> photographs) {
        this.paper = paper;
        this.photographs = photographs;
        this.paths = paper.stories().stream()
                .collect(Collectors.toUnmodifiableMap(SampleStory::key, story -> path(story, zone)));
    }

    Copy of(SampleStory story) {
        return new Copy(
                story.headline(),
                story.standfirst(),
                StoryHtml.clean(linked(story.body())),
                story.section(),
                story.topics().stream().map(named(paper.topics())).toList(),
                story.authors().stream().map(named(paper.authors())).toList(),
                Optional.empty(),
                story.place(),
                Language.ENGLISH,
                Reach.of(story.reach()),
                story.photograph().map(named(photographs)));
    }

    private String linked(String body) {
        return LINK.matcher(body)
                .replaceAll(link -> Matcher.quoteReplacement(named(paths).apply(link.group(1))));
    }

    private static String path(SampleStory story, ZoneId zone) {
        return new Address(
                        story.section(),
                        story.published().atZoneSameInstant(zone).toLocalDate(),
                        Slugs.of(story.headline()).orElseThrow())
                .path();
    }

    private static <T> Function<String, T> named(Map<String, T> known) {
        return name -> Optional.ofNullable(known.get(name))
                .orElseThrow(() -> new IllegalStateException("the sample paper has no \"" + name + "\""));
    }
}
