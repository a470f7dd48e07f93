package org.broadsheet.site.gifts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.base.page.Templates;
import org.broadsheet.base.words.Texts;
import org.broadsheet.gift.GiftLink;
import org.broadsheet.gift.Offer.Allowance;
import org.broadsheet.site.assembly.Frames;
import org.broadsheet.site.page.Frame;
import org.broadsheet.site.page.Head;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.page.Variant;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.StoryId;
import org.springframework.stereotype.Component;

/** The giver's pages. */
@Component
class GiftPages {
    private final Frames frames;
    private final Templates templates;
    private final InPrint inPrint;

    GiftPages(Frames frames, Templates templates, InPrint inPrint) {
        this.frames = frames;
        this.templates = templates;
        this.inPrint = inPrint;
    }

    /** What is said of giving one story, apart from the frame around it. */
    record Asked(String number, GivePage.State state, Optional<Allowance> allowance, GivePage.Form form) {}

    byte[] give(Variant variant, Asked asked) {
        String title = say("gifts.give." + asked.state().name().toLowerCase(Locale.ROOT) + ".title");
        Frame frame = frames.frame(variant, Head.unlisted(title, "", "/gifts/give"), "");
        Optional<Link> story = StoryNumber.of(asked.number()).flatMap(this::story);
        GivePage page = new GivePage(
                frame, asked.state(), story, asked.number(), asked.allowance().map(this::counter), asked.form());
        return templates.render("gifts/give", page);
    }

    byte[] gift(Variant variant, GiftLink gift, GiftPage.Said said, Optional<Allowance> allowance) {
        Frame frame = frames.frame(variant, Head.unlisted(say("gifts.one.title"), "", "/gifts"), "");
        return templates.render("gifts/gift", new GiftPage(frame, view(gift), said, allowance.map(this::counter)));
    }

    byte[] gifts(Variant variant, List<GiftLink> gifts, Optional<Allowance> allowance, boolean revoked) {
        Frame frame = frames.frame(variant, Head.unlisted(say("gifts.title"), "", "/gifts"), "");
        return templates.render(
                "gifts/gifts", new GiftsPage(frame, allowance.map(this::counter), months(gifts), revoked));
    }

    String say(String key, Object... facts) {
        return Texts.in(frames.paper().language()).say(key, facts);
    }

    private List<GiftsPage.Month> months(List<GiftLink> gifts) {
        DateTimeFormatter name = DateTimeFormatter.ofPattern(
                "LLLL uuuu", frames.paper().language().locale());
        Map<LocalDate, List<GiftView>> byMonth = new LinkedHashMap<>();
        gifts.forEach(gift ->
                byMonth.computeIfAbsent(gift.month(), key -> new ArrayList<>()).add(view(gift)));
        return byMonth.entrySet().stream()
                .map(month -> new GiftsPage.Month(name.format(month.getKey()), month.getValue()))
                .toList();
    }

    private GiftView view(GiftLink gift) {
        Optional<Link> story = gift.teaser().map(teaser -> new Link(teaser.headline(), teaser.path()));
        Optional<String> url = gift.token()
                .filter(token -> gift.opens())
                .map(token -> frames.paper().url(token.path()));
        return new GiftView(
                gift,
                story,
                url,
                frames.dates().moment(gift.given()),
                frames.dates().moment(gift.until()));
    }

    private Counter counter(Allowance allowance) {
        Instant resets = allowance.resets();
        return new Counter(
                allowance.left(),
                allowance.quota(),
                frames.dates().moment(resets).day());
    }

    private Optional<Link> story(StoryId id) {
        return inPrint.teasers(List.of(id)).stream()
                .findFirst()
                .map(teaser -> new Link(teaser.headline(), teaser.path()));
    }
}
