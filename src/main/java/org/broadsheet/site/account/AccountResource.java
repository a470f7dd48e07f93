package org.broadsheet.site.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.words.Moment;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Consents;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.Session;
import org.broadsheet.reader.Sessions;
import org.broadsheet.site.account.page.AccountPage;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.broadsheet.site.request.SecurityLog;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A reader's own page: {@code name}, {@code newsletter}, and the browsers that are signed in. */
@Controller
class AccountResource {
    private static final String HERE = "/account";
    private static final Set<String> DONE =
            Set.of("joined", "name", "password", "password-sent", "email", "newsletter", "device", "everywhere");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Consents consents;
    private final Reception reception;

    AccountResource(Accounts accounts, Sessions sessions, Consents consents, Reception reception) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.consents = consents;
        this.reception = reception;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> account(@RequestParam(defaultValue = "") String done, HttpServletRequest request) {
        return reception.forReader(request, HERE, known -> Asking.page(200, page(request, known, done)));
    }

    @PostMapping("/account/name")
    ResponseEntity<byte[]> rename(HttpServletRequest request) {
        return reception.fromReader(request, HERE, known -> {
            accounts.rename(known.id(), Reception.field(request, "name"));
            return done("name");
        });
    }

    @PostMapping("/account/newsletter")
    ResponseEntity<byte[]> newsletter(HttpServletRequest request) {
        return reception.fromReader(request, HERE, known -> {
            String wording = say("account.newsletter", reception.pages().paper());
            boolean given = !Reception.field(request, "newsletter").isEmpty();
            consents.record(known.id(), new Consents.Answer(Consents.NEWSLETTER, given, wording), reception.now());
            return done("newsletter");
        });
    }

    /** Of somebody else's browser nothing is found, and nothing happens. */
    @PostMapping("/account/devices/{device}/sign-out")
    ResponseEntity<byte[]> signOut(@PathVariable long device, HttpServletRequest request) {
        return reception.fromReader(request, HERE, known -> {
            if (sessions.end(known.id(), device, reception.now())) {
                reception.log().note(SecurityLog.What.BROWSER_SIGNED_OUT, known.id(), "by-list");
            }
            return known.device() == device
                    ? Entrance.onward("/", reception.entrance().gone())
                    : done("device");
        });
    }

    /** This browser goes on; every other has to sign in again. */
    @PostMapping("/account/sign-out-everywhere")
    ResponseEntity<byte[]> signOutEverywhere(HttpServletRequest request) {
        return reception.fromReader(request, HERE, known -> {
            Session going = sessions.endOthers(known.id(), known.device(), reception.now());
            reception.log().note(SecurityLog.What.SIGNED_OUT_EVERYWHERE, known.id(), "but-here");
            return Entrance.onward(
                    HERE + "?done=everywhere", reception.entrance().going(going));
        });
    }

    private static ResponseEntity<byte[]> done(String what) {
        return Asking.onward(HERE + "?done=" + what);
    }

    private byte[] page(HttpServletRequest request, Known known, String done) {
        Accounts.Details details = accounts.details(known.id(), reception.now()).orElseThrow();
        AccountPage.Person person = new AccountPage.Person(
                details.email(),
                details.name(),
                details.hasPassword(),
                consents.given(known.id(), Consents.NEWSLETTER),
                details.wantedEmail(),
                day(details.joinedAt()));
        return reception
                .pages()
                .account(new AccountPage(
                        reception.pages().frame(reception.variant(request), say("account.title"), HERE),
                        person,
                        known.role().map(role -> say("role." + role.word())),
                        devices(known),
                        Optional.of(done).filter(DONE::contains).map(word -> say("account.done." + word))));
    }

    private List<AccountPage.Device> devices(Known known) {
        return sessions.devices(known.id()).stream()
                .map(device -> new AccountPage.Device(
                        device.id(),
                        device.name(),
                        day(device.beganAt()),
                        day(device.seenAt()),
                        device.id() == known.device()))
                .toList();
    }

    /** With its year. */
    private String day(Instant at) {
        Moment moment = reception.pages().dates().moment(at);
        return new Moment(moment.at(), moment.dates(), false).day();
    }

    private String say(String key, Object... facts) {
        return reception.pages().say(key, facts);
    }
}
