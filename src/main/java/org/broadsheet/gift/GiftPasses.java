package org.broadsheet.gift;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.base.Settings;
import org.broadsheet.base.sign.Signer;
import org.broadsheet.story.StoryId;
import org.springframework.stereotype.Component;

/**
 * Writes gift passes into cookies and reads them back, without the database: {@code gift.story.until.signature}, in a cookie
 * named {@code gift-} and the story's number. What a node has heard to be revoked opens no more.
 */
@Component
public final class GiftPasses {
    private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,17})\\.([1-9][0-9]{0,17})\\.([0-9]{1,11})");

    private final Signer signer;
    /** With the time at which every pass of theirs has run out by itself. */
    private final Map<GiftId, Instant> revoked = new ConcurrentHashMap<>();

    public GiftPasses(Settings settings) {
        this.signer = new Signer(settings, "gift");
    }

    /** The bare name of the cookie that opens this story. */
    public static String cookie(StoryId story) {
        return "gift-" + story;
    }

    public String write(GiftPass pass) {
        return signer.sign(pass.gift() + "." + pass.story() + "." + pass.until().getEpochSecond());
    }

    /** How long the cookie is to be kept. */
    public static Duration life(GiftPass pass, Instant now) {
        return Duration.between(now, pass.until());
    }

    /** What it says, if this paper signed it. Whether it opens anything is for {@link #opens}. */
    public Optional<GiftPass> read(String signed) {
        return signer.read(signed)
                .map(SHAPE::matcher)
                .filter(Matcher::matches)
                .map(parts -> new GiftPass(
                        new GiftId(Long.parseLong(parts.group(1))),
                        new StoryId(Long.parseLong(parts.group(2))),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(3)))));
    }

    /** True while the gift has neither run out nor been revoked. Must not wait: asked for every page. */
    public boolean opens(GiftPass pass, Instant now) {
        return now.isBefore(pass.until()) && !revoked.containsKey(pass.gift());
    }

    /** From now on it opens nothing here. */
    void revoked(GiftId gift, Instant now) {
        revoked.values().removeIf(over -> over.isBefore(now));
        revoked.put(gift, now.plus(Gifts.LIFE));
    }
}
