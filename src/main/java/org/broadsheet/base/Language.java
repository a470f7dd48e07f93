package org.broadsheet.base;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A language as readers' programs want it named.
 *
 * @param tag a well-formed BCP 47 tag in its canonical case, such as {@code en}, {@code id} or {@code zh-Hant}
 */
public record Language(String tag) {
    private static final Map<String, Locale> LOCALES = new ConcurrentHashMap<>();

    public static final Language ENGLISH = new Language("en");
    public static final Language INDONESIAN = new Language("id");

    /** A paper has a few languages and reads their tags with every story. */
    private static final int MOST_KEPT = 200;

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi");

    public Language {
        if (!LOCALES.containsKey(tag)) {
            tag = canonical(tag);
        }
    }

    public Locale locale() {
        Locale known = LOCALES.get(tag);
        return known == null ? Locale.forLanguageTag(tag) : known;
    }

    /** The primary subtag: {@code en} of {@code en-GB}. */
    public String primary() {
        return locale().getLanguage();
    }

    /** {@code rtl} or {@code ltr}, for the {@code dir} attribute. */
    public String direction() {
        return RIGHT_TO_LEFT.contains(primary()) ? "rtl" : "ltr";
    }

    private static String canonical(String tag) {
        Locale locale = read(tag);
        String canonical = locale.toLanguageTag();
        if (canonical.equals("und")) {
            throw new IllegalArgumentException("a language tag is needed, such as en or id");
        }
        if (LOCALES.size() < MOST_KEPT) {
            LOCALES.putIfAbsent(canonical, locale);
        }
        return canonical;
    }

    private static Locale read(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
        } catch (IllformedLocaleException ill) {
            throw new IllegalArgumentException(
                    "\"" + tag + "\" is no language tag; expected one such as en or id", ill);
        }
    }
}
