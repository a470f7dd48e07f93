package org.broadsheet.wire.format.newsml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.broadsheet.wire.format.xml.XmlElement;

/**
 * The topics that a document explains itself (5.3). Those in a catalogue elsewhere stay what they are: their formal
 * names; nothing is fetched.
 */
final class Topics {
    private static final int MOST = 20_000;

    /**
     * @param type what it is: person, organisation, subject
     * @param name in words, where the document has any
     */
    record Topic(String formalName, String type, Optional<String> name) {}

    private final Map<String, Topic> byName = new HashMap<>();
    private final Map<String, Topic> byIdentifier = new HashMap<>();

    private final String language;

    private Topics(String language) {
        this.language = language;
    }

    /** Topics are named in the language of what is sent, where they have a name in it. */
    static Topics of(XmlElement root) {
        Topics topics = new Topics(root.all("DescriptiveMetadata").stream()
                .flatMap(m -> m.elements("Language"))
                .flatMap(l -> Parts.formalName(l).stream())
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT));
        root.all("Topic").stream().limit(MOST).forEach(topics::add);
        return topics;
    }

    private void add(XmlElement topic) {
        String formalName = topic.first("FormalName").flatMap(XmlElement::line).orElse("");
        String type = Parts.formalName(topic, "TopicType").orElse("");
        Topic found = new Topic(formalName, type, name(topic));
        topic.attribute("Duid").ifPresent(duid -> byIdentifier.putIfAbsent(duid, found));
        topic.elements("FormalName")
                .forEach(n -> n.line().ifPresent(word -> {
                    byName.putIfAbsent(key(n.attribute("Scheme").orElse(""), word), found);
                    byName.putIfAbsent(key("", word), found);
                }));
    }

    /** The name rather than a category or a definition. */
    private Optional<String> name(XmlElement topic) {
        return Stream.<Predicate<XmlElement>>of(
                        d -> isVariant(d, "name") && isOurs(d),
                        d -> isVariant(d, "name"),
                        d -> !isVariant(d, "category"))
                .flatMap(wanted -> topic.elements("Description").filter(wanted))
                .flatMap(d -> d.line().stream())
                .findFirst();
    }

    private static boolean isVariant(XmlElement description, String variant) {
        return description
                .attribute("Variant")
                .filter(variant::equalsIgnoreCase)
                .isPresent();
    }

    private boolean isOurs(XmlElement description) {
        String its = description.attribute("xml:lang").orElse("").toLowerCase(Locale.ROOT);
        return !its.isEmpty() && (language.startsWith(its) || its.startsWith(language + "-"));
    }

    /** What an element refers to: by {@code Topic="#duid"}, or by its formal name in its scheme. */
    Optional<Topic> of(XmlElement reference, Optional<String> formalName) {
        Optional<Topic> pointed = reference
                .attribute("Topic")
                .filter(t -> t.startsWith("#"))
                .flatMap(t -> Optional.ofNullable(byIdentifier.get(t.substring(1))));
        return pointed.or(() -> formalName.flatMap(name -> {
            Topic scoped = byName.get(key(reference.attribute("Scheme").orElse(""), name));
            return Optional.ofNullable(scoped == null ? byName.get(key("", name)) : scoped);
        }));
    }

    /** In words, else by its formal name. */
    Optional<String> words(XmlElement reference) {
        Optional<String> formalName = Parts.formalName(reference);
        return of(reference, formalName).flatMap(Topic::name).or(() -> formalName);
    }

    private static String key(String scheme, String name) {
        return scheme + "\n" + name;
    }
}
