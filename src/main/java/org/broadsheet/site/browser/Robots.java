package org.broadsheet.site.browser;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells robots, link previews, monitors and the like from people's browsers. */
public final class Robots {
    private static final Pattern WORDS = Pattern.compile(
            "(?<!cu)bot(?![a-z])|bots\\b|robot|crawl|spider|slurp|scrape|fetch|archiv|monitor|preview|checker|validator"
                    + "|scanner|https?://|@[a-z0-9-]+\\.[a-z]",
            Pattern.CASE_INSENSITIVE);

    private Robots() {}

    public static boolean isRobot(String userAgent) {
        String agent = Browsers.cut(userAgent);
        return WORDS.matcher(agent).find() || Names.ALL.matcher(agent).find();
    }

    /** Read when the first user agent gets this far. */
    private static final class Names {
        private static final Pattern ALL = Pattern.compile(
                Lines.of("/browsers/robots.txt").stream().collect(Collectors.joining(")|(?:", "(?:", ")")));
    }
}
