package org.broadsheet.media.darkroom.embedded;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.metadata.Metadata;
import com.drew.metadata.xmp.XmpDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadsheet.media.words.WordField;
import org.broadsheet.media.words.WordOrigin;
import org.broadsheet.media.words.Words;

/** XMP by the names of the IPTC Photo Metadata Standard 2023.2 and of PLUS. */
final class Xmp implements Source {

    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
    private static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
    private static final String CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
    private static final String EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
    private static final String PLUS = "http://ns.useplus.org/ldf/xmp/1.0/";
    private static final String EXIF = "http://ns.adobe.com/exif/1.0/";

    private final List<XMPMeta> packets;

    Xmp(Metadata metadata) {
        packets = metadata.getDirectoriesOfType(XmpDirectory.class).stream()
                .map(XmpDirectory::getXMPMeta)
                .toList();
    }

    @Override
    public WordOrigin origin() {
        return WordOrigin.XMP;
    }

    @Override
    public List<String> values(WordField field) {
        return switch (field) {
            case HEADLINE -> one(PHOTOSHOP, "Headline");
            case TITLE -> one(DC, "title");
            case CAPTION -> one(DC, "description");
            case CREDIT -> one(PHOTOSHOP, "Credit");
            case SOURCE -> one(PHOTOSHOP, "Source");
            case CREATOR -> all(DC, "creator");
            case COPYRIGHT -> one(DC, "rights");
            case USAGE_TERMS -> one(RIGHTS, "UsageTerms");
            case INSTRUCTIONS -> one(PHOTOSHOP, "Instructions");
            case PLACE -> either(one(CORE, "Location"), where("Sublocation"));
            case CITY -> either(one(PHOTOSHOP, "City"), where("City"));
            case STATE -> either(one(PHOTOSHOP, "State"), where("ProvinceState"));
            case COUNTRY -> either(one(PHOTOSHOP, "Country"), where("CountryName"));
            case CREATED -> either(one(PHOTOSHOP, "DateCreated"), one(EXIF, "DateTimeOriginal"));
            case KEYWORD -> all(DC, "subject");
            case DIGITAL_SOURCE_TYPE -> addresses(one(EXTENSION, "DigitalSourceType"));
            case ALTERNATIVE_TEXT -> one(CORE, "AltTextAccessibility");
            case WEB_STATEMENT -> addresses(one(RIGHTS, "WebStatement"));
            case LICENSOR_URL -> addresses(inFirst(PLUS, "Licensor", PLUS, "LicensorURL"));
        };
    }

    private static List<String> either(List<String> first, List<String> second) {
        return first.stream().allMatch(String::isBlank) ? second : first;
    }

    /** The older fields of a place say no more than that it is one; the newer say where the camera stood, or what is shown. */
    private List<String> where(String part) {
        return either(
                inFirst(EXTENSION, "LocationCreated", EXTENSION, part),
                inFirst(EXTENSION, "LocationShown", EXTENSION, part));
    }

    /** What is not an address would stand as one in structured data. */
    private static List<String> addresses(List<String> texts) {
        return texts.stream()
                .filter(text -> text.strip().matches("https?://[^\\s\"<>]+"))
                .toList();
    }

    private List<String> one(String namespace, String name) {
        return packets.stream()
                .flatMap(packet -> text(packet, namespace, name).stream())
                .limit(1)
                .toList();
    }

    /** A simple property, or the default language of one in several (XMP part 1, section 8.2.2.4). */
    private static Optional<String> text(XMPMeta packet, String namespace, String name) {
        try {
            XMPProperty property = packet.getProperty(namespace, name);
            if (property == null) {
                return Optional.empty();
            }
            if (property.getOptions().isArray()) {
                property = property.getOptions().isArrayAltText()
                        ? packet.getLocalizedText(namespace, name, null, "x-default")
                        : packet.getArrayItem(namespace, name, 1);
            }
            return Optional.ofNullable(property).map(XMPProperty::getValue).filter(text -> !text.isBlank());
        } catch (XMPException unreadable) {
            return Optional.empty();
        }
    }

    private List<String> inFirst(String namespace, String array, String partNamespace, String part) {
        return packets.stream()
                .flatMap(packet -> {
                    try {
                        return Stream.ofNullable(packet.getStructField(namespace, array + "[1]", partNamespace, part));
                    } catch (XMPException unreadable) {
                        return Stream.empty();
                    }
                })
                .flatMap(property -> Stream.ofNullable(property.getValue()))
                .filter(text -> !text.isBlank())
                .limit(1)
                .toList();
    }

    private List<String> all(String namespace, String name) {
        return packets.stream()
                .map(packet -> all(packet, namespace, name))
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> all(XMPMeta packet, String namespace, String name) {
        try {
            XMPProperty property = packet.getProperty(namespace, name);
            if (property == null || !property.getOptions().isArray()) {
                return text(packet, namespace, name).stream().toList();
            }
            List<String> items = new ArrayList<>();
            int most = Math.min(packet.countArrayItems(namespace, name), Words.MOST_VALUES);
            for (int item = 1; item <= most; item++) {
                Optional.ofNullable(packet.getArrayItem(namespace, name, item).getValue())
                        .ifPresent(items::add);
            }
            return items;
        } catch (XMPException unreadable) {
            return List.of();
        }
    }
}
