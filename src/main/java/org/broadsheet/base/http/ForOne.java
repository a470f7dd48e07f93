package org.broadsheet.base.http;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers that are made for one request: nobody keeps them. */
public final class ForOne {
    public static final String KEPT_BY_NOBODY = "private, no-store";

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private ForOne() {}

    public static ResponseEntity<byte[]> page(int status, byte[] page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header(HttpHeaders.CACHE_CONTROL, KEPT_BY_NOBODY)
                .body(page);
    }

    /** 303, to a path of this paper. */
    public static ResponseEntity<byte[]> onward(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.CACHE_CONTROL, KEPT_BY_NOBODY)
                .build();
    }
}
