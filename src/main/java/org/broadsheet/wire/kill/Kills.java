package org.broadsheet.wire.kill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.base.db.Change;
import org.broadsheet.base.db.ChangeNotices;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.story.Copy;
import org.broadsheet.story.Stories;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.rule.PrintRules;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireNews;
import org.broadsheet.wire.item.Succession;
import org.broadsheet.wire.item.WireItem;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.kill.Kill.Decided;
import org.broadsheet.wire.take.Taken;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for taking stories back by order. Everything that has to go goes in one transaction; what follows on other nodes
 * follows from its change notices.
 */
@Component
@Transactional
public class Kills {
    private static final int LONGEST_WHY = 500;
    private static final int LONGEST_RULE = 1_440;

    private final KillSql sql;
    private final Taken taken;
    private final Stories stories;
    private final PrintRules rules;
    private final Telling telling;

    /** Who hears of it. */
    @Component
    public record Telling(ChangeNotices notices, AuditLog audit) {}

    Kills(Jdbi jdbi, Taken taken, Stories stories, PrintRules rules, Telling telling) {
        this.sql = NamedSql.of(jdbi, KillSql.class);
        this.taken = taken;
        this.stories = stories;
        this.rules = rules;
        this.telling = telling;
    }

    /** Hears what is new on the wire, in its transaction. What came late, after copy that may be used again, is no order. */
    @EventListener
    public void hear(WireNews news) {
        List<Wire.Kept> orders = news.items().stream()
                .filter(kept -> kept.item().status() != WireStatus.USABLE)
                .toList();
        if (orders.isEmpty()) {
            return;
        }
        for (Wire.Kept kept : taken.amongTaken(orders)) {
            taken.from(kept.source(), kept.item().guid())
                    .filter(base -> Succession.compare(kept.item(), base.item()) >= 0)
                    .ifPresent(base -> ordered(base.story(), kept));
        }
    }

    private void ordered(StoryId story, Wire.Kept kept) {
        Instant acts = sql.minutes(kept.source())
                .map(minutes -> kept.arrived().plus(Duration.ofMinutes(minutes)))
                .orElse(kept.arrived());
        Optional<Long> number = sql.add(new KillSql.OrderRow(
                story.value(),
                Optional.of(kept.source()),
                kept.item().status().word(),
                why(kept.item()),
                kept.arrived(),
                acts));
        if (acts.equals(kept.arrived())) {
            number.or(() -> sql.waitingOf(story.value()).map(KillSql.KillRow::id))
                    .flatMap(sql::hold)
                    .ifPresent(row -> act(row, new Actor("wire: " + kept.source()), Instant.now()));
        }
    }

    private static String why(WireItem item) {
        String why = item.editorialNote()
                .or(item::headline)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(item.status().word());
        return why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY - 1) + "…" : why;
    }

    /** An editor takes a story back for good, whoever wrote it. What waits for the same story is carried out with it. */
    public Kill order(StoryId story, String why, Actor by, Instant at) {
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            throw new IllegalArgumentException("the reason has " + why.length() + " characters; expected 1 to 500");
        }
        if (stories.latest(story).isEmpty()) {
            throw new IllegalArgumentException("there is no story " + story.value());
        }
        KillSql.OrderRow order =
                new KillSql.OrderRow(story.value(), Optional.empty(), Kill.Order.EDITOR.word(), why.strip(), at, at);
        long number = sql.add(order)
                .or(() -> sql.waitingOf(story.value()).map(KillSql.KillRow::id))
                .orElseThrow();
        return act(sql.hold(number).orElseThrow(), by, at);
    }

    /** An editor carries out what waits. */
    public Decided act(long number, Actor by, Instant at) {
        return sql.hold(number)
                .<Decided>map(row -> row.decided().isPresent()
                        ? new Decided.Already(row.kill())
                        : new Decided.Done(act(row, by, at)))
                .orElseGet(Decided.NoSuchKill::new);
    }

    /** An editor leaves a story where it is although its agency wants it gone. @param reason 1 to 500 characters, kept */
    public Decided refuse(long number, String reason, Actor by, Instant at) {
        if (reason.isBlank() || reason.length() > LONGEST_WHY) {
            throw new IllegalArgumentException("the reason has " + reason.length() + " characters; expected 1 to 500");
        }
        Optional<KillSql.KillRow> row = sql.hold(number);
        if (row.isEmpty()) {
            return new Decided.NoSuchKill();
        }
        if (row.get().decided().isPresent()) {
            return new Decided.Already(row.get().kill());
        }
        sql.decide(number, "refused", at, by.name(), Optional.of(reason.strip()));
        note(row.get().kill().story(), by, "refused a kill", reason.strip(), at);
        return new Decided.Done(sql.hold(number).orElseThrow().kill());
    }

    /** Carries out what nobody has decided in time. Safe on any number of nodes at once. */
    public int actDue(Instant now) {
        List<KillSql.KillRow> due = sql.due(now);
        due.forEach(row -> act(row, Actor.PAPER, now));
        return due.size();
    }

    private Kill act(KillSql.KillRow row, Actor by, Instant at) {
        StoryId story = new StoryId(row.story());
        Language language =
                stories.latest(story).map(Copy.Latest::copy).map(Copy::language).orElse(Language.ENGLISH);
        rules.bar(story, row.why(), KillNotice.of(row.kill(), language), at);
        sql.decide(row.id(), "acted", at, by.name(), Optional.empty());
        note(story, by, "killed", row.why(), at);
        telling.notices().announce(new Change("kill", Long.toString(row.id())));
        return sql.hold(row.id()).orElseThrow().kill();
    }

    private void note(StoryId story, Actor by, String action, String why, Instant at) {
        telling.audit().write(new AuditLog.Entry(at, by, action, "story " + story.value(), why));
    }

    /** What waits first, then the newest; at most so many. */
    @Transactional(readOnly = true)
    public List<Kill> newest(int most) {
        return sql.newest(most).stream().map(KillSql.KillRow::kill).toList();
    }

    @Transactional(readOnly = true)
    public Optional<Kill.Receipt> receipt(long number) {
        return sql.find(number)
                .map(row -> new Kill.Receipt(
                        row.kill(),
                        sql.places(number).stream()
                                .map(place ->
                                        new Kill.Gone(place.node(), place.surface(), place.looked(), place.gone()))
                                .toList()));
    }

    /** A node says where it looked for a story that was killed, and whether it is gone there. */
    public void looked(long number, List<Kill.Gone> places) {
        places.forEach(place -> sql.gone(number, place.node(), place.surface(), place.looked(), place.isGone()));
    }

    /** How long an agency's kills wait for an editor, 1 minute to a day; empty: they act at once. */
    public void rule(String source, Optional<Duration> longest) {
        long minutes = longest.map(Duration::toMinutes).orElse(1L);
        if (minutes < 1 || minutes > LONGEST_RULE) {
            throw new IllegalArgumentException("kills can wait for 1 minute to a day, not " + longest.orElseThrow());
        }
        if (longest.isPresent()) {
            sql.rule(source, (int) minutes);
        } else {
            sql.atOnce(source);
        }
    }
}
