package org.broadsheet.media;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is said about a photograph: read from the file on upload, then the desk's to change. Texts are plain, never null,
 * empty when not known.
 *
 * @param caption what the picture shows
 * @param credit as it must stand beside the picture, for instance {@code AFP/Jane Doe}
 * @param alternativeText for those who cannot see it
 * @param creator who took it
 * @param rights the copyright notice
 * @param usage what the owner allows
 * @param place where it was taken, most exact part first
 * @param taken the day, as the camera or the agency wrote it down
 */
public record PhotographDetails(
        String caption,
        String credit,
        String alternativeText,
        String creator,
        String rights,
        String usage,
        String place,
        Optional<LocalDate> taken) {

    public static final PhotographDetails NONE = new PhotographDetails("", "", "", "", "", "", "", Optional.empty());

    /** Each of these where it says something, else the other's. */
    public PhotographDetails or(PhotographDetails other) {
        return new PhotographDetails(
                first(caption, other.caption),
                first(credit, other.credit),
                first(alternativeText, other.alternativeText),
                first(creator, other.creator),
                first(rights, other.rights),
                first(usage, other.usage),
                first(place, other.place),
                taken.or(other::taken));
    }

    public PhotographDetails withCaption(String text) {
        return new PhotographDetails(text, credit, alternativeText, creator, rights, usage, place, taken);
    }

    public PhotographDetails withCredit(String text) {
        return new PhotographDetails(caption, text, alternativeText, creator, rights, usage, place, taken);
    }

    public PhotographDetails withAlternativeText(String text) {
        return new PhotographDetails(caption, credit, text, creator, rights, usage, place, taken);
    }

    public PhotographDetails withRights(String text) {
        return new PhotographDetails(caption, credit, alternativeText, creator, text, usage, place, taken);
    }

    private static String first(String mine, String other) {
        return mine.isBlank() ? other : mine;
    }
}
