package org.broadsheet.site.reader;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Texts;
import org.broadsheet.feedback.Letter;
import org.broadsheet.site.assembly.Frames;
import org.broadsheet.site.page.FeedbackForm;
import org.broadsheet.site.page.FeedbackPage;
import org.broadsheet.site.page.FeedbackPage.State;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.page.Variant;
import org.broadsheet.story.Address;
import org.broadsheet.story.InPrint;
import org.springframework.stereotype.Component;

/** The opinion form on a page of its own, refused letters, and thanks. */
@Component
class FeedbackPages {
    private final Frames frames;
    private final Templates templates;
    private final InPrint inPrint;
    private final Settings settings;

    FeedbackPages(Frames frames, Templates templates, InPrint inPrint, Settings settings) {
        this.frames = frames;
        this.templates = templates;
        this.inPrint = inPrint;
        this.settings = settings;
    }

    URI address() {
        return settings.baseUrl();
    }

    byte[] asking(Variant variant, String about) {
        Optional<Link> story = story(about);
        return render(
                variant, State.ASKING, FeedbackForm.empty(story.map(Link::href).orElse("")), story);
    }

    byte[] thanks(Variant variant, String about) {
        return render(variant, State.THANKED, FeedbackForm.empty(""), story(about));
    }

    /** The form again with what was written in it, and why it was refused. */
    byte[] refused(Variant variant, Letter letter, String key, Object... facts) {
        Optional<Link> story = story(letter.about());
        String why = Texts.in(frames.paper().language()).say(key, facts);
        String about = story.map(Link::href).orElse("");
        return render(variant, State.ASKING, new FeedbackForm(about, letter.words(), Optional.of(why)), story);
    }

    private byte[] render(Variant variant, State state, FeedbackForm form, Optional<Link> story) {
        String title = Texts.in(frames.paper().language()).say("feedback.title");
        Frame frame = frames.frame(variant, Head.unlisted(title, "", "/feedback"), "");
        return templates.render("site/feedback", new FeedbackPage(frame, state, form, story));
    }

    private Optional<Link> story(String about) {
        return Address.of(about)
                .flatMap(inPrint::numberAt)
                .flatMap(id -> inPrint.teasers(List.of(id)).stream().findFirst())
                .map(teaser -> new Link(teaser.headline(), teaser.path()));
    }
}
