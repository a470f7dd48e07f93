package org.broadsheet.story.sql;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.media.PhotographId;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;
import org.broadsheet.story.State;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Topic;

/** The latest version of a story with its state, and its topics and authors by name too. */
public record LatestRow(
        long story,
        int number,
        String state,
        String headline,
        String standfirst,
        String body,
        String section,
        List<String> topics,
        List<String> topicNames,
        List<String> authors,
        List<String> authorNames,
        Optional<String> agency,
        Optional<String> dateline,
        String language,
        String reach,
        Optional<Long> photograph) {

    public Copy.Latest latest() {
        return new Copy.Latest(
                new StoryId(story),
                number,
                State.of(state),
                new Copy(
                        headline,
                        standfirst,
                        StoryHtml.kept(body),
                        section,
                        Topic.of(topics, topicNames),
                        Byline.of(authors, authorNames),
                        agency,
                        dateline,
                        new Language(language),
                        Reach.of(reach),
                        photograph.map(PhotographId::new)));
    }
}
