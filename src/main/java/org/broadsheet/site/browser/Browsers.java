package org.broadsheet.site.browser;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads user agents. */
public final class Browsers {
    /** No browser's is longer by much; what follows is somebody's attempt to keep the patterns busy. */
    private static final int LOOKED_AT = 512;

    /** The versions that Internet Explorer hides while it pretends to be an older one. */
    private static final Pattern HIDDEN = Pattern.compile("IE (\\d+)");

    private Browsers() {}

    /** The browser that a user agent names; empty for what is none that we know. */
    public static Optional<Browser> read(String userAgent) {
        String agent = cut(userAgent);
        for (Rule rule : Rules.ALL) {
            Matcher found = rule.pattern().matcher(agent);
            if (found.find()) {
                return Optional.of(named(rule.family(), found));
            }
        }
        return Optional.empty();
    }

    static String cut(String userAgent) {
        return userAgent.length() > LOOKED_AT ? userAgent.substring(0, LOOKED_AT) : userAgent;
    }

    private static Browser named(String family, Matcher found) {
        Matcher hidden = HIDDEN.matcher(family);
        if (hidden.matches()) {
            return new Browser("IE", number(hidden.group(1)));
        }
        return IntStream.rangeClosed(1, found.groupCount())
                .mapToObj(found::group)
                .filter(group -> group != null && !group.isEmpty())
                .findFirst()
                .map(group -> new Browser(family, number(group)))
                .orElseGet(() -> new Browser(family, OptionalInt.empty()));
    }

    /** Empty for what no version can be. */
    static OptionalInt number(String digits) {
        return digits.length() > 9 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
    }

    private record Rule(String family, Pattern pattern) {
        static Rule of(String line) {
            int tab = line.indexOf('\t');
            return new Rule(line.substring(0, tab), Pattern.compile(line.substring(tab + 1)));
        }
    }

    private static final class Rules {
        private static final List<Rule> ALL =
                Lines.of("/browsers/families.tsv").stream().map(Rule::of).toList();
    }
}
