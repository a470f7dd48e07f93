package org.broadsheet.site.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.testing.PlainBrowser.location;

import java.net.http.HttpResponse;
import java.util.Map;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.testing.Mailbox;
import org.broadsheet.testing.People;
import org.broadsheet.testing.PlainBrowser;
import org.broadsheet.testing.TestPaper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A password chosen by a link in a mail, and what is to become of the other ways in. */
class ForgottenPageTest {
    private static final String PASSWORD = "four words not alike";

    @RegisterExtension
    static final TestPaper paper = TestPaper.start(Map.of("NAME", "The Public Record"));

    private final PlainBrowser browser = new PlainBrowser(paper);

    @Test
    void passkeys_and_providers_go_unless_the_box_is_unticked_and_the_mail_leads_to_what_is_left() {
        ReaderId reader = People.join(paper.database().jdbi(), "ways@paper.test");
        linked(reader);
        String link = asked("ways@paper.test");
        assertThat(browser.page(link).select("input[name=others][checked]")).hasSize(1);
        HttpResponse<String> weak = browser.post(link, Map.of("password", "short"));
        assertThat(weak.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(weak.body());
        assertThat(again.select("input[name=others]")).hasSize(1);
        assertThat(again.select("input[name=others][checked]"))
                .as("as it was left")
                .isEmpty();
        assertThat(location(browser.post(link, Map.of("password", PASSWORD)))).isEqualTo("/account?done=password");
        assertThat(links(reader)).isEqualTo(1);
        String second = asked("ways@paper.test");
        browser.post(second, Map.of("password", PASSWORD + "s", "others", "go"));
        assertThat(links(reader)).isZero();
        assertThat(lastMail("ways@paper.test")).contains("/account/security", "every passkey");
    }

    @Test
    void nobody_is_asked_about_ways_in_that_are_not_there() {
        People.join(paper.database().jdbi(), "plain@paper.test");
        Document page = browser.page(asked("plain@paper.test"));
        assertThat(page.select("input[name=password]")).hasSize(1);
        assertThat(page.select("input[type=checkbox]")).isEmpty();
    }

    private String asked(String email) {
        browser.post("/forgotten", Map.of("email", email));
        return Mailbox.link(paper, email);
    }

    private static void linked(ReaderId reader) {
        paper.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into reader.openid (issuer, subject, reader, linked_at) values ('there', 'x', ?, now())",
                        reader.value()));
    }

    private static int links(ReaderId reader) {
        return paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from reader.openid where reader = :reader")
                        .bind("reader", reader.value())
                        .mapTo(Integer.class)
                        .one());
    }

    private static String lastMail(String email) {
        return paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select words from base.mail where recipient = :to order by id desc limit 1")
                        .bind("to", email)
                        .mapTo(String.class)
                        .one());
    }
}
