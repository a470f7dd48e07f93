package org.broadsheet.wire.rule;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Language;
import org.broadsheet.base.Slugs;
import org.broadsheet.base.db.NamedSql;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Topic;
import org.broadsheet.wire.Wire;
import org.broadsheet.wire.WireNews;
import org.broadsheet.wire.WireStories;
import org.broadsheet.wire.item.WireStatus;
import org.broadsheet.wire.take.Takes;
import org.broadsheet.wire.take.Took;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rules for the wire. A new one is off; it is tried against what came lately, and then turned on. Of those that are on, the first
 * that fits an item decides what becomes of it.
 */
@Component
@Transactional
public class Rules {
    private static final Logger LOG = LoggerFactory.getLogger("wire");

    private final RuleSql sql;
    private final Takes takes;
    private final InPrint inPrint;
    private final Wire wire;
    private final InstantSource clock;

    Rules(Jdbi jdbi, Takes takes, InPrint inPrint, Wire wire, InstantSource clock) {
        this.sql = NamedSql.of(jdbi, RuleSql.class);
        this.takes = takes;
        this.inPrint = inPrint;
        this.wire = wire;
        this.clock = clock;
    }

    /** A rule as it is kept. */
    public record Kept(long number, Rule rule, boolean isOn) {}

    /** What a rule would have done. @param instead the number of a rule that is on, stands before it and fits as well */
    public record Would(Wire.Kept item, Optional<Long> instead) {}

    /**
     * Adds a rule after the others, off.
     *
     * @throws IllegalArgumentException when there is no such section
     */
    public long add(Rule rule, Instant at) {
        Rule.Deed deed = rule.deed();
        if (inPrint.section(deed.section()).isEmpty()) {
            throw new IllegalArgumentException(
                    "section is \"" + deed.section() + "\"; expected the slug of one that exists");
        }
        return sql.add(new RuleSql.NewRule(
                rule.source(),
                rule.subject(),
                rule.keyword(),
                rule.urgency(),
                deed.action().word(),
                deed.section(),
                deed.topics().stream().map(Topic::name).toList(),
                deed.reach().word(),
                at));
    }

    /** In the order in which they are asked. */
    @Transactional(readOnly = true)
    public List<Kept> all() {
        return sql.all().stream().map(Rules::kept).toList();
    }

    public boolean turnOn(long number) {
        return sql.turn(number, true);
    }

    public boolean turnOff(long number) {
        return sql.turn(number, false);
    }

    public boolean remove(long number) {
        return sql.remove(number);
    }

    /** What a rule, on or off, would have done with the newest items; nothing is done. Empty when there is no such rule. */
    @Transactional(readOnly = true)
    public Optional<List<Would>> tryOut(long number, int most) {
        List<Kept> all = all();
        Optional<Kept> tried =
                all.stream().filter(kept -> kept.number() == number).findFirst();
        if (tried.isEmpty()) {
            return Optional.empty();
        }
        List<Kept> before = all.subList(0, all.indexOf(tried.get())).stream()
                .filter(Kept::isOn)
                .toList();
        List<Would> would = new ArrayList<>();
        for (Wire.Kept item : wire.latest(most)) {
            if (isForRules(item) && tried.get().rule().fits(item)) {
                would.add(new Would(item, first(before, item).map(Kept::number)));
            }
        }
        return Optional.of(would);
    }

    /** Hears what is new, after stories that stand on it have followed. */
    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    public void hear(WireNews news) {
        List<Kept> rules = sql.on().stream().map(Rules::kept).toList();
        if (rules.isEmpty()) {
            return;
        }
        for (Wire.Kept item : news.items()) {
            if (isForRules(item)) {
                first(rules, item).ifPresent(kept -> apply(kept, item));
            }
        }
    }

    private static boolean isForRules(Wire.Kept item) {
        return item.item().status() == WireStatus.USABLE
                && !item.item().paragraphs().isEmpty();
    }

    private static Optional<Kept> first(List<Kept> rules, Wire.Kept item) {
        return rules.stream().filter(kept -> kept.rule().fits(item)).findFirst();
    }

    private void apply(Kept kept, Wire.Kept item) {
        Rule.Deed deed = kept.rule().deed();
        if (deed.action() == Rule.Action.LEAVE
                || inPrint.section(deed.section()).isEmpty()) {
            return;
        }
        WireStories.Place place = new WireStories.Place(deed.section(), deed.topics(), deed.reach(), Language.ENGLISH);
        Actor by = new Actor("wire rule " + kept.number());
        Took took = deed.action() == Rule.Action.PUBLISH
                ? takes.publish(item.id(), place, by, clock.instant())
                : takes.take(item.id(), place, by, clock.instant());
        if (!(took instanceof Took.Already)) {
            LOG.atInfo()
                    .addKeyValue("source", item.source())
                    .addKeyValue("rule", kept.number())
                    .log("wire: {}", took);
        }
    }

    private static Kept kept(RuleSql.RuleRow row) {
        List<Topic> topics = row.topics().stream().map(Rules::topic).toList();
        Rule.Deed deed = new Rule.Deed(Rule.Action.of(row.action()), row.section(), topics, Reach.of(row.reach()));
        return new Kept(
                row.id(), new Rule(row.source(), row.subject(), row.keyword(), row.urgency(), deed), row.isOn());
    }

    /** A topic by its name; its address is made from that. @throws IllegalArgumentException when none can be */
    public static Topic topic(String name) {
        return new Topic(
                Slugs.of(name)
                        .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is no name of a topic")),
                name.strip());
    }
}
