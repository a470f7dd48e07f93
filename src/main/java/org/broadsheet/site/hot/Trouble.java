package org.broadsheet.site.hot;

import java.nio.charset.StandardCharsets;
import org.broadsheet.base.db.Pool;
import org.broadsheet.base.http.RequestIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calm page for what should not have happened: logged once, with an id that the reader sees and nothing else. */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);
    private static final int FAILED = 500;
    private static final int BUSY = 503;

    private Trouble() {}

    static Answer answer(Asked asked, Throwable failed) {
        String id = RequestIds.made();
        LOG.error("trouble {}: {} cannot be rendered", id, asked.key().path(), failed);
        byte[] page = page(id).getBytes(StandardCharsets.UTF_8);
        boolean busy = Pool.waitedInVain(failed);
        String head = "Content-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
                + (busy ? "Retry-After: 10\r\n" : "")
                + "Content-Security-Policy: default-src 'none'; style-src 'sha256-fNKsVCxYo2GkHFKoRe6V+xwYMhfBa1BG48Jr/ZidLe0='; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'\r\nReferrer-Policy: same-origin\r\n"
                + RequestIds.HEADER + ": " + id + "\r\nX-Content-Type-Options: nosniff\r\nContent-Length: "
                + page.length + "\r\n\r\n";
        return new Answer(
                busy ? BUSY : FAILED,
                head.getBytes(StandardCharsets.US_ASCII),
                asked.method() == Asked.Method.HEAD ? Answer.NOTHING : page);
    }

    private static String page(String id) {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Something went wrong</title>
                <meta name="viewport" content="width=device-width">
                <style>body{font:18px/1.5 Georgia,serif;max-width:34em;margin:4em auto;padding:0 1em}</style>
                <h1>Something went wrong</h1>
                <p>It is our fault, not yours, and it has been noted under <strong>%s</strong>.
                Please try again in a moment.</p><p><a href="/">To the front page</a></p></html>
                """.formatted(id);
    }
}
