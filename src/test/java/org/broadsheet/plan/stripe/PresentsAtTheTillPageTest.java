package org.broadsheet.plan.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.plan.Entitlement;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.Mailbox;
import org.broadsheet.testing.PlainBrowser;
import org.broadsheet.testing.Subscribers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A subscription bought for somebody else with a card: sent when it has been paid, and once. */
class PresentsAtTheTillPageTest {
    @RegisterExtension
    static final StripeRoom ROOM = new StripeRoom();

    @Test
    void a_present_is_sent_when_it_is_paid_and_opens_every_story_to_who_got_it() {
        ReaderId buyer = ROOM.reader("buyer@paper.test");
        PlainBrowser browser = browser(buyer);
        String session = orders(browser, "friend@paper.test");
        assertThat(Mailbox.of(ROOM.paper, "friend@paper.test")).isEmpty();
        thanks(browser, session);
        assertThat(Mailbox.of(ROOM.paper, "friend@paper.test"))
                .as("who comes back without having paid has given nothing")
                .isEmpty();
        ROOM.stripe.paid(session);
        assertThat(thanks(browser, session).body()).contains("the code is sent to the person you give it to");
        assertThat(Mailbox.of(ROOM.paper, "friend@paper.test"))
                .singleElement()
                .asString()
                .contains("Ana gives you", "Patron", "Read well");
        ReaderId friend = ROOM.reader("friend@paper.test");
        PlainBrowser friends = browser(friend);
        String code = code("friend@paper.test");
        assertThat(PlainBrowser.location(friends.post("/voucher", Map.of("code", code))))
                .isEqualTo("/account/plan?done=voucher");
        assertThat(ROOM.entitled(friend)).map(Entitlement::gifts).contains(5);
        assertThat(ROOM.entitled(buyer)).isEmpty();
        assertThat(browser(buyer).post("/voucher", Map.of("code", code)).statusCode())
                .as("a code is good once")
                .isEqualTo(422);
    }

    @Test
    void the_page_and_eight_events_at_once_send_it_once() throws Exception {
        PlainBrowser browser = browser(ROOM.reader("crowd@paper.test"));
        String session = orders(browser, "once@paper.test");
        ROOM.stripe.paid(session);
        List<Callable<Object>> all = new ArrayList<>();
        all.add(() -> thanks(browser, session));
        for (int i = 0; i < 8; i++) {
            String event = ROOM.event("checkout.session.completed", session);
            all.add(() -> {
                ROOM.tell(event);
                return event;
            });
        }
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> each : crowd.invokeAll(all)) {
                assertThat(each.get()).isNotNull();
            }
        }
        assertThat(Mailbox.of(ROOM.paper, "once@paper.test")).hasSize(1);
    }

    @Test
    void a_payment_that_takes_days_sends_it_when_it_has_come_and_one_that_fails_never() {
        PlainBrowser browser = browser(ROOM.reader("slow@paper.test"));
        String slow = orders(browser, "slow-friend@paper.test");
        ROOM.stripe.change(slow, it -> it.put("status", "complete"));
        ROOM.tell(ROOM.event("checkout.session.completed", slow));
        assertThat(Mailbox.of(ROOM.paper, "slow-friend@paper.test")).isEmpty();
        ROOM.stripe.paid(slow);
        ROOM.tell(ROOM.event("checkout.session.async_payment_succeeded", slow));
        assertThat(Mailbox.of(ROOM.paper, "slow-friend@paper.test")).hasSize(1);
        String never = orders(browser, "never@paper.test");
        ROOM.stripe.change(never, it -> it.put("status", "complete"));
        ROOM.tell(ROOM.event("checkout.session.async_payment_failed", never));
        assertThat(Mailbox.of(ROOM.paper, "never@paper.test")).isEmpty();
    }

    @Test
    void somebody_elses_payment_is_nobodys_business() {
        String session = orders(browser(ROOM.reader("payer@paper.test")), "theirs@paper.test");
        ROOM.stripe.paid(session);
        thanks(browser(ROOM.reader("nosy@paper.test")), session);
        assertThat(Mailbox.of(ROOM.paper, "theirs@paper.test")).isEmpty();
    }

    @Test
    void while_the_provider_is_away_nothing_is_taken_and_the_page_says_so() {
        PlainBrowser browser = browser(ROOM.reader("away@paper.test"));
        ROOM.stripe.down(true);
        HttpResponse<String> answer = order(browser, "away-friend@paper.test");
        ROOM.stripe.down(false);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("away-friend@paper.test");
        assertThat(Mailbox.of(ROOM.paper, "away-friend@paper.test")).isEmpty();
    }

    private static PlainBrowser browser(ReaderId reader) {
        PlainBrowser browser = new PlainBrowser(ROOM.paper);
        browser.cookies().put("session", Subscribers.session(ROOM.paper, reader));
        return browser;
    }

    private static HttpResponse<String> order(PlainBrowser browser, String recipient) {
        return browser.post(
                "/plans/gift",
                Map.of("plan", "patron", "recipient", recipient, "from", "Ana", "note", "Read well", "way", "card"));
    }

    /** What the provider calls it. */
    private static String orders(PlainBrowser browser, String recipient) {
        String away = PlainBrowser.location(order(browser, recipient));
        assertThat(away).startsWith(ROOM.stripe.address() + "/pay/");
        return URI.create(away).getPath().substring("/pay/".length());
    }

    private static HttpResponse<String> thanks(PlainBrowser browser, String session) {
        return browser.get("/plans/thanks?present=yes&session=" + session);
    }

    private static String code(String email) {
        String mail = Mailbox.of(ROOM.paper, email).getLast();
        return mail.replaceFirst("(?s).*Your code: ([A-Z0-9-]+).*", "$1");
    }
}
