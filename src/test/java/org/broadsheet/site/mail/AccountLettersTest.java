package org.broadsheet.site.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.broadsheet.base.Settings;
import org.broadsheet.base.mail.Mail;
import org.broadsheet.base.page.Templates;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderMail;
import org.broadsheet.reader.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountLettersTest {
    private static final Email TO = new Email("ani@paper.test");
    private static final Email NEXT = new Email("next&co@paper.test");
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz012345";

    private static final List<ReaderMail> ALL = List.of(
            new ReaderMail.Confirm(TO, TOKEN),
            new ReaderMail.HereAlready(TO),
            new ReaderMail.SignInLink(TO, TOKEN),
            new ReaderMail.ResetLink(TO, TOKEN),
            new ReaderMail.NobodyHere(TO),
            new ReaderMail.OldAddress(TO, TOKEN, NEXT),
            new ReaderMail.NewAddress(TO, TOKEN),
            new ReaderMail.AddressChanged(TO, NEXT),
            new ReaderMail.PasswordChanged(TO),
            new ReaderMail.StaffLink(TO, TOKEN, Role.EDITOR));

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void each_letter_says_the_same_as_text_and_as_html_and_calls_nobody(String language) {
        AccountLetters letters = letters(language);
        for (ReaderMail kind : ALL) {
            Mail mail = letters.write(kind);
            Document html = Jsoup.parse(mail.html());
            assertThat(mail.to()).isEqualTo("ani@paper.test");
            assertThat(mail.subject()).contains("Fish & <Chips>").doesNotContain("{");
            assertThat(mail.text()).doesNotContain("{");
            assertThat(html.select("html").attr("lang")).isEqualTo(language);
            assertThat(html.select("h1").text()).isEqualTo(mail.subject());
            assertThat(html.select("[src], link, script, style, form")).isEmpty();
            assertThat(html.select("a[href]").eachAttr("href")).allMatch(href -> href.startsWith("https://paper.test"));
            for (String paragraph : html.select("td > p:not(:has(a))").eachText()) {
                assertThat(mail.text().replaceAll("\\s+", " ")).contains(paragraph);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void each_link_stands_in_both_parts_under_the_papers_own_address(String language) {
        AccountLetters letters = letters(language);
        Mail link = letters.write(new ReaderMail.SignInLink(TO, TOKEN));
        String address = "https://paper.test/sign-in/link/" + TOKEN;
        assertThat(link.text()).contains("\n" + address + "\n");
        assertThat(Jsoup.parse(link.html()).select("a[href=" + address + "]")).hasSize(1);
        assertThat(letters.write(new ReaderMail.OldAddress(TO, TOKEN, NEXT)).text())
                .contains("next&co@paper.test", "https://paper.test/account/email/old/" + TOKEN);
        assertThat(letters.write(new ReaderMail.StaffLink(TO, TOKEN, Role.EDITOR))
                        .text())
                .contains(language.equals("en") ? "editor" : "redaktur");
    }

    private static AccountLetters letters(String language) {
        Settings settings = Settings.load(
                Map.of(), Map.of("NAME", "Fish & <Chips>", "LANGUAGE", language, "BASE_URL", "https://paper.test"));
        return new AccountLetters(new Letters(new Templates(), settings));
    }
}
