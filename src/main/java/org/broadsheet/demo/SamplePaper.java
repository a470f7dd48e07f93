package org.broadsheet.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Section;
import org.broadsheet.story.Topic;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The sample paper as it lies in the jar, read and checked for what it refers to; docs/demo.md says where it comes from. */
record SamplePaper(
        List<Section> sections,
        Map<String, Topic> topics,
        Map<String, Byline> authors,
        List<SamplePhotograph> photographs,
        List<SampleStory> stories,
        List<SampleWire> wire) {

    private static final String FOLDER = "/demo/";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private record Named(String slug, String name) {}

    static SamplePaper read() {
        List<Named> sections = List.of(list("sections.json", Named[].class));
        return new SamplePaper(
                IntStream.range(0, sections.size())
                        .mapToObj(i -> new Section(
                                sections.get(i).slug(), sections.get(i).name(), i + 1))
                        .toList(),
                bySlug(list("topics.json", Named[].class), each -> new Topic(each.slug(), each.name())),
                bySlug(list("authors.json", Named[].class), each -> new Byline(each.name(), each.slug())),
                List.of(list("photographs.json", SamplePhotograph[].class)),
                text("stories.jsonl").lines().map(SamplePaper::story).toList(),
                List.of(list("wire/items.json", SampleWire[].class)));
    }

    /** Its bytes, to be closed by the caller. */
    InputStream open(SamplePhotograph photograph) {
        return stream("photographs/" + photograph.file());
    }

    InputStream open(SampleWire item) {
        return stream("wire/" + item.as());
    }

    private static SampleStory story(String line) {
        return JSON.readValue(line, SampleStory.class);
    }

    private static <T> Map<String, T> bySlug(Named[] named, Function<Named, T> made) {
        return List.of(named).stream().collect(Collectors.toUnmodifiableMap(Named::slug, made));
    }

    private static <T> T list(String file, Class<T> type) {
        return JSON.readValue(text(file), type);
    }

    private static String text(String file) {
        try (InputStream in = stream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream stream(String file) {
        InputStream in = SamplePaper.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException("the sample paper's " + file + " is missing from the program");
        }
        return in;
    }
}
