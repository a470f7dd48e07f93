package org.broadsheet.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.base.db.Pool;
import org.broadsheet.base.http.RequestIds;
import org.broadsheet.base.page.Rendered;
import org.broadsheet.site.assembly.Messages;
import org.broadsheet.site.page.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where every request ends that nothing else could answer: a calm page. What failed is logged once, here, under the
 * request's id, and the reader is shown that id and nothing else.
 */
@Controller
class SiteErrors implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(SiteErrors.class);
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int BUSY = 503;
    private static final Pattern KEY = Pattern.compile("/(?=[^/]*[A-Z0-9_])[A-Za-z0-9_-]{20,}");
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=utf-8");

    private final Messages messages;

    SiteErrors(Messages messages) {
        this.messages = messages;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        Variant variant = Variant.USUAL;
        int status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : NOT_FOUND;
        if (status == NOT_FOUND) {
            Rendered page = messages.notFound(variant);
            return page(status, page.body());
        }
        if (status < FAILED) {
            return page(status, messages.refused(variant, Optional.empty()));
        }
        byte[] page = messages.broken(variant, logged(request));
        Object failed = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return failed instanceof Throwable thrown && Pool.waitedInVain(thrown) ? busy(page) : page(status, page);
    }

    private static ResponseEntity<byte[]> busy(byte[] page) {
        return ResponseEntity.status(BUSY)
                .contentType(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.RETRY_AFTER, "10")
                .body(page);
    }

    private static String logged(HttpServletRequest request) {
        String id = RequestIds.of(request);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        String path = withoutKeys(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
        LOG.error("trouble {}: {} {} failed", id, request.getMethod(), path, thrown instanceof Throwable t ? t : null);
        return id;
    }

    /** Links of mails and gifts carry what opens them: such a word of 20 letters and more is not for the log. */
    static String withoutKeys(String path) {
        return KEY.matcher(path).replaceAll("/…");
    }

    private static ResponseEntity<byte[]> page(int status, byte[] page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(page);
    }
}
