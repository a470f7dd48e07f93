package org.broadsheet.site.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.broadsheet.site.assembly.Variants;
import org.broadsheet.site.hot.Visitors;
import org.broadsheet.site.page.Variant;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What pages that are made for one request have in common: the reader's variant, and that nobody keeps them. */
@Component
class Asking {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private final Visitors visitors;

    Asking(Visitors visitors) {
        this.visitors = visitors;
    }

    Variant variant(HttpServletRequest request) {
        String cookies =
                Optional.ofNullable(request.getHeader(HttpHeaders.COOKIE)).orElse("");
        String browser =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return Variants.of(visitors.recognise(cookies, browser)
                .copy(request.getRequestURI())
                .variant());
    }

    static ResponseEntity<byte[]> page(int status, byte[] page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(page);
    }
}
