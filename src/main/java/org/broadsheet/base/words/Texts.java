package org.broadsheet.base.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.broadsheet.base.Language;

/**
 * The words of the paper's interface in one language, from {@code texts/messages_*.properties}. A language without a file
 * of its own reads English, and so does a key that its file leaves out.
 */
public final class Texts {
    private static final Map<String, Texts> LOADED = new ConcurrentHashMap<>();
    private static final Set<String> WRITTEN = Set.of("en", "id");

    private final Language language;
    private final Locale locale;
    private final Map<String, String> patterns;

    /** Those that have no places, as they are read. */
    private final Map<String, String> plain;

    private Texts(Language language, Map<String, String> patterns) {
        this.language = language;
        this.locale = language.locale();
        this.patterns = Map.copyOf(patterns);
        this.plain = patterns.entrySet().stream()
                .filter(text -> text.getValue().indexOf('{') < 0)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, text -> filled(text.getValue())));
    }

    /** The words in the given language, or in English when nobody has written them. */
    public static Texts in(Language wanted) {
        String primary = WRITTEN.contains(wanted.primary()) ? wanted.primary() : "en";
        return LOADED.computeIfAbsent(primary, Texts::load);
    }

    /** The language these words are really in. */
    public Language language() {
        return language;
    }

    /**
     * The words of one key with their places filled, numbers written as the language writes them.
     *
     * @throws IllegalArgumentException when no file has the key: a mistake in a template
     */
    public String say(String key, Object... facts) {
        String ready = plain.get(key);
        if (ready != null) {
            return ready;
        }
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text is called " + key);
        }
        return filled(pattern, facts);
    }

    private String filled(String pattern, Object... facts) {
        return new MessageFormat(pattern, locale).format(facts);
    }

    public Set<String> keys() {
        return patterns.keySet();
    }

    private static Texts load(String primary) {
        Map<String, String> patterns = new HashMap<>(read("en"));
        if (!primary.equals("en")) {
            patterns.putAll(read(primary));
        }
        return new Texts(new Language(primary), patterns);
    }

    /** One file as it stands, for the test that compares them. */
    static Map<String, String> read(String primary) {
        String name = "/texts/messages_" + primary.toLowerCase(Locale.ROOT) + ".properties";
        try (InputStream file = Texts.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the texts " + name + " are missing from the program");
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            Map<String, String> patterns = new HashMap<>();
            read.forEach((key, text) -> patterns.put((String) key, (String) text));
            return patterns;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
