package org.broadsheet.demo;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * One story of the sample paper, as {@code demo/stories.jsonl} keeps it.
 *
 * @param key what the source calls it; other stories link to it as {@code /news/{key}}
 * @param section the slug of a section of {@code demo/sections.json}
 * @param authors slugs of {@code demo/authors.json}
 * @param topics slugs of {@code demo/topics.json}, the main one first
 * @param published as in the source
 * @param reach everyone, metered or subscribers
 * @param photograph the id of one of {@code demo/photographs.json}
 * @param place the dateline
 * @param correction what the source itself says it had wrong
 * @param body HTML of the paper's subset
 */
record SampleStory(
        String key,
        String section,
        String headline,
        String standfirst,
        List<String> authors,
        List<String> topics,
        OffsetDateTime published,
        String reach,
        Optional<String> photograph,
        Optional<String> place,
        Optional<String> correction,
        String body) {}
