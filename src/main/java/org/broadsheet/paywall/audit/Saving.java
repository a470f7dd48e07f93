package org.broadsheet.paywall.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.broadsheet.base.PrivateFiles;
import org.broadsheet.paywall.audit.crawl.Crawl;
import org.broadsheet.paywall.audit.crawl.Crawl.Surface;
import org.broadsheet.paywall.audit.crawl.Identity;
import org.broadsheet.paywall.audit.crawl.Sent;

/** Writes down all that was sent to anybody but a subscriber, for whoever wants to look with other tools. */
final class Saving implements Crawl.Heard, AutoCloseable {
    private final Crawl.Heard next;
    private final BufferedWriter file;

    Saving(Path file, Crawl.Heard next) throws IOException {
        PrivateFiles.write(file.toAbsolutePath(), "");
        this.file = Files.newBufferedWriter(file);
        this.next = next;
    }

    @Override
    public void answer(Identity to, Surface surface, Sent sent) {
        next.answer(to, surface, sent);
        if (to.sees() == Identity.Sees.ALL) {
            return;
        }
        synchronized (file) {
            try {
                file.write("\n#### " + sent.status() + " " + surface.address() + " to " + to + ", "
                        + surface.way().word() + "\n" + sent.headers() + "\n\n" + sent.text() + "\n");
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    @Override
    public void silence(Identity to, String address, IOException why) {
        next.silence(to, address, why);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
