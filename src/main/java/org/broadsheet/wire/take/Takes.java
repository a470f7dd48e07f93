package org.broadsheet.wire.take;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.Printed;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.rule.PrintRules;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireStories;
import org.broadsheet.wire.WireStories.Place;
import org.broadsheet.wire.item.Succession;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.item.WireTime;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door between the wire and the newsroom: an item becomes a story, once, whoever else wants it at the same moment. The
 * story is made from the sender's latest word, and stands on that from then on ({@link Taken}).
 */
@Component
@Transactional
public class Takes {
    private final TakenSql sql;
    private final Taken taken;
    private final Stories stories;
    private final PrintRules rules;

    Takes(Jdbi jdbi, Taken taken, Stories stories, PrintRules rules) {
        this.sql = NamedSql.of(jdbi, TakenSql.class);
        this.taken = taken;
        this.stories = stories;
        this.rules = rules;
    }

    /** As a draft for the desk; the sender's embargo holds it whoever prints it. */
    public Took take(long item, Place place, Actor by, Instant at) {
        Optional<Latest> latest = latest(item);
        if (latest.isEmpty()) {
            return new Took.NoSuchItem();
        }
        return refusal(latest.get()).orElseGet(() -> new Took.Made(made(latest.get(), place, by, at)));
    }

    /** As a story before readers. While the desk leaves it as it came, the sender's updates go into print as they come. */
    public Took publish(long item, Place place, Actor by, Instant at) {
        Optional<Latest> latest = latest(item);
        if (latest.isEmpty()) {
            return new Took.NoSuchItem();
        }
        Optional<Took> refused = refusal(latest.get());
        if (refused.isPresent()) {
            return refused.get();
        }
        StoryId story = made(latest.get(), place, by, at);
        return switch (stories.print(story, at)) {
            case Printed.Done(var address) -> {
                taken.follows(story);
                yield new Took.Published(story, address);
            }
            case Printed.Waiting _ -> {
                taken.follows(story);
                yield new Took.Embargoed(story, latest.get().embargo().orElseThrow());
            }
            case Printed why -> new Took.Waiting(story, why);
        };
    }

    private record Latest(String source, WireItem item) {
        Optional<Instant> embargo() {
            return item.embargo().map(WireTime::instant);
        }
    }

    /** The sender's latest word of the item that this is a version of; nobody else takes it until this is done. */
    private Optional<Latest> latest(long item) {
        Optional<TakenSql.NameRow> name = sql.name(item);
        name.ifPresent(known -> taken.hold(List.of(known)));
        return name.flatMap(known -> Succession.latest(
                        sql.versions(known.source(), known.guid()).stream().map(Wire::item))
                .map(latest -> new Latest(known.source(), latest)));
    }

    private Optional<Took> refusal(Latest latest) {
        Optional<Taken.Base> before = taken.from(latest.source(), latest.item().guid());
        if (before.isPresent()) {
            return Optional.of(new Took.Already(before.get().story()));
        }
        if (latest.item().status() != WireStatus.USABLE) {
            return Optional.of(new Took.NotAllowed(latest.item().status()));
        }
        return latest.item().paragraphs().isEmpty() ? Optional.of(new Took.NoText()) : Optional.empty();
    }

    private StoryId made(Latest latest, Place place, Actor by, Instant at) {
        StoryId story = stories.create(WireStories.copy(latest.item(), place), by, at);
        rules.embargo(story, latest.embargo(), at);
        taken.standsOn(story, latest.source(), latest.item(), at);
        return story;
    }
}
