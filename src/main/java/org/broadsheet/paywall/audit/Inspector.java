package org.broadsheet.paywall.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.paywall.audit.crawl.Crawl;
import org.broadsheet.paywall.audit.crawl.Crawl.Surface;
import org.broadsheet.paywall.audit.crawl.Identity;
import org.broadsheet.paywall.audit.crawl.Kind;
import org.broadsheet.paywall.audit.crawl.Sent;
import org.broadsheet.paywall.text.Numbers;
import org.broadsheet.paywall.text.Shingles;
import org.broadsheet.paywall.text.Sieve;
import org.broadsheet.paywall.text.StoryText;
import org.broadsheet.story.Address;
import org.broadsheet.story.Found;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;

/** Compares every answer with what must not be seen, and notes what may be a leak. */
final class Inspector implements Crawl.Heard {
    private static final Numbers NONE = new Numbers();
    private static final Opened NOTHING = new Opened(NONE, NONE);
    private static final int MOST_SILENT = 20;

    private final Sieve sieve;
    private final InPrint stories;
    private final Sightings sightings = new Sightings();
    private final Tally tally = new Tally();
    private final List<String> silent = new ArrayList<>();
    private final Runnable step;

    /**
     * What the meter opens at an address.
     *
     * @param runs all of the story's, since they may be guarded as another one's: those that begin in its beginning and end in
     *     what the meter opens, and those of its links' addresses, too
     */
    private record Opened(Numbers runs, Numbers guarded) {}

    Inspector(Sieve sieve, InPrint stories, Runnable step) {
        this.sieve = sieve;
        this.stories = stories;
        this.step = step;
    }

    @Override
    public void answer(Identity to, Surface surface, Sent sent) {
        boolean keptByNobody = sent.isKeptByNobody();
        Opened opened = keptByNobody && to.sees() == Identity.Sees.METERED ? metered(surface) : NOTHING;
        boolean mayAll = to.sees() == Identity.Sees.ALL && keptByNobody;
        Numbers body = Shingles.in(sent.text());
        Numbers headers = Shingles.in(sent.headers());
        if (!mayAll) {
            Sightings.Seen seen = new Sightings.Seen(to, surface, to.sees() == Identity.Sees.ALL);
            note(body, opened.runs(), seen);
            note(headers, NONE, seen);
        }
        boolean open = body.sharedWith(opened.guarded()) > 0;
        tally.add(surface.kind(), to, sent.bytes(), (long) body.size() + headers.size(), open);
        step.run();
    }

    /** What did not come over HTTP. */
    void text(Identity to, Surface surface, String text) {
        Numbers runs = Shingles.in(text);
        note(runs, NONE, new Sightings.Seen(to, surface, false));
        tally.add(surface.kind(), to, text.length(), runs.size(), false);
    }

    @Override
    public void silence(Identity to, String address, IOException why) {
        synchronized (silent) {
            if (silent.size() < MOST_SILENT) {
                silent.add(redacted(address) + ": " + why.getClass().getSimpleName());
            }
        }
        step.run();
    }

    Sightings sightings() {
        return sightings;
    }

    Tally tally() {
        return tally;
    }

    List<String> silent() {
        synchronized (silent) {
            return List.copyOf(silent);
        }
    }

    /** An address as the report may say it: one that holds guarded text, or a question made of it, is cut. */
    String redacted(String address) {
        int question = address.indexOf("?q=");
        String shown = question < 0 ? address : address.substring(0, question + 3) + "…";
        boolean[] guarded = new boolean[1];
        Shingles.in(shown).forEach(run -> guarded[0] |= sieve.mayHave(run));
        return guarded[0] ? shown.substring(0, Math.min(12, shown.length())) + "…" : shown;
    }

    private void note(Numbers runs, Numbers opened, Sightings.Seen seen) {
        runs.forEach(run -> {
            if (sieve.mayHave(run) && !opened.has(run)) {
                sightings.add(run, seen);
            }
        });
    }

    private Opened metered(Surface surface) {
        if (surface.kind() != Kind.ARTICLE) {
            return NOTHING;
        }
        int query = surface.address().indexOf('?');
        String path = query < 0 ? surface.address() : surface.address().substring(0, query);
        Optional<Found> found = Address.of(path).map(stories::at);
        return found.isPresent()
                        && found.get() instanceof Found.Here(var story)
                        && story.teaser().reach() == Reach.METERED
                ? new Opened(StoryText.sent(story.body()), StoryText.guarded(Reach.METERED, story.body()))
                : NOTHING;
    }
}
