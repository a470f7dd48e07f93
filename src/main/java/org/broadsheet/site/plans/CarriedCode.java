package org.broadsheet.site.plans;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.base.sign.Sealer;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** A voucher's code between its link and the form: sealed in a cookie, for as long as signing in takes. */
@Component
record CarriedCode(Asking asking, PaperCookies cookies, Settings settings, InstantSource clock) {
    static final String COOKIE = "voucher";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int LONGEST = 40;

    /** 303 to the form; what is no code at all is not carried. */
    ResponseEntity<byte[]> away(String code) {
        if (code.isEmpty() || code.length() > LONGEST) {
            return Entrance.onward("/voucher", List.of());
        }
        String text = clock.instant().plus(LIFE).getEpochSecond() + "." + code;
        String sealed = sealer().seal(text.getBytes(StandardCharsets.UTF_8));
        return Entrance.onward("/voucher", List.of(cookies.set(COOKIE, sealed, LIFE)));
    }

    Optional<String> by(HttpServletRequest request) {
        return asking.cookie(request, COOKIE)
                .flatMap(sealer()::open)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\\.", 2))
                .filter(parts -> clock.instant().getEpochSecond() < Long.parseLong(parts[0]))
                .map(parts -> parts[1]);
    }

    /** 303 onward, and nothing is carried any more. */
    ResponseEntity<byte[]> used(String path) {
        return Entrance.onward(path, List.of(cookies.clear(COOKIE)));
    }

    private Sealer sealer() {
        return new Sealer(settings, "voucher on its way");
    }
}
