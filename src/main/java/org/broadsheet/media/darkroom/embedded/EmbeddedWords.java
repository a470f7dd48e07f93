package org.broadsheet.media.darkroom.embedded;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.iptc.IptcDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.media.words.Taken;
import org.broadsheet.media.words.WordField;
import org.broadsheet.media.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a picture's file says about it. XMP goes before IIM, unless the digest that stands beside IIM shows that somebody
 * has changed IIM since and left XMP behind; then IIM goes first (Metadata Working Group, guidelines 2.0, section 3.3.2;
 * IPTC follows it). EXIF comes last: docs/rationale/0038-photographs-with-their-rights.md.
 */
public final class EmbeddedWords {

    private EmbeddedWords() {}

    /** Nothing at all where what it says cannot be read: that is no reason to refuse a picture. */
    public static Words of(Path file) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
            PhotoshopResources resources = PhotoshopResources.of(file);
            byte[] records = resources.iim().length > 0 ? resources.iim() : records(metadata);
            boolean changedSince = resources.iim().length > 0
                    && resources.digest().length == 16
                    && !Iim.agrees(resources.iim(), resources.digest());
            Iim iim = new Iim(records);
            Xmp xmp = new Xmp(metadata);
            Exif exif = new Exif(metadata);
            return words(changedSince ? List.of(iim, xmp, exif) : List.of(xmp, iim, exif));
        } catch (ImageProcessingException | IOException | RuntimeException | StackOverflowError unreadable) {
            return Words.NONE;
        }
    }

    private static Words words(List<Source> bestFirst) {
        Map<WordField, Words.Said> said = new EnumMap<>(WordField.class);
        for (WordField field : WordField.values()) {
            bestFirst.stream()
                    .flatMap(source -> said(source, field).stream())
                    .findFirst()
                    .ifPresent(words -> said.put(field, words));
        }
        return new Words(said);
    }

    private static Optional<Words.Said> said(Source source, WordField field) {
        List<String> values = source.values(field).stream()
                .flatMap(value -> field == WordField.CREATED
                        ? Taken.parse(value).map(Taken::iso).stream()
                        : Stream.of(Plain.of(value)))
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(Words.MOST_VALUES)
                .toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(new Words.Said(source.origin(), values));
    }

    /** IIM that lies elsewhere than in Photoshop's resources of a JPEG: in a TIFF, as the library found it. */
    private static byte[] records(Metadata metadata) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (IptcDirectory directory : metadata.getDirectoriesOfType(IptcDirectory.class)) {
            directory
                    .getTags()
                    .forEach(tag -> values(directory.getObject(tag.getTagType()))
                            .forEach(value -> append(records, tag.getTagType(), value.getBytes())));
        }
        return records.toByteArray();
    }

    private static Stream<StringValue> values(@Nullable Object value) {
        return switch (value) {
            case StringValue one -> Stream.of(one);
            case StringValue[] several -> Stream.of(several);
            case null, default -> Stream.empty();
        };
    }

    /** The library numbers 2:120 as 0x0278. */
    private static void append(ByteArrayOutputStream records, int tag, byte[] value) {
        if (value.length <= 0x7FFF) {
            records.writeBytes(
                    new byte[] {0x1C, (byte) (tag >> 8), (byte) tag, (byte) (value.length >> 8), (byte) value.length});
            records.writeBytes(value);
        }
    }
}
