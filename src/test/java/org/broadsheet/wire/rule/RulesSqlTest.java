package org.broadsheet.wire.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Reach;
import org.broadsheet.story.State;
import org.broadsheet.story.Teaser;
import org.broadsheet.story.Topic;
import org.broadsheet.testing.TestDatabase;
import org.broadsheet.wire.take.SentCopy;
import org.broadsheet.wire.take.Taken;
import org.broadsheet.wire.take.WireDoors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RulesSqlTest {
    private static final Instant NOON = Instant.parse("2026-01-03T05:00:00Z");
    private static final Rule.Deed DRAFT = new Rule.Deed(Rule.Action.DRAFT, "world", List.of(), Reach.EVERYONE);
    private static final Rule.Deed PUBLISH =
            new Rule.Deed(Rule.Action.PUBLISH, "world", List.of(Rules.topic("Earth and sea")), Reach.METERED);
    private static final Rule.Deed LEAVE = new Rule.Deed(Rule.Action.LEAVE, "world", List.of(), Reach.EVERYONE);

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final WireDoors doors = WireDoors.of(database);
    private static final Rules rules = doors.rulesOfWire();
    private static final InPrint inPrint = database.door(InPrint.class);
    private static final SentCopy agency = doors.agency(NOON);

    @AfterEach
    void no_rules() {
        rules.all().forEach(kept -> rules.remove(kept.number()));
    }

    @Test
    void a_rule_is_off_until_it_is_turned_on_and_then_publishes_what_fits_with_section_topics_and_reach() {
        long number = rules.add(rule("quake", PUBLISH), NOON);
        agency.send("off", 1, "Quake in the north", "It shook.");
        assertThat(taken("off")).isEmpty();
        assertThat(rules.turnOn(number)).isTrue();
        agency.send("on", 1, "QUAKE in the south", "It shook.");
        agency.send("other", 1, "Earthquakes of the past", "They shook.");
        Teaser printed =
                inPrint.story(taken("on").orElseThrow().story()).orElseThrow().teaser();
        assertThat(printed.reach()).isEqualTo(Reach.METERED);
        assertThat(printed.topics()).containsExactly(new Topic("earth-and-sea", "Earth and sea"));
        assertThat(taken("other")).as("a part of a word is another word").isEmpty();
        agency.send("on", 2, "Quake in the south kills two", "It shook, and killed two.");
        assertThat(inPrint.story(taken("on").orElseThrow().story())
                        .orElseThrow()
                        .teaser()
                        .headline())
                .as("an update is no second story")
                .isEqualTo("Quake in the south kills two");
    }

    @Test
    void the_first_that_fits_decides_and_may_decide_to_leave_it() {
        rules.turnOn(rules.add(rule("horoscope", LEAVE), NOON));
        Rule all = new Rule(Optional.of(SentCopy.SOURCE), Optional.empty(), Optional.empty(), Optional.empty(), DRAFT);
        rules.turnOn(rules.add(all, NOON));
        agency.send("stars", 1, "Your horoscope", "Leo rises.");
        agency.send("news", 1, "A bridge opened", "It opened.");
        assertThat(taken("stars")).isEmpty();
        assertThat(doors.stories()
                        .latest(taken("news").orElseThrow().story())
                        .orElseThrow()
                        .state())
                .isEqualTo(State.DRAFT);
    }

    @Test
    void tried_out_it_says_what_it_would_have_done_and_which_rule_stands_before_it_and_does_nothing() {
        rules.turnOn(rules.add(rule("ferry", LEAVE), NOON));
        agency.send("ferry", 1, "Ferry to the islands", "It sails to the islands.");
        agency.send("islands", 1, "The islands vote", "They vote.");
        agency.send("gone", 1, "The islands sink", SentCopy.Status.CANCELED, "They do not.");
        long first = rules.all().getFirst().number();
        long tried = rules.add(rule("the islands", PUBLISH), NOON);
        List<Rules.Would> would = rules.tryOut(tried, 100).orElseThrow();
        assertThat(would).extracting(each -> each.item().item().guid()).containsExactlyInAnyOrder("ferry", "islands");
        assertThat(would)
                .filteredOn(each -> each.instead().isPresent())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.item().item().guid()).isEqualTo("ferry");
                    assertThat(each.instead()).contains(first);
                });
        assertThat(taken("islands")).isEmpty();
        assertThat(rules.tryOut(-1, 100)).isEmpty();
    }

    @Test
    void subjects_and_urgency_are_conditions_too_and_all_that_are_said_have_to_fit() {
        Rule sport = new Rule(
                Optional.of(SentCopy.SOURCE), Optional.of("15000000"), Optional.empty(), Optional.of(3), DRAFT);
        rules.turnOn(rules.add(sport, NOON));
        sport("urgent", 2, "medtop:15000000");
        sport("slow", 5, "medtop:15000000");
        sport("else", 2, "medtop:11000000");
        assertThat(taken("urgent")).isPresent();
        assertThat(taken("slow")).isEmpty();
        assertThat(taken("else")).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused_in_words() {
        Rule nowhere = rule("x", new Rule.Deed(Rule.Action.DRAFT, "nowhere", List.of(), Reach.EVERYONE));
        assertThatThrownBy(() -> rules.add(nowhere, NOON)).hasMessageContaining("section is \"nowhere\"");
        assertThatThrownBy(() -> rule(" ", DRAFT)).hasMessageContaining("no condition");
        assertThatThrownBy(() -> Rule.Action.of("burn")).hasMessageContaining("draft, publish or leave");
        assertThatThrownBy(() -> new Rule(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(10), DRAFT))
                .hasMessageContaining("1 to 9");
        assertThat(rules.turnOn(-1)).isFalse();
        assertThat(rules.turnOff(-1)).isFalse();
        assertThat(rules.remove(-1)).isFalse();
    }

    private static void sport(String guid, int urgency, String subject) {
        String more = "\"urgency\":%d,\"subject\":[{\"code\":\"%s\",\"name\":\"A name\"}]".formatted(urgency, subject);
        agency.put(guid, 1, "Words", more, "One.");
    }

    private static Rule rule(String keyword, Rule.Deed deed) {
        return new Rule(Optional.empty(), Optional.empty(), Optional.of(keyword), Optional.empty(), deed);
    }

    private static Optional<Taken.Base> taken(String guid) {
        return doors.taken().from(SentCopy.SOURCE, guid);
    }
}
