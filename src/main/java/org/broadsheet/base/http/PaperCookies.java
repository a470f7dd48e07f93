package org.broadsheet.base.http;

import java.time.Duration;
import org.broadsheet.base.Settings;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Names and writes the paper's own cookies: {@code HttpOnly}, {@code SameSite=Lax}, and where readers come by https
 * {@code Secure} with the prefix {@code __Host-}, which no other host can set.
 */
@Component
public final class PaperCookies {
    private static final String PREFIX = "__Host-";

    private final boolean secure;

    public PaperCookies(Settings settings) {
        this.secure = "https".equals(settings.baseUrl().getScheme());
    }

    /** As the browser knows it. */
    public String name(String bare) {
        return secure ? PREFIX + bare : bare;
    }

    /** The value of a {@code Set-Cookie} header. */
    public String set(String bare, String value, Duration life) {
        return ResponseCookie.from(name(bare), value)
                .path("/")
                .maxAge(life)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }

    public String clear(String bare) {
        return set(bare, "", Duration.ZERO);
    }
}
