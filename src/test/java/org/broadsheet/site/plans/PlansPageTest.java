package org.broadsheet.site.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.base.Actor;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.plan.Invoices;
import org.broadsheet.plan.Money;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.plan.Vouchers;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.SessionCookie;
import org.broadsheet.reader.Sessions;
import org.broadsheet.testing.People;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is sold, over HTTP, on a paper without keys for the payment provider. */
class PlansPageTest {
    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("ZONE", "Asia/Jakarta", "PAY_TO", "Bank of the Paper, 4711"));

    @BeforeAll
    static void offer() {
        Plans plans = paper.door(Plans.class);
        plans.offer(Plan.of("reader", "Reader", Money.of("49000", "IDR"), Plan.Interval.MONTH, 3));
        plans.offer(Plan.of("patron", "Patron", Money.of("99000", "IDR"), Plan.Interval.MONTH, 5)
                .withTrial(14));
        plans.offer(Plan.of("office", "Office", Money.of("400000", "IDR"), Plan.Interval.MONTH, 3)
                .withSeats(3));
        plans.offer(Plan.of("old", "Old", Money.of("9000", "IDR"), Plan.Interval.MONTH, 3)
                .onSale(Plan.Sale.OFF));
    }

    /** Somebody with a session. */
    record Reader(ReaderId id, String cookie) {
        static Reader joins(String email) {
            ReaderId id = People.join(paper.database().jdbi(), email);
            String session = paper.door(SessionCookie.class)
                    .write(paper.door(Sessions.class).begin(id, "a test", Instant.now()));
            return new Reader(id, "session=" + session);
        }

        HttpResponse<String> get(String path) {
            return paper.send(HttpRequest.newBuilder(paper.at(path))
                    .header("Cookie", cookie)
                    .build());
        }

        Document page(String path) {
            return Jsoup.parse(get(path).body());
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            return post(path, fields, "same-origin");
        }

        HttpResponse<String> post(String path, Map<String, String> fields, String from) {
            return paper.send(HttpRequest.newBuilder(paper.at(path))
                    .header("Cookie", cookie)
                    .header("Sec-Fetch-Site", from)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(fields.entrySet().stream()
                            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                            .collect(Collectors.joining("&"))))
                    .build());
        }
    }

    @Test
    void the_plans_say_what_they_cost_and_give_to_anybody() {
        HttpResponse<String> answer = paper.get("/plans");
        Document page = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select(".offer h2").eachText()).containsExactlyInAnyOrder("Reader", "Patron", "Office");
        assertThat(page.select(".price").eachText().stream().map(PlansPageTest::plain))
                .contains("Rp 49,000 a month", "Rp 99,000 a month");
        assertThat(plain(page.select(".offer").text()))
                .contains("3 premium stories", "first 14 days are free. Then Rp 99,000 a month", "For 3 people");
        assertThat(page.select("a[href=/plans/reader/checkout]")).hasSize(1);
    }

    @Test
    void whoever_is_not_signed_in_is_sent_to_do_that_and_back() {
        for (String path :
                List.of("/plans/reader/checkout", "/account/plan", "/voucher", "/plans/gift", "/plans/thanks")) {
            HttpResponse<String> answer = paper.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).isEqualTo("/sign-in?to=" + encoded(path));
        }
        assertThat(paper.get("/plans/old/checkout").statusCode()).isEqualTo(404);
        assertThat(paper.get("/plans/none/checkout").statusCode()).isEqualTo(404);
    }

    @Test
    void a_reader_orders_by_invoice_reads_when_it_is_paid_and_cancels_in_as_many_steps() {
        Reader reader = Reader.joins("orders@page.test");
        Document checkout = reader.page("/plans/reader/checkout");
        assertThat(plain(checkout.select(".standfirst").text())).contains("Today you pay Rp 49,000");
        assertThat(checkout.select("button[value=card]")).as("no keys, no card").isEmpty();
        HttpResponse<String> ordered = reader.post("/plans/reader/checkout", Map.of("way", "invoice"));
        assertThat(ordered.statusCode()).isEqualTo(303);
        String bill = ordered.headers().firstValue("Location").orElseThrow();
        Document invoice = reader.page(bill);
        assertThat(plain(invoice.text())).contains("Bank of the Paper, 4711", "Rp 49,000", "orders@page.test");
        Reader stranger = Reader.joins("stranger@page.test");
        assertThat(stranger.get(bill).statusCode()).as("not yours is not there").isEqualTo(404);
        assertThat(entitled(reader)).isFalse();
        String number = bill.substring(bill.lastIndexOf('/') + 1);
        paper.door(Invoices.class).pay(number, "", new Actor("a publisher"), Instant.now());
        assertThat(entitled(reader)).isTrue();
        assertThat(plain(reader.page("/account/plan").select(".standing").text()))
                .contains("Renews on", "Rp 49,000 a month");
        HttpResponse<String> twice = reader.post("/plans/patron/checkout", Map.of("way", "invoice"));
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(twice.body()).select("[role=alert]").text()).contains("pay twice");
        String cancel = reader.page("/account/plan").select("a[href$=/cancel]").attr("href");
        assertThat(stranger.get(cancel).statusCode()).isEqualTo(404);
        assertThat(stranger.post(cancel, Map.of()).statusCode()).isEqualTo(404);
        assertThat(reader.page(cancel).select("form[method=post][action=" + cancel + "]"))
                .hasSize(1);
        HttpResponse<String> cancelled = reader.post(cancel, Map.of());
        assertThat(cancelled.headers().firstValue("Location")).contains("/account/plan?done=cancelled");
        Document after = reader.page("/account/plan?done=cancelled");
        assertThat(after.select("[role=status]").text()).contains("cancelled");
        assertThat(after.select(".standing").text()).contains("You can read until");
        assertThat(entitled(reader)).isTrue();
    }

    @Test
    void a_strangers_page_and_a_browser_that_says_nothing_do_nothing() {
        Reader reader = Reader.joins("csrf@page.test");
        for (String from : List.of("cross-site", "same-site")) {
            assertThat(reader.post("/plans/reader/checkout", Map.of("way", "invoice"), from)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(reader.post("/voucher", Map.of("code", "x"), from).statusCode())
                    .isEqualTo(403);
        }
        assertThat(paper.door(Subscriptions.class).of(reader.id())).isEmpty();
    }

    @Test
    void a_voucher_is_used_once_and_a_wrong_one_is_explained() {
        Reader reader = Reader.joins("voucher@page.test");
        HttpResponse<String> wrong = reader.post("/voucher", Map.of("code", "ABCD-\"><b>"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(wrong.body());
        assertThat(page.select("[role=alert]").text()).contains("no such code");
        assertThat(page.select("#code").val()).isEqualTo("ABCD-\"><b>");
        assertThat(page.select("b")).isEmpty();
        String code = paper.door(Vouchers.class)
                .make(new Vouchers.Order("patron", 2, 1, Optional.empty()), new Actor("a publisher"), Instant.now());
        HttpResponse<String> used = reader.post("/voucher", Map.of("code", code));
        assertThat(used.headers().firstValue("Location")).contains("/account/plan?done=voucher");
        assertThat(entitled(reader)).isTrue();
        assertThat(reader.page("/account/plan").select(".standing").text()).contains("Yours until");
    }

    @Test
    void a_code_in_a_link_does_not_stay_in_the_address_and_is_there_when_its_reader_has_signed_in() {
        Surfer surfer = new Surfer(paper);
        HttpResponse<String> link = surfer.get("/voucher?code=ABCD-EFGH-JKLM-NPQR");
        assertThat(link.statusCode()).isEqualTo(303);
        assertThat(Surfer.location(link)).isEqualTo("/voucher");
        assertThat(link.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(link.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(surfer.cookies().get("voucher")).isNotEmpty().doesNotContain("ABCD");
        assertThat(Surfer.location(surfer.get("/voucher"))).isEqualTo("/sign-in?to=%2Fvoucher");
        surfer.as(People.join(paper.database().jdbi(), "carried@page.test"));
        assertThat(surfer.page("/voucher").select("#code").val()).isEqualTo("ABCD-EFGH-JKLM-NPQR");
        String code = paper.door(Vouchers.class)
                .make(new Vouchers.Order("patron", 1, 1, Optional.empty()), new Actor("a publisher"), Instant.now());
        surfer.post("/voucher", Map.of("code", code));
        assertThat(surfer.cookies()).doesNotContainKey("voucher");
        assertThat(surfer.page("/voucher").select("#code").val()).isEmpty();
        surfer.cookies().put("voucher", "forged");
        assertThat(surfer.page("/voucher").select("#code").val()).isEmpty();
        assertThat(Surfer.location(surfer.get("/voucher?code=" + "x".repeat(41))))
                .isEqualTo("/voucher");
    }

    @Test
    void a_present_by_invoice_waits_and_a_bad_address_comes_back_with_all_that_was_written() {
        Reader reader = Reader.joins("gives@page.test");
        HttpResponse<String> bad = reader.post(
                "/plans/gift",
                Map.of("plan", "reader", "recipient", "no address", "note", "Hello & <i>", "way", "invoice"));
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(bad.body()).select("#note").val()).isEqualTo("Hello & <i>");
        HttpResponse<String> good =
                reader.post("/plans/gift", Map.of("plan", "reader", "recipient", "friend@page.test", "way", "invoice"));
        assertThat(good.headers().firstValue("Location").orElseThrow()).startsWith("/account/plan/invoices/");
        for (int more = 1; more < 5; more++) {
            reader.post("/plans/gift", Map.of("plan", "reader", "recipient", "friend@page.test", "way", "invoice"));
        }
        HttpResponse<String> sixth =
                reader.post("/plans/gift", Map.of("plan", "reader", "recipient", "friend@page.test", "way", "invoice"));
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(Jsoup.parse(sixth.body()).select("[role=alert]").text()).contains("wait to be paid");
    }

    @Test
    void pages_of_somebodys_own_are_kept_by_nobody_and_listed_nowhere() {
        Reader reader = Reader.joins("private@page.test");
        for (String path : List.of("/account/plan", "/plans/reader/checkout", "/voucher", "/plans/gift")) {
            HttpResponse<String> answer = reader.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
            assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
            assertThat(Jsoup.parse(answer.body()).select("meta[name=robots]").attr("content"))
                    .contains("noindex");
        }
        assertThat(paper.get("/account/plan").body()).doesNotContain("private@page.test");
    }

    @Test
    void without_keys_there_is_no_webhook() {
        assertThat(Reader.joins("hook@page.test")
                        .post("/webhooks/stripe", Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    private static boolean entitled(Reader reader) {
        return paper.door(Entitlements.class).of(reader.id(), Instant.now()).isPresent();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
