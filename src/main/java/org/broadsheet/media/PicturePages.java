package org.broadsheet.media;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.page.PageKey;
import org.broadsheet.base.page.PageSource;
import org.broadsheet.base.page.Rendered;
import org.springframework.stereotype.Component;

/**
 * Renditions over HTTP. What stands at an address never changes (RFC 8246 {@code immutable}). Should a browser ever take
 * a picture for a page, that page may do nothing.
 */
@Component
class PicturePages implements PageSource {
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "public, max-age=31536000, immutable",
            "Content-Security-Policy", "default-src 'none'; sandbox",
            "Cross-Origin-Resource-Policy", "cross-origin",
            "Content-Disposition", "inline");

    private final Photographs photographs;

    PicturePages(Photographs photographs) {
        this.photographs = photographs;
    }

    @Override
    public Optional<Rendered> render(PageKey key) {
        return PictureAddress.parse(key.path())
                .flatMap(address -> photographs.bytes(address).map(bytes -> rendered(address, bytes)));
    }

    private static Rendered rendered(PictureAddress address, byte[] bytes) {
        return new Rendered(200, address.format().mediaType(), bytes, Optional.empty(), Set.of(), HEADERS);
    }
}
