package org.broadsheet.site.account;

import java.util.List;
import java.util.Locale;
import org.broadsheet.base.Settings;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Dates;
import org.broadsheet.base.words.Texts;
import org.broadsheet.reader.Weakness;
import org.broadsheet.site.account.page.AccountPage;
import org.broadsheet.site.account.page.Form;
import org.broadsheet.site.account.page.FormPage;
import org.broadsheet.site.account.page.OutboxPage;
import org.broadsheet.site.account.page.PressPage;
import org.broadsheet.site.account.page.SentPage;
import org.broadsheet.site.assembly.Frames;
import org.broadsheet.site.assembly.Messages;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Variant;
import org.springframework.stereotype.Component;

/** Puts readers' own pages together. No search engine lists them. */
@Component
class AccountPages {
    private final Frames frames;
    private final Templates templates;
    private final Messages messages;
    private final Settings settings;

    AccountPages(Frames frames, Templates templates, Messages messages, Settings settings) {
        this.frames = frames;
        this.templates = templates;
        this.messages = messages;
        this.settings = settings;
    }

    /** A page that is one form: {@code signIn} is a template's name, the page's address and its title {@code sign-in}. */
    byte[] form(String template, Variant variant, Form form, String to) {
        String name = template.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return templates.render(
                "account/" + template,
                new FormPage(frame(variant, say(name + ".title"), "/" + name), form, to, Weakness.SHORTEST));
    }

    /** @param wanted all but the frame and the shortest password */
    byte[] press(Variant variant, Press wanted) {
        Frame frame = frame(variant, say(wanted.key() + "title"), "/account");
        return templates.render(
                "account/press",
                new PressPage(
                        frame,
                        wanted.key(),
                        wanted.fact(),
                        wanted.action(),
                        wanted.asks(),
                        wanted.form(),
                        Weakness.SHORTEST));
    }

    /** See {@link PressPage}. */
    record Press(String key, String fact, String action, PressPage.Asks asks, Form form) {}

    /** Words, and a link to go on by. */
    byte[] sent(Variant variant, String key, String href) {
        boolean outbox = settings.mail().server().isEmpty();
        return templates.render(
                "account/sent", new SentPage(frame(variant, say(key + "title"), "/account"), key, href, outbox));
    }

    byte[] account(AccountPage page) {
        return templates.render("account/home", page);
    }

    byte[] privacy(Variant variant) {
        return form("privacy", variant, Form.empty(), "");
    }

    byte[] outbox(Variant variant, List<OutboxPage.Mail> mails) {
        return templates.render(
                "account/outbox", new OutboxPage(frame(variant, say("outbox.title"), "/outbox"), mails));
    }

    byte[] refused(Variant variant, String words) {
        return messages.refused(variant, java.util.Optional.of(words));
    }

    byte[] notFound(Variant variant) {
        return messages.notFound(variant).body();
    }

    Frame frame(Variant variant, String title, String path) {
        return frames.frame(variant, Head.unlisted(title, "", path), "");
    }

    Dates dates() {
        return frames.dates();
    }

    String say(String key, Object... facts) {
        return Texts.in(frames.paper().language()).say(key, facts);
    }

    String paper() {
        return frames.paper().name();
    }

    /** Why a password cannot be chosen, and what to do. */
    String say(Weakness why) {
        String key = "password." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return say(key, Weakness.SHORTEST, Weakness.LONGEST);
    }
}
