package org.broadsheet.site.gifts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.words.Moment;
import org.broadsheet.gift.GiftLink;
import org.broadsheet.site.page.Link;
import org.broadsheet.site.page.ShareLinks;

/**
 * A gift as its giver's pages show it.
 *
 * @param story what was given; empty when it is no longer in the paper
 * @param url the link; empty where it opens nothing any more
 */
public record GiftView(GiftLink gift, Optional<Link> story, Optional<String> url, Moment given, Moment until) {
    private static final Set<String> WAYS = Set.of("WhatsApp", "Telegram", "e-mail");

    public String page() {
        return "/gifts/" + gift.id();
    }

    /** Names the text {@code gifts.state.<state>}. */
    public String state() {
        return gift.state().name().toLowerCase(Locale.ROOT);
    }

    public boolean revocable() {
        return gift.state() != GiftLink.State.REVOKED && gift.state() != GiftLink.State.EXPIRED;
    }

    /** Plain links that hand the gift on; no script of theirs is loaded. */
    public List<Link> ways() {
        return url.map(link -> ShareLinks.of(link, story.map(Link::name).orElse("")).stream()
                        .filter(way -> WAYS.contains(way.name()))
                        .toList())
                .orElse(List.of());
    }
}
