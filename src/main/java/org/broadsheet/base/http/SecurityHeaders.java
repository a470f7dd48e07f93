package org.broadsheet.base.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.broadsheet.base.BaseUrl;
import org.broadsheet.base.Settings;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a browser is told not to do with our answers. Scripts, styles, fonts and pictures come from the paper itself and
 * from files; nothing is inline but one line that is known by its hash, and nobody frames us. A page may tighten these by
 * setting its own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class SecurityHeaders extends OncePerRequestFilter {

    /** The line in {@code parts/layout.jte} that says before the first paint whether this browser has the paper's letters. */
    private static final String LETTERS = "sha256-NSwAnfNBlEtMyPpqGXtwtBy/RNfl0aAM4Gbg46K4ZTk=";

    private static final String POLICY = "default-src 'none'; script-src 'self' '"
            + LETTERS
            + "'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Map<String, String> headers;

    public SecurityHeaders(Settings settings) {
        this.headers = forPaper(settings);
    }

    /** For answers that do not pass the servlets, such as the page store's. */
    public static Map<String, String> forPaper(Settings settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        boolean secure = settings.server().publicUrl().filter(BaseUrl::secure).isPresent();
        headers.put("Content-Security-Policy", secure ? POLICY + "; upgrade-insecure-requests" : POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        if (secure) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return Map.copyOf(headers);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        headers.forEach(response::setHeader);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
