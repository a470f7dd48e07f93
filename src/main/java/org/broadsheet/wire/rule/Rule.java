package org.broadsheet.wire.rule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Topic;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.item.WireItem;

/**
 * Which items, and what becomes of them.
 *
 * @param source the agency; empty for all
 * @param subject a code as the sender writes it ({@code medtop:11000000}), its last part ({@code 11000000}), or a name
 * @param keyword a word or words that stand in headline, slug line or keywords, whatever their case
 * @param urgency at least as urgent: 1 is the most
 */
public record Rule(
        Optional<String> source,
        Optional<String> subject,
        Optional<String> keyword,
        Optional<Integer> urgency,
        Deed deed) {

    /** What is done. */
    public enum Action {
        DRAFT,
        PUBLISH,
        /** Nothing, whatever the rules after it say. */
        LEAVE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException when there is none of this name */
        public static Action of(String word) {
            return Stream.of(values())
                    .filter(action -> action.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the action is \"" + word + "\"; expected draft, publish or leave"));
        }
    }

    /** @param section a slug */
    public record Deed(Action action, String section, List<Topic> topics, Reach reach) {
        public Deed {
            topics = List.copyOf(topics);
        }
    }

    public Rule {
        if (urgency.filter(value -> value < 1 || value > 9).isPresent()) {
            throw new IllegalArgumentException("urgency is " + urgency.get() + "; expected 1 to 9");
        }
        Stream.of(source, subject, keyword).flatMap(Optional::stream).forEach(word -> {
            if (word.isBlank() || word.length() > 60) {
                throw new IllegalArgumentException("\"" + word + "\" is no condition; expected 1 to 60 characters");
            }
        });
    }

    /** Whether all that is said of the item is true. */
    boolean fits(Wire.Kept kept) {
        WireItem item = kept.item();
        return source.map(kept.source()::equals).orElse(true)
                && urgency.map(least ->
                                item.urgency().filter(has -> has <= least).isPresent())
                        .orElse(true)
                && subject.map(wanted -> isAbout(item, wanted)).orElse(true)
                && keyword.map(wanted -> says(item, wanted)).orElse(true);
    }

    private static boolean isAbout(WireItem item, String wanted) {
        return item.subjects().stream()
                .anyMatch(subject -> Stream.concat(
                                Stream.of(subject.code(), lastPart(subject.code())), subject.name().stream())
                        .anyMatch(wanted::equalsIgnoreCase));
    }

    private static String lastPart(String code) {
        return code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
    }

    private static boolean says(WireItem item, String wanted) {
        Pattern words = Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(wanted.strip()) + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return Stream.concat(Stream.of(item.name(), item.slugline().orElse("")), item.keywords().stream())
                .anyMatch(text -> words.matcher(text).find());
    }
}
