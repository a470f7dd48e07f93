package org.broadsheet.story;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.media.PhotographId;

/**
 * What somebody wants a story to say: the content of one version.
 *
 * @param headline plain text, at most 300 characters; may be empty until the story is printed
 * @param standfirst one sentence under the headline, plain text, at most 1,000 characters
 * @param section the slug of a section that exists
 * @param topics made where they do not exist yet; the first is the main one
 * @param agency the wire whose copy this is, as printed above the dateline
 * @param dateline the place, as printed
 */
public record Copy(
        String headline,
        String standfirst,
        StoryHtml body,
        String section,
        List<Topic> topics,
        List<Byline> bylines,
        Optional<String> agency,
        Optional<String> dateline,
        Language language,
        Reach reach,
        Optional<PhotographId> photograph) {

    public Copy {
        headline = line("headline", headline, 300);
        standfirst = line("standfirst", standfirst, 1_000);
        agency = agency.map(text -> line("agency", text, 120)).filter(text -> !text.isEmpty());
        dateline = dateline.map(text -> line("dateline", text, 120)).filter(text -> !text.isEmpty());
        topics = topics.stream().distinct().toList();
        bylines = bylines.stream().distinct().toList();
        if (topics.size() > 20 || bylines.size() > 20) {
            throw new IllegalArgumentException("a story has at most 20 topics and 20 bylines; this has " + topics.size()
                    + " and " + bylines.size());
        }
    }

    private static String line(String field, String text, int longest) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .forEach(kept::appendCodePoint);
        String line = kept.toString().strip().replaceAll(" {2,}", " ");
        if (line.length() > longest) {
            throw new IllegalArgumentException(
                    field + " has " + line.length() + " characters; expected at most " + longest);
        }
        return line;
    }

    /** The latest version of a story, as the newsroom has it before it. */
    public record Latest(StoryId id, int version, State state, Copy copy) {}

    /** What became of a save. */
    public sealed interface Saved {
        record Kept(int version) implements Saved {}

        /** Somebody saved first; nothing is lost: read the latest version and save over that. */
        record Overtaken(int latest) implements Saved {}

        record NoSuchStory() implements Saved {}
    }
}
