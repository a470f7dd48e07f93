package org.broadsheet.site.browser;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.site.page.Variant.BrowserLine;

/**
 * The oldest engines that the paper is drawn for; docs/browsers.md says why these. What counts is the engine, since every
 * browser on a telephone of Apple's is the system's, and dozens wear a name of their own over Chromium.
 */
public final class SupportedLine {
    private static final int CHROMIUM = 112;
    private static final int FIREFOX = 117;
    private static final int SAFARI = 16;
    private static final int SAFARI_MINOR = 5;

    /** The first engine whose mark is there decides. */
    private static final List<Engine> ENGINES = List.of(
            new Engine(Pattern.compile("Opera Mini|UCWEB|Presto/|Trident/|MSIE |Windows Phone"), SupportedLine::always),
            new Engine(Pattern.compile("(?:iPhone|iPad|iPod).*? OS (\\d+)[_.]?(\\d*)"), SupportedLine::beforeSafari),
            new Engine(Pattern.compile("Chrom(?:e|ium)/(\\d+)"), version -> before(version, CHROMIUM)),
            new Engine(Pattern.compile("(?<!like )Gecko/.*Firefox/(\\d+)"), version -> before(version, FIREFOX)),
            new Engine(Pattern.compile("rv:(\\d+)[^)]*\\) Gecko/"), version -> before(version, FIREFOX)),
            new Engine(
                    Pattern.compile("(?:Macintosh|Windows).*Version/(\\d+)\\.?(\\d*).*Safari"),
                    SupportedLine::beforeSafari),
            new Engine(Pattern.compile("Android \\d|BlackBerry|BB10|^Opera/|Netscape"), SupportedLine::always));

    private SupportedLine() {}

    /** For readers: {@code Chrome 112, Edge 112, …}. */
    public static String words() {
        return "Chrome %1$d, Edge %1$d, Firefox %2$d, Safari %3$d.%4$d, Samsung Internet 23, Opera 98"
                .formatted(CHROMIUM, FIREFOX, SAFARI, SAFARI_MINOR);
    }

    /** Robots, and whatever we do not know, are never told to update. */
    public static BrowserLine of(String userAgent) {
        String agent = Browsers.cut(userAgent);
        for (Engine engine : ENGINES) {
            Matcher mark = engine.mark().matcher(agent);
            if (mark.find()) {
                boolean old = engine.old().test(mark) && !Robots.isRobot(agent);
                return old ? BrowserLine.OUT_OF_DATE : BrowserLine.SUPPORTED;
            }
        }
        return BrowserLine.SUPPORTED;
    }

    private static boolean always(Matcher mark) {
        return true;
    }

    private static boolean before(Matcher version, int oldest) {
        return Browsers.number(version.group(1)).orElse(oldest) < oldest;
    }

    private static boolean beforeSafari(Matcher version) {
        int major = Browsers.number(version.group(1)).orElse(SAFARI + 1);
        int minor = version.group(2).isEmpty()
                ? 0
                : Browsers.number(version.group(2)).orElse(0);
        return major < SAFARI || (major == SAFARI && minor < SAFARI_MINOR);
    }

    private record Engine(Pattern mark, Predicate<Matcher> old) {}
}
