package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.broadsheet.desk.page.VersionPage.Kind;
import org.broadsheet.desk.page.VersionPage.Line;
import org.broadsheet.desk.page.VersionPage.Piece;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    @Test
    void words_taken_out_and_put_in_stand_where_they_were() {
        assertThat(Differences.between("", "One stays.\nThe old crane fell.", "One stays.\nThe new crane fell."))
                .containsExactly(
                        new Line("", List.of(new Piece(Kind.BOTH, "One stays."))),
                        new Line(
                                "",
                                List.of(
                                        new Piece(Kind.BOTH, "The "),
                                        new Piece(Kind.OUT, "old"),
                                        new Piece(Kind.IN, "new"),
                                        new Piece(Kind.BOTH, " crane fell."))));
    }

    @Test
    void either_side_can_be_put_together_again_from_the_pieces() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            String before = text(random);
            String after = text(random);
            List<Line> lines = Differences.between("x", before, after);
            assertThat(side(lines, Kind.OUT)).isEqualTo(before);
            assertThat(side(lines, Kind.IN)).isEqualTo(after);
        }
    }

    private static String side(List<Line> lines, Kind kind) {
        return lines.stream()
                .map(line -> line.pieces().stream()
                        .filter(piece -> piece.kind() == kind || piece.kind() == Kind.BOTH)
                        .map(Piece::words)
                        .collect(Collectors.joining()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int line = random.nextInt(5); line >= 0; line--) {
            for (int word = random.nextInt(6); word >= 0; word--) {
                text.append("abcd".charAt(random.nextInt(4))).append(word == 0 ? "" : " ");
            }
            text.append(line == 0 ? "" : "\n");
        }
        return text.toString();
    }
}
