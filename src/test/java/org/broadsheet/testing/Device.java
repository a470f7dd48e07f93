package org.broadsheet.testing;

import java.util.Optional;

/**
 * What a reader reads with.
 *
 * @param width of the window, in CSS px
 * @param dark whether it asks for dark pages
 * @param scripts whether it runs scripts
 * @param userAgent other than the browser's own
 */
public record Device(int width, boolean dark, boolean scripts, Optional<String> userAgent) {
    public static final Device PHONE = new Device(390, false, true, Optional.empty());
    public static final Device DESK = new Device(1280, false, true, Optional.empty());

    public Device inTheDark() {
        return new Device(width, true, scripts, userAgent);
    }

    public Device withoutScripts() {
        return new Device(width, dark, false, userAgent);
    }

    public Device ofWidth(int px) {
        return new Device(px, dark, scripts, userAgent);
    }

    public Device calledBy(String agent) {
        return new Device(width, dark, scripts, Optional.of(agent));
    }
}
