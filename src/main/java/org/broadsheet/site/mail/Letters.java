package org.broadsheet.site.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.base.Settings;
import org.broadsheet.base.mail.Mail;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Texts;
import org.springframework.stereotype.Component;

/** Writes letters in the paper's language. */
@Component
public class Letters {
    private final Templates templates;
    private final Settings settings;
    private final Language language;
    private final Texts texts;

    Letters(Templates templates, Settings settings) {
        this.templates = templates;
        this.settings = settings;
        this.language = new Language(settings.paper().language().toLanguageTag());
        this.texts = Texts.in(language);
    }

    /**
     * What a letter says.
     *
     * @param before paragraphs above the button, {@code after} those below
     * @param act what there is to do: its name, and a path of this paper
     */
    public record Draft(String subject, List<String> before, Optional<Letter.Act> act, List<String> after) {}

    public Mail write(String to, Draft draft) {
        Letter letter = new Letter(
                settings.paper().name(),
                settings.baseUrl().toString(),
                language,
                draft.subject(),
                draft.before(),
                draft.act().map(act -> new Letter.Act(act.name(), settings.baseUrl() + act.href())),
                draft.after(),
                say("mail.foot", settings.paper().name()));
        String html = new String(templates.render("mail/letter", letter), StandardCharsets.UTF_8);
        return new Mail(to, letter.subject(), letter.text(), html);
    }

    public String say(String key, Object... facts) {
        return texts.say(key, facts);
    }

    public String paper() {
        return settings.paper().name();
    }
}
