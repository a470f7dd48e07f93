package org.broadsheet.site.plans;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.RateLimit;
import org.broadsheet.plan.Vouchers;
import org.broadsheet.plan.Vouchers.Redeemed;
import org.broadsheet.site.plans.words.PlanWords;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a code is used: {@code /voucher}, with the field {@code code}. Guessing is slowed by account and by address. A link that
 * has the code in its address is answered by one that has not: addresses stay in histories, and go on to the next site.
 */
@Controller
class VoucherResource {
    private static final int AT_ONCE = 20;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Vouchers vouchers;
    private final PlanPages pages;
    private final PlanWords words;
    private final Asker asker;
    private final InstantSource clock;
    private final RateLimit limit;
    private final CarriedCode carried;

    VoucherResource(Vouchers vouchers, PlanPages pages, PlanWords words, Asker asker, CarriedCode carried) {
        this.vouchers = vouchers;
        this.pages = pages;
        this.words = words;
        this.asker = asker;
        this.clock = carried.clock();
        this.limit = new RateLimit(AT_ONCE, WITHIN, clock);
        this.carried = carried;
    }

    @GetMapping("/voucher")
    ResponseEntity<byte[]> ask(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        if (request.getQueryString() != null) {
            return carried.away(code);
        }
        return pages.signedIn(
                request, reader -> page(200, request, carried.by(request).orElse(""), Optional.empty()));
    }

    @PostMapping("/voucher")
    ResponseEntity<byte[]> use(HttpServletRequest request) {
        String code = PlanPages.field(request, "code");
        return pages.acting(request, reader -> {
            Redeemed redeemed = limit.allows(asker.of(request))
                    ? vouchers.redeem(reader.id(), code, clock.instant())
                    : new Redeemed.TooMany();
            return redeemed instanceof Redeemed.Done
                    ? carried.used("/account/plan?done=voucher")
                    : page(
                            redeemed instanceof Redeemed.TooMany ? PlanPages.TOO_MANY : PlanPages.REFUSED,
                            request,
                            code,
                            Optional.of(words.say(why(redeemed))));
        });
    }

    /** Why a code was refused, for the form for presents too. */
    static String why(Redeemed redeemed) {
        return switch (redeemed) {
            case Redeemed.Done(var _) -> "own.done.voucher";
            case Redeemed.NoSuchCode() -> "voucher.none";
            case Redeemed.Expired() -> "voucher.expired";
            case Redeemed.UsedUp() -> "voucher.used-up";
            case Redeemed.Before() -> "voucher.before";
            case Redeemed.WouldBeLost() -> "voucher.lost";
            case Redeemed.TooMany() -> "voucher.too-many";
        };
    }

    private ResponseEntity<byte[]> page(int status, HttpServletRequest request, String code, Optional<String> problem) {
        String shown = code.length() > 40 ? code.substring(0, 40) : code;
        return pages.page(
                status, "voucher", new VoucherPage(pages.frame(request, words.say("voucher.title")), shown, problem));
    }
}
