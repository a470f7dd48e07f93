package org.broadsheet.site.gifts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.gift.GiftLink;
import org.broadsheet.gift.Gifts;
import org.broadsheet.gift.Gifts.Wish;
import org.broadsheet.gift.Given;
import org.broadsheet.gift.MayBeGiven;
import org.broadsheet.gift.Offer;
import org.broadsheet.gift.Offer.Allowance;
import org.broadsheet.reader.Known;
import org.broadsheet.site.gifts.GiftPages.Asked;
import org.broadsheet.site.gifts.GivePage.Form;
import org.broadsheet.site.gifts.GivePage.State;
import org.broadsheet.site.page.Variant;
import org.broadsheet.site.request.Asking;
import org.broadsheet.story.StoryId;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Giving one story: {@code story} (its number), {@code note}, and {@code named} where the giver wants to be named. */
@Controller
class GiveResource {
    private static final int REFUSED = 422;

    private final Gifts gifts;
    private final GiftPages pages;
    private final FriendPages elsewhere;
    private final MayBeGiven mayBeGiven;
    private final Asking asking;

    GiveResource(Gifts gifts, GiftPages pages, FriendPages elsewhere, MayBeGiven mayBeGiven, Asking asking) {
        this.gifts = gifts;
        this.pages = pages;
        this.elsewhere = elsewhere;
        this.mayBeGiven = mayBeGiven;
        this.asking = asking;
    }

    @GetMapping("/gifts/give")
    ResponseEntity<byte[]> ask(@RequestParam(defaultValue = "") String story, HttpServletRequest request) {
        Optional<StoryId> id = StoryNumber.of(story);
        Optional<Known> known = asking.known(request);
        Form form = Form.empty(known.map(Known::name).orElse(""));
        Optional<State> not = id.isEmpty()
                ? Optional.of(State.NO_SUCH_STORY)
                : mayBeGiven.whyNot(id.get()).map(GiveResource::state);
        if (not.isPresent()) {
            return page(request, new Asked(story, not.get(), Optional.empty(), form));
        }
        return known.map(reader -> offered(request, gifts.offer(reader.id(), id.get(), asking.now()), story, form))
                .orElseGet(() -> page(request, new Asked(story, State.SIGNED_OUT, Optional.empty(), form)));
    }

    private ResponseEntity<byte[]> offered(HttpServletRequest request, Offer offer, String story, Form form) {
        return switch (offer) {
            case Offer.Open(Allowance allowance) ->
                page(request, new Asked(story, State.READY, Optional.of(allowance), form));
            case Offer.Renewal(Allowance allowance) ->
                page(request, new Asked(story, State.RENEWAL, Optional.of(allowance), form));
            case Offer.Already(GiftLink link, Allowance allowance) ->
                Asking.onward("/gifts/" + link.id() + "?said=again");
            case Offer.No(Given.Refused why) -> refused(request, why, story, form, Method.ASKED);
        };
    }

    @PostMapping("/gifts/give")
    ResponseEntity<byte[]> give(
            @RequestParam(defaultValue = "") String story,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String named,
            HttpServletRequest request) {
        if (!asking.sentFromHere(request)) {
            return elsewhere(asking.variant(request));
        }
        Optional<Known> known = asking.known(request);
        Optional<StoryId> id = StoryNumber.of(story);
        if (known.isEmpty() || id.isEmpty()) {
            return Asking.onward(id.map(number -> "/gifts/give?story=" + number).orElse("/gifts"));
        }
        Form form = new Form(known.get().name(), note, !named.isEmpty(), Optional.empty());
        Wish wish = new Wish(id.get(), note, Optional.of(known.get().name()).filter(name -> form.named()));
        Instant now = asking.now();
        return switch (gifts.give(known.get().id(), wish, now)) {
            case Given.New(GiftLink link, Allowance allowance) -> Asking.onward("/gifts/" + link.id() + "?said=new");
            case Given.Again(GiftLink link, Allowance allowance) ->
                Asking.onward("/gifts/" + link.id() + "?said=again");
            case Given.Refused why -> refused(request, why, story, form, Method.TRIED);
        };
    }

    /** A page that says no is an ordinary page; a form that is refused says so to programs too. */
    private enum Method {
        ASKED(200),
        TRIED(REFUSED);

        private final int status;

        Method(int status) {
            this.status = status;
        }
    }

    private ResponseEntity<byte[]> refused(
            HttpServletRequest request, Given.Refused why, String story, Form form, Method method) {
        return switch (why) {
            case Given.QuotaSpent(int quota, Instant resets) -> {
                Allowance spent = new Allowance(quota, quota, resets);
                yield page(request, new Asked(story, State.QUOTA_SPENT, Optional.of(spent), form), method.status);
            }
            case Given.NoSubscription() ->
                page(request, new Asked(story, State.NO_SUBSCRIPTION, Optional.empty(), form), method.status);
            case Given.NoGiftsInPlan(String plan) ->
                page(request, new Asked(story, State.NO_GIFTS_IN_PLAN, Optional.empty(), form), method.status);
            case Given.NotGivable(Given.Reason reason) ->
                page(request, new Asked(story, state(reason), Optional.empty(), form), method.status);
            case Given.NoteTooLong(int characters) -> tooLong(request, story, form, characters);
        };
    }

    private ResponseEntity<byte[]> tooLong(HttpServletRequest request, String story, Form form, int characters) {
        String problem = pages.say("gifts.give.too-long", characters, Wish.LONGEST_NOTE);
        Form again = new Form(form.name(), form.note(), form.named(), Optional.of(problem));
        Optional<Allowance> allowance =
                asking.known(request).flatMap(reader -> gifts.allowance(reader.id(), asking.now()));
        return page(request, new Asked(story, State.READY, allowance, again), REFUSED);
    }

    private static State state(Given.Reason reason) {
        return switch (reason) {
            case FOR_EVERYONE -> State.FOR_EVERYONE;
            case AGENCY_TERMS -> State.AGENCY_TERMS;
            case WITHDRAWN -> State.WITHDRAWN;
            case NO_SUCH_STORY -> State.NO_SUCH_STORY;
        };
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, Asked asked) {
        return page(request, asked, Method.ASKED.status);
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, Asked asked, int status) {
        int said = asked.state() == State.NO_SUCH_STORY ? 404 : asked.state() == State.WITHDRAWN ? 410 : status;
        return Asking.page(said, pages.give(asking.variant(request), asked));
    }

    private ResponseEntity<byte[]> elsewhere(Variant variant) {
        ClosedPage.Kind kind = ClosedPage.Kind.ELSEWHERE;
        return Asking.page(kind.status(), elsewhere.closed(variant, kind, Optional.empty(), ""));
    }
}
