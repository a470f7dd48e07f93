package org.broadsheet.base;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/**
 * A language as readers' programs want it named.
 *
 * @param tag a well-formed BCP 47 tag in its canonical case, such as {@code en}, {@code id} or {@code zh-Hant}
 */
public record Language(String tag) {
    public static final Language ENGLISH = new Language("en");
    public static final Language INDONESIAN = new Language("id");

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi");

    public Language {
        try {
            tag = new Locale.Builder()
                    .setLanguageTag(tag.replace('_', '-'))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException ill) {
            throw new IllegalArgumentException(
                    "\"" + tag + "\" is no language tag; expected one such as en or id", ill);
        }
        if (tag.equals("und")) {
            throw new IllegalArgumentException("a language tag is needed, such as en or id");
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The primary subtag: {@code en} of {@code en-GB}. */
    public String primary() {
        return locale().getLanguage();
    }

    /** {@code rtl} or {@code ltr}, for the {@code dir} attribute. */
    public String direction() {
        return RIGHT_TO_LEFT.contains(primary()) ? "rtl" : "ltr";
    }
}
