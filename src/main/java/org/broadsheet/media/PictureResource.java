package org.broadsheet.media;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/**
 * Renditions over HTTP. What stands at an address never changes (RFC 8246 {@code immutable}), so the address itself is
 * the entity tag. Should a browser ever take a picture for a page, that page may do nothing.
 */
@RestController
class PictureResource {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Photographs photographs;

    PictureResource(Photographs photographs) {
        this.photographs = photographs;
    }

    @GetMapping(PictureAddress.ROOT + "{hash}/{name}")
    Optional<ResponseEntity<byte[]>> picture(HttpServletRequest request, ServletWebRequest exchange) {
        PictureAddress address = PictureAddress.parse(request.getRequestURI()).orElseThrow(PictureResource::notHere);
        String tag = '"' + address.hash() + "-" + address.width() + "-"
                + address.format().extension() + '"';
        byte[] bytes = photographs.bytes(address).orElseThrow(PictureResource::notHere);
        if (exchange.checkNotModified(tag)) {
            return Optional.empty();
        }
        return Optional.of(ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(FOR_EVER)
                .contentType(MediaType.parseMediaType(address.format().mediaType()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(bytes));
    }

    private static ResponseStatusException notHere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
