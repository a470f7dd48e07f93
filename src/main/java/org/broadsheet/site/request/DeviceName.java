package org.broadsheet.site.request;

import java.util.Optional;
import org.broadsheet.base.words.Texts;
import org.broadsheet.site.browser.Browser;
import org.broadsheet.site.browser.Browsers;

/** A browser as its reader knows it: {@code Chrome on Android}. */
final class DeviceName {
    private DeviceName() {}

    static String of(String userAgent, Texts texts) {
        Optional<String> browser = Browsers.read(userAgent).map(Browser::family).map(DeviceName::plain);
        Optional<String> system = system(userAgent);
        if (browser.isPresent() && system.isPresent()) {
            return texts.say("device.on", browser.get(), system.get());
        }
        return browser.or(() -> system).orElseGet(() -> texts.say("device.unknown"));
    }

    /** What it is on comes after "on". */
    private static String plain(String family) {
        return family.replaceFirst(
                "^Mobile Safari.*|(Chrome|Firefox|Edge|Opera|IE)( Mobile.*| iOS)|(?:Headless)(Chrome)$|(DuckDuckGo|Ecosia) .*$",
                family.startsWith("Mobile Safari") ? "Safari" : "$1$3$4");
    }

    private static Optional<String> system(String agent) {
        if (agent.contains("iPhone")) {
            return Optional.of("iPhone");
        }
        if (agent.contains("iPad")) {
            return Optional.of("iPad");
        }
        if (agent.contains("Android")) {
            return Optional.of("Android");
        }
        if (agent.contains("Windows")) {
            return Optional.of("Windows");
        }
        if (agent.contains("Macintosh")) {
            return Optional.of("Mac");
        }
        if (agent.contains("CrOS")) {
            return Optional.of("ChromeOS");
        }
        return agent.contains("Linux") ? Optional.of("Linux") : Optional.empty();
    }
}
