package org.broadsheet.wire.kill;

import java.util.Locale;
import org.broadsheet.base.Language;

/** What readers find where a killed story stood: nothing of the story, and not what the newsroom was told. */
final class KillNotice {
    private KillNotice() {}

    static String of(Kill kill, Language language) {
        boolean indonesian = language.tag().toLowerCase(Locale.ROOT).startsWith("id");
        return switch (kill.order()) {
            case WITHHELD, CANCELED ->
                indonesian
                        ? "Kantor berita yang mengirim berita ini telah menariknya kembali."
                        : "The news agency that sent this story has withdrawn it.";
            case EDITOR -> indonesian ? "Redaksi telah menarik berita ini." : "The newsroom has withdrawn this story.";
        };
    }
}
