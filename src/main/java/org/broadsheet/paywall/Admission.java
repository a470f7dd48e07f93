package org.broadsheet.paywall;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.gift.GiftPass;
import org.broadsheet.gift.GiftPasses;
import org.broadsheet.paywall.crawler.Crawlers;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.story.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers what {@link Paywall#decide} needs to know: at once, from signed cookies, or, where those do not say enough, by
 * asking the database, and spending what has to be spent.
 */
@Component
public class Admission {

    private static final Standing STRANGER = new Standing.Stranger();
    private static final Standing CRAWLER = new Standing.Crawler();
    private static final Given NO_GIFT = new Given.Nothing();
    private static final Given GIFT_OVER = new Given.Over();
    private static final Metering UNCOUNTED = new Metering.Uncounted();

    private final PassDesk passes;
    private final Meter meter;
    private final GiftPasses gifts;
    private final Crawlers crawlers;
    private final InstantSource clock;

    Admission(PassDesk passes, Meter meter, GiftPasses gifts, Crawlers crawlers, InstantSource clock) {
        this.passes = passes;
        this.meter = meter;
        this.gifts = gifts;
        this.crawlers = crawlers;
        this.clock = clock;
    }

    /**
     * Who comes, how, and from where.
     *
     * @param crawler the search engine that the browser's name claims, absent where this paper lets none read
     * @param from asked only where a search engine or an institution's network has to be verified
     */
    public record Comer(Credentials who, Coming how, Optional<String> crawler, Supplier<InetAddress> from) {}

    /** The decision, where it takes no waiting and spends nothing; otherwise {@link #admit} has to be asked. */
    public @Nullable Access atHand(Credentials who, Coming how, Guard story) {
        Instant now = clock.instant();
        Optional<Pass> honoured = passes.honoured(who, now);
        if (honoured.isEmpty() && (who.session().isPresent() || who.cameByNetwork())) {
            return null;
        }
        Standing standing = honoured.map(Pass::standing).orElse(STRANGER);
        Metering metering = metering(who, standing, how, story, now);
        Access access = Paywall.decide(story.reach(), standing, given(who, story, now), metering);
        return metering instanceof Metering.Fresh && access instanceof Access.Metered ? null : access;
    }

    /** The search engine that a browser's name claims, if this paper lets that one read; whether it is one is not asked. */
    public Optional<String> claimed(String browser) {
        return crawlers.claimed(browser);
    }

    /** True where somebody is signed in and nothing at hand says as what, so that not even the masthead can be known. */
    public boolean mustBeAsked(Credentials who) {
        return who.session().isPresent() && passes.mustBeAsked(who, clock.instant());
    }

    /** Who they are, as the database has it now. */
    public Admitted.Shown ask(Credentials who) {
        PassDesk.Shown shown = passes.ask(who, clock.instant());
        return new Admitted.Shown(Paywall.BEGINNING, shown.who(), shown.cookies());
    }

    /** The cookie for a reader who comes from a network that every story is open to. Waits for the database, if need be. */
    public Optional<String> ofInstitution(InetAddress from) {
        return passes.ofInstitution(from);
    }

    /** The word under which the page that this access opens is kept. */
    public String face(Access access) {
        return Face.word(access, meter.month(clock.instant()));
    }

    /** The decision; waits for the database or a name server, and spends. */
    public Admitted admit(Comer comer, Guard story) {
        Instant now = clock.instant();
        if (comer.crawler().isPresent()
                && crawlers.isOne(comer.crawler().get(), comer.from().get())) {
            Access access = Paywall.decide(story.reach(), CRAWLER, NO_GIFT, UNCOUNTED);
            return new Admitted.Shown(access, comer.who(), List.of());
        }
        PassDesk.Shown shown = passes.ask(comer.who(), comer.from(), now);
        List<String> cookies = new ArrayList<>(shown.cookies());
        Standing standing = shown.good().map(Pass::standing).orElse(STRANGER);
        Given given = given(comer.who(), story, now);
        Metering metering = metering(comer.who(), standing, comer.how(), story, now);
        Access access = Paywall.decide(story.reach(), standing, given, metering);
        if (metering instanceof Metering.Fresh(int left) && access instanceof Access.Metered) {
            if (comer.how() == Coming.AHEAD) {
                return new Admitted.NotYet();
            }
            Meter.Opened opened = reader(standing)
                    .map(reader -> meter.open(reader, story.story(), comer.who().reads(), now))
                    .orElseGet(() -> meter.open(story.story(), left, now));
            opened.cookie().ifPresent(cookies::add);
            access = Paywall.decide(story.reach(), standing, given, opened.stands());
        }
        return new Admitted.Shown(access, shown.who(), cookies);
    }

    private Given given(Credentials who, Guard story, Instant now) {
        Optional<GiftPass> gift = who.gift(story.story(), gifts::read);
        if (gift.isEmpty()) {
            return NO_GIFT;
        }
        return gifts.opens(gift.get(), now) ? new Given.Live(gift.get().gift().value()) : GIFT_OVER;
    }

    private Metering metering(Credentials who, Standing standing, Coming how, Guard story, Instant now) {
        Metering stands = meter.stands(who.reads(), reader(standing), story.story(), meter.month(now));
        return how == Coming.LOOKS && !(stands instanceof Metering.Opened) ? UNCOUNTED : stands;
    }

    private static Optional<ReaderId> reader(Standing standing) {
        return standing instanceof Standing.Registered(ReaderId reader) ? Optional.of(reader) : Optional.empty();
    }
}
