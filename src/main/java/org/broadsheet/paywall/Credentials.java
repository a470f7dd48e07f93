package org.broadsheet.paywall;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.broadsheet.gift.GiftPass;
import org.broadsheet.paywall.meter.MeterRead;
import org.broadsheet.reader.Session;
import org.broadsheet.story.StoryId;

/**
 * What one browser's cookies prove, by their signatures; whether it still holds is asked each time. May be remembered by
 * the cookies' words.
 */
public final class Credentials {

    private final Optional<Session> session;
    private final Optional<Pass> pass;
    private final List<MeterRead> reads;
    private final Map<Long, String> gifts;
    private final Map<Long, Optional<GiftPass>> opened = new ConcurrentHashMap<>();

    /** @param gifts by story, as they came: read when that story is asked for */
    Credentials(Optional<Session> session, Optional<Pass> pass, List<MeterRead> reads, Map<Long, String> gifts) {
        this.session = session;
        this.pass = pass;
        this.reads = List.copyOf(reads);
        this.gifts = Map.copyOf(gifts);
    }

    public Optional<Session> session() {
        return session;
    }

    /** Signed in, and every story is open to them, as far as their last pass knows. */
    public boolean subscribes() {
        return session.isPresent() && PassDesk.subscribes(this, session.get());
    }

    /** An institution's network has opened every story to this browser, be it that its pass has run out. */
    boolean cameByNetwork() {
        return pass.filter(each -> each.kind() == Pass.Kind.INSTITUTION).isPresent();
    }

    Optional<Pass> pass() {
        return pass;
    }

    List<MeterRead> reads() {
        return reads;
    }

    Optional<GiftPass> gift(StoryId story, Function<String, Optional<GiftPass>> read) {
        if (gifts.isEmpty()) {
            return Optional.empty();
        }
        String sealed = gifts.get(story.value());
        return sealed == null
                ? Optional.empty()
                : opened.computeIfAbsent(
                        story.value(),
                        number -> read.apply(sealed).filter(gift -> gift.story().equals(story)));
    }

    /** The same browser with another pass. */
    Credentials with(Optional<Session> held, Optional<Pass> fresh) {
        return new Credentials(held, fresh, reads, gifts);
    }
}
