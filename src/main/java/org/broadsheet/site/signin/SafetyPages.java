package org.broadsheet.site.signin;

import java.time.Instant;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Moment;
import org.broadsheet.base.words.Texts;
import org.broadsheet.site.assembly.Frames;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Variant;
import org.springframework.stereotype.Component;

/** What the pages of this package have around their content. */
@Component
class SafetyPages {
    private final Frames frames;
    private final Templates templates;

    SafetyPages(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    /** @param title a text's key */
    Frame frame(Variant variant, String title, String path) {
        return frames.frame(variant, Head.unlisted(texts().say(title), "", path), "");
    }

    byte[] render(String template, Object page) {
        return templates.render("account/" + template, page);
    }

    Texts texts() {
        return Texts.in(frames.paper().language());
    }

    String paper() {
        return frames.paper().name();
    }

    Moment moment(Instant at) {
        return frames.dates().moment(at);
    }
}
