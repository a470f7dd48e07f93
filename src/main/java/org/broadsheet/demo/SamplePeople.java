package org.broadsheet.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.base.Settings;
import org.broadsheet.plan.Entitlements;
import org.broadsheet.plan.Plan;
import org.broadsheet.plan.Plans;
import org.broadsheet.plan.Subscriptions;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Staff;
import org.springframework.stereotype.Component;

/**
 * Who reads and makes the sample paper, and what it sells. Everybody may know the password, so it is good from this machine
 * alone.
 */
@Component
public class SamplePeople {
    /** Of every account of the sample paper. */
    public static final String PASSWORD = "demo-paper";

    private static final String WHY = "sample paper";
    private static final List<Plan> PLANS = SamplePlans.all();

    /**
     * One of them.
     *
     * @param plan what it is subscribed to
     */
    private record Person(String email, String name, Optional<String> plan, Optional<Role> role) {
        static Person reader(String email, String name) {
            return new Person(email, name, Optional.empty(), Optional.empty());
        }

        static Person subscriber(String email, String name, String plan) {
            return new Person(email, name, Optional.of(plan), Optional.empty());
        }

        static Person staff(Role role, String name) {
            return new Person(role.word() + "@demo.test", name, Optional.empty(), Optional.of(role));
        }
    }

    private static final List<Person> PEOPLE = List.of(
            Person.reader("reader@demo.test", "A Reader"),
            Person.subscriber("subscriber@demo.test", "A Subscriber", SamplePlans.READER),
            Person.subscriber("patron@demo.test", "A Patron", SamplePlans.PATRON),
            Person.staff(Role.REPORTER, "A Reporter"),
            Person.staff(Role.EDITOR, "An Editor"),
            Person.staff(Role.PUBLISHER, "A Publisher"));

    private final Accounts accounts;
    private final Staff staff;
    private final Plans plans;
    private final Subscribing subscribing;
    private final Time time;

    /** How a subscription is given, and whether there is one. */
    @Component
    record Subscribing(Subscriptions subscriptions, Entitlements entitlements) {}

    /** When it is, and where. */
    @Component
    record Time(InstantSource clock, Settings settings) {
        ZoneId zone() {
            return settings.zone();
        }
    }

    SamplePeople(Accounts accounts, Staff staff, Plans plans, Subscribing subscribing, Time time) {
        this.accounts = accounts;
        this.staff = staff;
        this.plans = plans;
        this.subscribing = subscribing;
        this.time = time;
    }

    /** Makes what is missing of them; at every start, so that their subscriptions never run out. */
    public void complete() {
        Instant now = time.clock().instant();
        PLANS.stream().filter(plan -> plans.named(plan.slug()).isEmpty()).forEach(plans::offer);
        PEOPLE.forEach(person -> complete(person, now));
    }

    /** One line for each, for whoever has just started the sample paper. */
    public static List<String> accounts() {
        return PEOPLE.stream()
                .map(person -> "%-22s %s".formatted(person.email(), what(person)))
                .toList();
    }

    private static String what(Person person) {
        return person.role()
                .map(Role::word)
                .orElseGet(() -> person.plan()
                        .map(plan -> "subscribes to " + plan + ", may give away " + gifts(plan) + " stories a month")
                        .orElse("has an account, subscribes to nothing"));
    }

    private static int gifts(String slug) {
        return PLANS.stream()
                .filter(plan -> plan.slug().equals(slug))
                .mapToInt(Plan::gifts)
                .findFirst()
                .orElse(0);
    }

    private void complete(Person person, Instant now) {
        Email email = Email.parse(person.email()).orElseThrow();
        ReaderId id = accounts.find(email).orElseGet(() -> accounts.known(email, person.name(), PASSWORD, now));
        person.role()
                .filter(role -> staff.role(id).isEmpty())
                .ifPresent(role -> staff.assign(email, role, Actor.PAPER, now));
        person.plan()
                .filter(plan -> subscribing.entitlements().of(id, now).isEmpty())
                .ifPresent(plan -> subscribing
                        .subscriptions()
                        .give(new Subscriptions.Gift(id, plan, inTenYears(now), WHY), Actor.PAPER, now));
    }

    private Instant inTenYears(Instant now) {
        return ZonedDateTime.ofInstant(now, time.zone()).plusYears(10).toInstant();
    }
}
