package org.broadsheet.media.darkroom.embedded;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.media.PhotographDetails;

/**
 * What a picture's file says about it: XMP first, as the newest and with no doubt about its letters, then IPTC IIM, then
 * EXIF (the order of the Metadata Working Group's guidelines 2.0 where nothing speaks against it).
 */
public final class EmbeddedDetails {

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    private static final String CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";

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

    private static final int LONGEST = 4_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final List<XMPMeta> xmp;
    private final List<IptcDirectory> iptc;
    private final List<Directory> exif;

    private EmbeddedDetails(Metadata metadata) {
        xmp = metadata.getDirectoriesOfType(XmpDirectory.class).stream()
                .map(XmpDirectory::getXMPMeta)
                .toList();
        iptc = List.copyOf(metadata.getDirectoriesOfType(IptcDirectory.class));
        exif = Stream.<Directory>concat(
                        metadata.getDirectoriesOfType(ExifIFD0Directory.class).stream(),
                        metadata.getDirectoriesOfType(ExifSubIFDDirectory.class).stream())
                .toList();
    }

    /** Nothing at all where what it says cannot be read: that is no reason to refuse a picture. */
    public static PhotographDetails of(Path file) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
            if (!metadata.containsDirectoryOfType(IptcDirectory.class)) {
                SplitPhotoshop.readInto(metadata, file);
            }
            return new EmbeddedDetails(metadata).details();
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return PhotographDetails.NONE;
        }
    }

    private PhotographDetails details() {
        String creator =
                first(xmpList(DC, "creator"), iptc(IptcDirectory.TAG_BY_LINE), exif(ExifIFD0Directory.TAG_ARTIST));
        return new PhotographDetails(
                caption(),
                first(
                        xmpText(PHOTOSHOP, "Credit"),
                        iptc(IptcDirectory.TAG_CREDIT),
                        xmpText(PHOTOSHOP, "Source"),
                        iptc(IptcDirectory.TAG_SOURCE),
                        creator),
                first(xmpText(CORE, "AltTextAccessibility")),
                creator,
                first(
                        xmpText(DC, "rights"),
                        iptc(IptcDirectory.TAG_COPYRIGHT_NOTICE),
                        exif(ExifIFD0Directory.TAG_COPYRIGHT)),
                first(
                        xmpText(RIGHTS, "UsageTerms"),
                        xmpText(PHOTOSHOP, "Instructions"),
                        iptc(IptcDirectory.TAG_SPECIAL_INSTRUCTIONS)),
                place(),
                EmbeddedDay.of(
                        xmpText(PHOTOSHOP, "DateCreated"),
                        iptc(IptcDirectory.TAG_DATE_CREATED),
                        exif(ExifSubIFDDirectory.TAG_DATETIME_ORIGINAL)));
    }

    private String caption() {
        String described = exif(ExifIFD0Directory.TAG_IMAGE_DESCRIPTION);
        return first(
                xmpText(DC, "description"),
                iptc(IptcDirectory.TAG_CAPTION),
                NO_CAPTION.contains(described.strip().toUpperCase(Locale.ROOT)) ? "" : described,
                xmpText(PHOTOSHOP, "Headline"),
                iptc(IptcDirectory.TAG_HEADLINE),
                xmpText(DC, "title"),
                iptc(IptcDirectory.TAG_OBJECT_NAME));
    }

    private String place() {
        return Stream.of(
                        first(xmpText(CORE, "Location"), iptc(IptcDirectory.TAG_SUB_LOCATION)),
                        first(xmpText(PHOTOSHOP, "City"), iptc(IptcDirectory.TAG_CITY)),
                        first(xmpText(PHOTOSHOP, "State"), iptc(IptcDirectory.TAG_PROVINCE_OR_STATE)),
                        first(xmpText(PHOTOSHOP, "Country"), iptc(IptcDirectory.TAG_COUNTRY_OR_PRIMARY_LOCATION_NAME)))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String first(String... texts) {
        return Stream.of(texts)
                .map(EmbeddedDetails::plain)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * Without control characters (PostgreSQL takes no NUL), and no longer than anybody would print. The second row of
     * them means that Windows wrote its own letters, quotation marks above all, where ISO 8859-1 has none.
     */
    private static String plain(String text) {
        StringBuilder letters = new StringBuilder(text);
        for (int at = 0; at < letters.length(); at++) {
            char letter = letters.charAt(at);
            if (letter >= 0x80 && letter <= 0x9F) {
                letters.setCharAt(at, new String(new byte[] {(byte) letter}, WINDOWS).charAt(0));
            }
        }
        String clean = letters.toString()
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]|[\\p{Cs}\\uFFFE\\uFFFF]", "")
                .strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }

    private String iptc(int tag) {
        return iptc.stream()
                .map(directory -> directory.getStringArray(tag))
                .filter(values -> values != null)
                .map(values -> String.join(", ", values))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private String exif(int tag) {
        return exif.stream()
                .map(directory -> Optional.ofNullable(directory.getString(tag)).orElse(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** A simple property, or the default language of one in several (XMP part 1, section 8.2.2.4). */
    private String xmpText(String namespace, String name) {
        return xmp.stream()
                .map(each -> xmpText(each, namespace, name))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static String xmpText(XMPMeta meta, String namespace, String name) {
        try {
            XMPProperty property = meta.getProperty(namespace, name);
            if (property == null) {
                return "";
            }
            if (!property.getOptions().isArray()) {
                return Optional.ofNullable(property.getValue()).orElse("");
            }
            XMPProperty item = property.getOptions().isArrayAltText()
                    ? meta.getLocalizedText(namespace, name, null, "x-default")
                    : meta.getArrayItem(namespace, name, 1);
            return Optional.ofNullable(item).map(XMPProperty::getValue).orElse("");
        } catch (XMPException unreadable) {
            return "";
        }
    }

    private String xmpList(String namespace, String name) {
        return xmp.stream()
                .map(each -> String.join(", ", xmpList(each, namespace, name)))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private static List<String> xmpList(XMPMeta meta, String namespace, String name) {
        try {
            XMPProperty property = meta.getProperty(namespace, name);
            if (property == null || !property.getOptions().isArray()) {
                return List.of(xmpText(meta, namespace, name));
            }
            List<String> items = new ArrayList<>();
            for (int item = 1; item <= Math.min(meta.countArrayItems(namespace, name), 20); item++) {
                items.add(Optional.ofNullable(
                                meta.getArrayItem(namespace, name, item).getValue())
                        .orElse(""));
            }
            return items;
        } catch (XMPException unreadable) {
            return List.of();
        }
    }
}
