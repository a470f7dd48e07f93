package org.broadsheet.site.plans.words;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.broadsheet.base.mail.Outbox;
import org.broadsheet.plan.PlanNews;
import org.broadsheet.plan.Present;
import org.broadsheet.reader.Accounts;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.site.mail.Letter;
import org.broadsheet.site.mail.Letters;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes to people about what they have, in the transaction that changed it. */
@Component
public class PlanLetters {
    private static final int LONGEST = 60;
    private static final Pattern LEADS_AWAY =
            Pattern.compile("[@/\\\\\\p{Cntrl}\\p{Cf}]|[\\p{L}\\d-]{2,}\\.[\\p{L}]{2,}|\\d{5,}");

    private final Letters letters;
    private final Outbox outbox;
    private final Accounts accounts;
    private final PlanWords words;
    private final InstantSource clock;

    PlanLetters(Letters letters, Outbox outbox, Accounts accounts, PlanWords words, InstantSource clock) {
        this.letters = letters;
        this.outbox = outbox;
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    @EventListener
    void tell(PlanNews news) {
        switch (news) {
            case PlanNews.Billed(var invoice) ->
                invoice.reader()
                        .ifPresent(reader -> send(
                                reader,
                                "mail.billed.",
                                "/account/plan/invoices/" + invoice.number(),
                                invoice.number(),
                                words.money(invoice.amount()),
                                words.day(invoice.due())));
            case PlanNews.GraceBegan(var reader, var subscription) ->
                send(
                        reader,
                        "mail.grace.",
                        "/account/plan",
                        subscription.plan().name(),
                        words.standing(subscription, clock.instant()));
            case PlanNews.Ended(var reader, var subscription) ->
                send(reader, "mail.ended.", "/plans", subscription.plan().name());
            case PlanNews.PresentReady(var present, var code) -> present(present, code);
            case PlanNews.SeatOffered offered -> seat(offered);
        }
    }

    private void present(Present present, String code) {
        String from = named(present.from());
        List<String> before = new ArrayList<>();
        before.add(letters.say(
                "mail.present.text", letters.paper(), from, present.plan().name(), present.months()));
        if (!present.note().isEmpty()) {
            before.add(present.note());
        }
        put(
                present.recipient(),
                new Letters.Draft(
                        letters.say("mail.present.subject", letters.paper(), from),
                        before,
                        Optional.of(new Letter.Act(letters.say("mail.present.act"), "/voucher?code=" + code)),
                        List.of(letters.say("mail.present.after", code))));
    }

    private void seat(PlanNews.SeatOffered offered) {
        String owner = accounts.details(offered.owner(), clock.instant())
                .map(Accounts.Details::name)
                .map(this::named)
                .orElseGet(() -> named(""));
        put(
                offered.email(),
                new Letters.Draft(
                        letters.say("mail.seat.subject", letters.paper()),
                        List.of(letters.say("mail.seat.text", letters.paper(), owner, offered.plan())),
                        Optional.of(new Letter.Act(letters.say("mail.seat.act"), "/seat/" + offered.token())),
                        List.of(letters.say("mail.seat.after", letters.paper()))));
    }

    /** Who chose their own name has chosen what the paper says to a stranger: a name it is, and no address to go to. */
    private String named(String name) {
        return name.isEmpty()
                        || name.length() > LONGEST
                        || LEADS_AWAY.matcher(name).find()
                ? words.say("mail.present.somebody")
                : name;
    }

    private void send(ReaderId reader, String key, String path, Object... facts) {
        accounts.details(reader, clock.instant())
                .ifPresent(to -> put(
                        to.email(),
                        new Letters.Draft(
                                letters.say(key + "subject", facts),
                                List.of(letters.say(key + "text", facts)),
                                Optional.of(new Letter.Act(letters.say(key + "act"), path)),
                                List.of())));
    }

    private void put(String to, Letters.Draft draft) {
        outbox.send(letters.write(to, draft), clock.instant());
    }
}
