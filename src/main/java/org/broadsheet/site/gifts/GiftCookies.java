package org.broadsheet.site.gifts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.PaperCookies;
import org.broadsheet.gift.Devices;
import org.broadsheet.gift.Devices.Device;
import org.broadsheet.gift.GiftPass;
import org.broadsheet.gift.GiftPasses;
import org.broadsheet.gift.Gifts;
import org.broadsheet.site.request.Asking;
import org.broadsheet.story.StoryId;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What a friend's browser keeps: a pass for each story it was given, and a number that makes it count once. */
@Component
class GiftCookies {
    /** More would fill the room that a request has for its cookies. */
    private static final int MOST = 20;

    private final GiftPasses passes;
    private final Devices devices;
    private final PaperCookies cookies;
    private final Asking asking;

    GiftCookies(GiftPasses passes, Devices devices, Settings settings, Asking asking) {
        this.passes = passes;
        this.devices = devices;
        this.cookies = new PaperCookies(settings);
        this.asking = asking;
    }

    /** The pass that opens this story here and now. */
    Optional<GiftPass> opening(HttpServletRequest request, StoryId story) {
        return asking.cookie(request, GiftPasses.cookie(story))
                .flatMap(passes::read)
                .filter(pass -> pass.story().equals(story) && passes.opens(pass, asking.now()));
    }

    Optional<Device> device(HttpServletRequest request) {
        return asking.cookie(request, Devices.COOKIE).flatMap(devices::read);
    }

    /** All that this paper signed, whether they still open anything or not. */
    List<GiftPass> all(HttpServletRequest request) {
        String first = cookies.name("gift-");
        List<GiftPass> all = new ArrayList<>();
        for (String pair : header(request).split(";", -1)) {
            String cookie = pair.strip();
            int sign = cookie.indexOf('=');
            if (sign > 0 && cookie.startsWith(first)) {
                passes.read(cookie.substring(sign + 1))
                        .filter(pass -> cookie.startsWith(cookies.name(GiftPasses.cookie(pass.story())) + "="))
                        .ifPresent(all::add);
            }
        }
        return all;
    }

    /** Values of {@code Set-Cookie}: the pass, the device, and the oldest passes away where there are very many. */
    Collection<String> opened(HttpServletRequest request, GiftPass pass, Device device) {
        Instant now = asking.now();
        List<String> set = new ArrayList<>();
        set.add(cookies.set(GiftPasses.cookie(pass.story()), passes.write(pass), GiftPasses.life(pass, now)));
        set.add(cookies.set(Devices.COOKIE, devices.write(device), Gifts.LIFE));
        List<GiftPass> others = all(request).stream()
                .filter(other -> !other.story().equals(pass.story()))
                .sorted(Comparator.comparing(GiftPass::until).reversed())
                .toList();
        others.stream()
                .skip(MOST - 1)
                .map(old -> cookies.clear(GiftPasses.cookie(old.story())))
                .forEach(set::add);
        return set;
    }

    private static String header(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.COOKIE)).orElse("");
    }
}
