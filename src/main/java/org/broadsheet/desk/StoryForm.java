package org.broadsheet.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.base.Language;
import org.broadsheet.base.Slugs;
import org.broadsheet.desk.page.StoryFields;
import org.broadsheet.media.PhotographId;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Topic;

/** Between what is typed in the form of a story and its copy. */
final class StoryForm {
    private StoryForm() {}

    static StoryFields of(Copy copy) {
        Map<String, String> typed = new HashMap<>();
        typed.put(StoryFields.HEADLINE, copy.headline());
        typed.put(StoryFields.STANDFIRST, copy.standfirst());
        typed.put(StoryFields.BODY, PlainBody.write(copy.body()));
        typed.put(StoryFields.SECTION, copy.section());
        typed.put(StoryFields.REACH, copy.reach().word());
        typed.put(StoryFields.TOPICS, copy.topics().stream().map(Topic::name).collect(Collectors.joining(", ")));
        typed.put(StoryFields.BYLINES, copy.bylines().stream().map(Byline::name).collect(Collectors.joining(", ")));
        typed.put(StoryFields.AGENCY, copy.agency().orElse(""));
        typed.put(StoryFields.DATELINE, copy.dateline().orElse(""));
        typed.put(StoryFields.LANGUAGE, copy.language().tag());
        typed.put(
                StoryFields.PHOTOGRAPH,
                copy.photograph().map(id -> Long.toString(id.value())).orElse(""));
        return new StoryFields(typed);
    }

    /**
     * What was typed as copy. Topics and bylines that the story had already keep their addresses.
     *
     * @throws IllegalArgumentException where it cannot be copy; says of which field and why
     */
    static Copy read(StoryFields fields, Optional<Copy> before) {
        return new Copy(
                fields.value(StoryFields.HEADLINE),
                fields.value(StoryFields.STANDFIRST),
                PlainBody.read(fields.value(StoryFields.BODY)),
                fields.value(StoryFields.SECTION),
                topics(
                        fields.value(StoryFields.TOPICS),
                        before.map(Copy::topics).orElse(List.of())),
                bylines(
                        fields.value(StoryFields.BYLINES),
                        before.map(Copy::bylines).orElse(List.of())),
                Optional.of(fields.value(StoryFields.AGENCY)),
                Optional.of(fields.value(StoryFields.DATELINE)),
                new Language(fields.value(StoryFields.LANGUAGE)),
                Reach.of(fields.value(StoryFields.REACH)),
                photograph(fields.value(StoryFields.PHOTOGRAPH).strip()));
    }

    /** @throws IllegalArgumentException where that is no time of the calendar */
    static Optional<Instant> when(StoryFields fields, ZoneId zone) {
        String typed = fields.value(StoryFields.WHEN).strip();
        try {
            return typed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(typed.replace(' ', 'T'))
                            .atZone(zone)
                            .toInstant());
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("\"" + typed + "\" is no time; expected 2026-03-01 17:30", noTime);
        }
    }

    private static List<Topic> topics(String typed, List<Topic> before) {
        Map<String, Topic> known =
                before.stream().collect(Collectors.toMap(Topic::name, topic -> topic, (one, other) -> one));
        return names(typed)
                .map(name -> known.getOrDefault(name, new Topic(Slugs.of(name).orElse("topic"), name)))
                .toList();
    }

    private static List<Byline> bylines(String typed, List<Byline> before) {
        Map<String, Byline> known =
                before.stream().collect(Collectors.toMap(Byline::name, byline -> byline, (one, other) -> one));
        return names(typed)
                .map(name -> known.getOrDefault(name, Byline.of(name)))
                .toList();
    }

    private static Stream<String> names(String typed) {
        return Arrays.stream(typed.split(",", -1)).map(String::strip).filter(name -> !name.isEmpty());
    }

    private static Optional<PhotographId> photograph(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        if (!typed.matches("[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("photograph is \"" + typed + "\"; expected its number, or nothing");
        }
        return Optional.of(new PhotographId(Long.parseLong(typed)));
    }
}
