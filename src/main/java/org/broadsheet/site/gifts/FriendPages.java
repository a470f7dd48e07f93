package org.broadsheet.site.gifts;

import java.util.List;
import java.util.Optional;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Texts;
import org.broadsheet.gift.GiftToken;
import org.broadsheet.gift.Opened;
import org.broadsheet.site.assembly.Frames;
import org.broadsheet.site.page.Card;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.page.Variant;
import org.broadsheet.story.Teaser;
import org.springframework.stereotype.Component;

/** The pages of those to whom something was given. */
@Component
class FriendPages {
    private final Frames frames;
    private final Templates templates;

    FriendPages(Frames frames, Templates templates) {
        this.frames = frames;
        this.templates = templates;
    }

    byte[] closed(Variant variant, ClosedPage.Kind kind, Optional<Teaser> story, String notice) {
        String title = say("gifts.closed." + kind.word() + ".title");
        Frame frame = frames.frame(variant, Head.unlisted(title, "", "/gift"), "");
        return templates.render("gifts/closed", new ClosedPage(frame, kind, story.map(FriendPages::link), notice));
    }

    /** The address in the card is the gift's own: some services send people to the one in the card. */
    byte[] card(Variant variant, GiftToken token, Teaser story) {
        Card card = frames.cards().of(List.of(story)).getFirst();
        Head head = new Head(
                story.headline(),
                story.standfirst(),
                token.path(),
                Head.Robots.UNLISTED,
                card.picture(),
                List.of(),
                List.of());
        return templates.render(
                "gifts/card",
                new CardPage(frames.frame(variant, head, ""), story.headline(), story.standfirst(), token.path()));
    }

    byte[] greeting(Variant variant, Teaser story, Opened.Greeting greeting) {
        Frame frame = frames.frame(variant, Head.unlisted(say("gifts.from.title"), "", "/gift/from"), "");
        return templates.render(
                "gifts/greeting", new GreetingPage(frame, link(story), said(greeting), greeting.note()));
    }

    /** From whom it is, as a sentence. */
    String said(Opened.Greeting greeting) {
        return greeting.from().map(name -> say("gifts.from.somebody", name)).orElseGet(() -> say("gifts.from.text"));
    }

    private String say(String key, Object... facts) {
        return Texts.in(frames.paper().language()).say(key, facts);
    }

    private static Link link(Teaser story) {
        return new Link(story.headline(), story.path());
    }
}
