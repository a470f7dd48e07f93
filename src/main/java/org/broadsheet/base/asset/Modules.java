package org.broadsheet.base.asset;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scripts that import one another, each a file of its own whose address holds a hash: what they import is named by those
 * addresses. A library's module {@code prosemirror-model} is the file {@code lib/prosemirror-model/index.js}; one of our
 * own is imported as {@code ./schema.js} from beside it.
 */
final class Modules {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)(^import\\s[^'\";]*?\\bfrom\\s*|^import\\s*)(['\"])([^'\"\\n]+)\\2");

    private final Map<String, String> files;
    private final Map<String, Asset> made = new LinkedHashMap<>();
    private final SortedSet<String> inWork = new TreeSet<>();

    private Modules(Map<String, String> files) {
        this.files = files;
    }

    /**
     * By name, those that are imported before those that import them.
     *
     * @param files the text of each by its name
     * @throws IllegalStateException where one imports what is not there, or itself through others
     */
    static Map<String, Asset> of(Map<String, String> files) {
        Modules modules = new Modules(files);
        files.keySet().forEach(modules::make);
        return modules.made;
    }

    private Asset make(String name) {
        Asset there = made.get(name);
        if (there != null) {
            return there;
        }
        String text = files.get(name);
        if (text == null) {
            throw new IllegalStateException("a script imports " + name + ", which is not there");
        }
        if (!inWork.add(name)) {
            throw new IllegalStateException("scripts import one another in a circle: " + inWork);
        }
        String addressed = IMPORT.matcher(text)
                .replaceAll(each -> Matcher.quoteReplacement(each.group(1)
                        + each.group(2)
                        + make(named(name, each.group(3))).href()
                        + each.group(2)));
        inWork.remove(name);
        Asset asset = Asset.of(name, addressed);
        made.put(name, asset);
        return asset;
    }

    private static String named(String by, String imported) {
        return imported.startsWith("./")
                ? by.substring(0, by.lastIndexOf('/') + 1) + imported.substring(2)
                : "lib/" + imported + "/index.js";
    }
}
