package org.broadsheet.desk;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.desk.page.VersionPage.Kind;
import org.broadsheet.desk.page.VersionPage.Line;
import org.broadsheet.desk.page.VersionPage.Piece;

/** How two texts differ: which paragraphs are others, and which of their words. */
final class Differences {
    /** Longer stretches are shown as taken out and put in: comparing them word by word would take too long. */
    private static final int MOST_WORDS = 4_000;

    private static final Pattern BETWEEN = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

    private Differences() {}

    /** @param name for every line */
    static List<Line> between(String name, String before, String after) {
        List<String> was = paragraphs(before);
        List<String> is = paragraphs(after);
        List<Line> lines = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(was, is, true).getDeltas()) {
            List<String> out = delta.getSource().getLines();
            List<String> in = delta.getTarget().getLines();
            if (delta.getType() == DeltaType.EQUAL) {
                out.forEach(text -> lines.add(new Line(name, List.of(new Piece(Kind.BOTH, text)))));
            } else {
                changed(name, out, in, lines);
            }
        }
        return lines;
    }

    /** Paragraphs beside each other are compared; what is left over was taken out or put in whole. */
    private static void changed(String name, List<String> out, List<String> in, List<Line> lines) {
        for (int i = 0; i < Math.max(out.size(), in.size()); i++) {
            List<Piece> pieces = words(i < out.size() ? out.get(i) : "", i < in.size() ? in.get(i) : "");
            if (!pieces.isEmpty()) {
                lines.add(new Line(name, pieces));
            }
        }
    }

    private static List<Piece> words(String before, String after) {
        List<String> was = split(before);
        List<String> is = split(after);
        List<Piece> pieces = new ArrayList<>();
        if (was.size() > MOST_WORDS || is.size() > MOST_WORDS) {
            add(pieces, Kind.OUT, was);
            add(pieces, Kind.IN, is);
            return pieces;
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(was, is, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(pieces, Kind.BOTH, delta.getSource().getLines());
            } else {
                add(pieces, Kind.OUT, delta.getSource().getLines());
                add(pieces, Kind.IN, delta.getTarget().getLines());
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(BETWEEN.split(text, -1));
    }

    private static List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
