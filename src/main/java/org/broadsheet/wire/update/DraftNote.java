package org.broadsheet.wire.update;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.base.Language;
import org.broadsheet.base.html.StoryHtml;
import org.broadsheet.wire.merge.Field;
import org.broadsheet.wire.merge.Wording;

/**
 * A correction drafted from the difference of two versions: which figures and names were other ones. Turns of phrase are no
 * corrections. An editor reads it before anybody else does.
 */
final class DraftNote {
    private static final int MOST = 4;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_QUOTE = 160;

    /** A figure, or a word with a capital that does not begin a sentence (those are told by what stands before). */
    private static final Pattern FIGURE = Pattern.compile(".*\\p{N}.*");

    private static final Pattern NAME = Pattern.compile("\\p{Lu}.*");
    private static final Pattern ENDS_SENTENCE = Pattern.compile(".*[.!?][\"”’)]*");

    private DraftNote() {}

    /** Empty where no figure and no name has changed. */
    static Optional<String> of(Wording before, Wording after, Language language) {
        List<String> sentences = new ArrayList<>();
        compare(words(before), words(after), language, sentences);
        String note = String.join(" ", sentences);
        return note.isEmpty() || note.length() > LONGEST ? Optional.empty() : Optional.of(note);
    }

    private static List<String> words(Wording wording) {
        String text = wording.line(Field.HEADLINE) + ".\n"
                + StoryHtml.clean(String.join("", wording.blocks())).text();
        return List.of(text.strip().split("\\s+"));
    }

    private static void compare(List<String> before, List<String> after, Language language, List<String> sentences) {
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
            if (sentences.size() == MOST || delta.getType() != DeltaType.CHANGE) {
                continue;
            }
            int at = delta.getSource().getPosition();
            boolean begins =
                    at == 0 || ENDS_SENTENCE.matcher(before.get(at - 1)).matches();
            List<String> was = delta.getSource().getLines();
            List<String> is = delta.getTarget().getLines();
            if (isFact(was, begins) && isFact(is, begins)) {
                sentence(quoted(was), quoted(is), language).ifPresent(sentences::add);
            }
        }
    }

    private static boolean isFact(List<String> words, boolean begins) {
        for (int i = 0; i < words.size(); i++) {
            boolean first =
                    i == 0 ? begins : ENDS_SENTENCE.matcher(words.get(i - 1)).matches();
            if (FIGURE.matcher(words.get(i)).matches()
                    || (!first && NAME.matcher(words.get(i)).matches())) {
                return true;
            }
        }
        return false;
    }

    private static String quoted(List<String> words) {
        return String.join(" ", words).replaceAll("^[\"“‘(]+|[.,;:!?\"”’)]+$", "");
    }

    private static Optional<String> sentence(String was, String is, Language language) {
        if (was.equals(is) || was.length() > LONGEST_QUOTE || is.length() > LONGEST_QUOTE) {
            return Optional.empty();
        }
        String pattern = language.tag().toLowerCase(Locale.ROOT).startsWith("id")
                ? "Versi sebelumnya menyebut “%s”; yang benar “%s”."
                : "An earlier version said “%s”; it is “%s”.";
        return Optional.of(pattern.formatted(was, is));
    }
}
