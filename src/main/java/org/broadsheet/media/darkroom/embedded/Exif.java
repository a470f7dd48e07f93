package org.broadsheet.media.darkroom.embedded;

import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.media.words.WordField;
import org.broadsheet.media.words.WordOrigin;

/** EXIF's few words for people. Asked last: cameras fill them by themselves, and editors write elsewhere. */
final class Exif implements Source {

    /** What cameras write where a person should have. */
    private static final Set<String> NO_CAPTION = Set.of(
            "OLYMPUS DIGITAL CAMERA",
            "SONY DSC",
            "MINOLTA DIGITAL CAMERA",
            "KONICA MINOLTA DIGITAL CAMERA",
            "SAMSUNG DIGITAL CAMERA",
            "SAMSUNG CAMERA PICTURES",
            "DIGITAL CAMERA",
            "DCIM",
            "DEFAULT",
            "SANYO DIGITAL CAMERA",
            "EXIF_JPEG_PICTURE",
            "EXIF JPEG");

    private final List<Directory> directories;

    Exif(Metadata metadata) {
        directories = Stream.<Directory>concat(
                        metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream(),
                        metadata.getDirectoriesOfType(ExifSubIFDDirectory.class).stream())
                .toList();
    }

    @Override
    public WordOrigin origin() {
        return WordOrigin.EXIF;
    }

    @Override
    public List<String> values(WordField field) {
        String text = switch (field) {
            case CAPTION -> caption();
            case CREATOR -> text(ExifIFD0Directory.TAG_ARTIST);
            case COPYRIGHT -> text(ExifIFD0Directory.TAG_COPYRIGHT);
            case CREATED -> text(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL) + offset();
            default -> "";
        };
        return text.isBlank() ? List.of() : List.of(text);
    }

    private String caption() {
        String described = text(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION);
        return NO_CAPTION.contains(described.strip().toUpperCase(Locale.ROOT)) ? "" : described;
    }

    /** OffsetTimeOriginal, of EXIF 2.31 on. */
    private String offset() {
        String offset = text(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL).strip();
        return offset.matches("[+-]\\d\\d:\\d\\d") ? offset : "";
    }

    private String text(int tag) {
        return directories.stream()
                .map(directory -> text(directory, tag))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** ASCII by the standard, UTF-8 by custom. */
    private static String text(Directory directory, int tag) {
        StringValue value = directory.getStringValue(tag);
        return value == null ? "" : new String(value.getBytes(), Plain.guessed(value.getBytes()));
    }
}
