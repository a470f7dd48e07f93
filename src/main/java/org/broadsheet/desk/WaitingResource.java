package org.broadsheet.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.broadsheet.base.http.ForOne;
import org.broadsheet.desk.page.DeskFrame;
import org.broadsheet.desk.page.KillPage;
import org.broadsheet.desk.page.WaitingPage;
import org.broadsheet.reader.Role;
import org.broadsheet.wire.kill.Kill;
import org.broadsheet.wire.kill.Kills;
import org.broadsheet.wire.update.Updates;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What agencies want of stories that the paper has already. An order is answered with {@code do} (act or refuse) and
 * {@code reason}.
 */
@Controller
class WaitingResource {
    private static final String KILL = "/desk/kills/{number:[0-9]{1,18}}";
    private static final int MOST = 100;
    private static final int LONGEST_REASON = 500;

    private final Newsroom newsroom;
    private final Updates updates;
    private final Kills kills;

    WaitingResource(Newsroom newsroom, Updates updates, Kills kills) {
        this.newsroom = newsroom;
        this.updates = updates;
        this.kills = kills;
    }

    @GetMapping("/desk/waiting")
    ResponseEntity<byte[]> waiting(HttpServletRequest request) {
        return newsroom.open(
                request,
                Role.REPORTER,
                (frame, known) -> newsroom.page(
                        200, "waiting", new WaitingPage(frame, updates.waiting(MOST), kills.newest(MOST))));
    }

    @GetMapping(KILL)
    ResponseEntity<byte[]> kill(@PathVariable long number, HttpServletRequest request) {
        return newsroom.open(request, Role.REPORTER, (frame, known) -> page(200, frame, number, ""));
    }

    @PostMapping(KILL)
    ResponseEntity<byte[]> decide(@PathVariable long number, HttpServletRequest request) {
        return newsroom.change(request, Role.EDITOR, (frame, known) -> {
            String reason = Newsroom.field(request, "reason").strip();
            boolean refuses = Newsroom.field(request, "do").equals("refuse");
            if (refuses && (reason.isEmpty() || reason.length() > LONGEST_REASON)) {
                return page(Newsroom.REFUSED, frame, number, frame.say("desk.kill.reason.wanted"));
            }
            Kill.Decided decided = refuses
                    ? kills.refuse(number, reason, Newsroom.actor(known), newsroom.now())
                    : kills.act(number, Newsroom.actor(known), newsroom.now());
            return decided instanceof Kill.Decided.NoSuchKill
                    ? newsroom.nowhere(frame)
                    : ForOne.onward("/desk/kills/" + number);
        });
    }

    private ResponseEntity<byte[]> page(int status, DeskFrame frame, long number, String problem) {
        return kills.receipt(number)
                .map(receipt -> newsroom.page(status, "kill", new KillPage(frame, receipt, problem)))
                .orElseGet(() -> newsroom.nowhere(frame));
    }
}
