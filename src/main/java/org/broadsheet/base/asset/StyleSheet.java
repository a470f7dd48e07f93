package org.broadsheet.base.asset;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins the style sheets into one. A file's place says its layer: {@code css/base.css} and everything below
 * {@code css/parts/} go into layers of those names; {@code css/fonts.css} into none, since font faces know no layers.
 */
final class StyleSheet {
    private static final List<String> LAYERS = List.of("reset", "tokens", "base", "parts", "pages", "print");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern STRING_OR_BLANKS = Pattern.compile("(\"[^\"]*\"|'[^']*')|\\s+");
    private static final Pattern AROUND_SIGNS = Pattern.compile("(\"[^\"]*\"|'[^']*')| ?([{};,]) ?|: ");
    private static final Pattern ADDRESS = Pattern.compile("url\\(\"?(?:\\.\\./)*((?:fonts|icons)/[^)\"]+)\"?\\)");

    private StyleSheet() {}

    static String bundle(Map<String, String> files, Map<String, Asset> assets) {
        StringBuilder all = new StringBuilder();
        all.append(files.getOrDefault("css/fonts.css", ""));
        all.append("@layer ").append(String.join(",", LAYERS)).append(";\n");
        for (String layer : LAYERS) {
            all.append("@layer ").append(layer).append("{\n");
            files.forEach((name, text) -> {
                if (name.equals("css/" + layer + ".css") || name.startsWith("css/" + layer + "/")) {
                    all.append(text);
                }
            });
            all.append("}\n");
        }
        return addressed(tight(all.toString()), assets);
    }

    /** Without comments and needless blanks; what stands in quotation marks is left alone. */
    static String tight(String css) {
        String bare = COMMENT.matcher(css).replaceAll("");
        bare = STRING_OR_BLANKS
                .matcher(bare)
                .replaceAll(found -> found.group(1) == null ? " " : Matcher.quoteReplacement(found.group(1)));
        bare = AROUND_SIGNS
                .matcher(bare)
                .replaceAll(found -> Matcher.quoteReplacement(replaced(found.group(), found.group(1), found.group(2))));
        return bare.replace(";}", "}").strip();
    }

    private static String replaced(String whole, String quoted, String sign) {
        if (quoted != null) {
            return quoted;
        }
        return sign == null ? whole.strip() : sign;
    }

    private static String addressed(String css, Map<String, Asset> assets) {
        return ADDRESS.matcher(css).replaceAll(found -> {
            Asset asset = assets.get(found.group(1));
            if (asset == null) {
                throw new IllegalStateException("a style sheet names " + found.group(1) + ", which is not there");
            }
            return Matcher.quoteReplacement("url(" + asset.href() + ")");
        });
    }
}
