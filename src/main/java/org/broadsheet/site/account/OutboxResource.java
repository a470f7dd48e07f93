package org.broadsheet.site.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Settings;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.site.account.page.OutboxPage;
import org.broadsheet.site.request.Asking;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the paper keeps and says of itself: {@code /privacy}; and, where it has no mail server and the asker sits at this very
 * machine, the mail that nobody sends: {@code /outbox}. To everybody else there is no such page.
 */
@Controller
class OutboxResource {
    private static final int MOST = 50;

    private final Outbox outbox;
    private final Settings settings;
    private final Reception reception;

    OutboxResource(Outbox outbox, Settings settings, Reception reception) {
        this.outbox = outbox;
        this.settings = settings;
        this.reception = reception;
    }

    @GetMapping("/privacy")
    ResponseEntity<byte[]> privacy(HttpServletRequest request) {
        return Asking.page(200, reception.pages().privacy(reception.variant(request)));
    }

    @GetMapping("/outbox")
    ResponseEntity<byte[]> mail(HttpServletRequest request) {
        if (settings.mail().server().isPresent() || !reception.asker().isLoopback(request)) {
            return Asking.page(404, reception.pages().notFound(reception.variant(request)));
        }
        List<OutboxPage.Mail> mails = outbox.latest(MOST).stream()
                .map(mail -> new OutboxPage.Mail(
                        mail.recipient(),
                        mail.subject(),
                        reception.pages().dates().moment(mail.putAt()).clock(),
                        pieces(mail.words(), settings.baseUrl().toString())))
                .toList();
        return Asking.page(200, reception.pages().outbox(reception.variant(request), mails));
    }

    /** Addresses of this paper become links, by path: whichever port it was reached at. */
    static List<OutboxPage.Piece> pieces(String words, String home) {
        List<OutboxPage.Piece> pieces = new ArrayList<>();
        Matcher links = Pattern.compile(Pattern.quote(home) + "(/[A-Za-z0-9/_.~?=&%-]+)")
                .matcher(words);
        int at = 0;
        while (links.find()) {
            pieces.add(new OutboxPage.Piece(words.substring(at, links.start()), ""));
            pieces.add(new OutboxPage.Piece(links.group(), links.group(1)));
            at = links.end();
        }
        pieces.add(new OutboxPage.Piece(words.substring(at), ""));
        return pieces;
    }
}
