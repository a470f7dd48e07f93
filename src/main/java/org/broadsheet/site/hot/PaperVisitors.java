package org.broadsheet.site.hot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.paywall.Pass;
import org.broadsheet.paywall.Passes;
import org.broadsheet.paywall.Paywall;
import org.broadsheet.site.assembly.Variants;
import org.broadsheet.site.browser.Robots;
import org.broadsheet.site.browser.SupportedLine;
import org.broadsheet.site.hot.head.Cookies;
import org.broadsheet.site.hot.head.FilePath;
import org.broadsheet.site.page.Variant;
import org.broadsheet.site.store.Copy;
import org.broadsheet.site.words.TextSize;
import org.broadsheet.story.Access;
import org.broadsheet.story.Reach;
import org.springframework.stereotype.Component;

/** Recognises readers by text size, browser and pass. */
@Component
class PaperVisitors implements Visitors {
    /** Of a file, whoever asks. */
    private static final Copy FOR_ALL = new Copy(Variants.word(Variant.USUAL), Copy.Differs.BY_COOKIE);

    private final Paywall paywall;
    private final Passes passes;
    private final InstantSource clock;

    /** Hundreds of patterns are tried on a user agent; far fewer user agents than readers come by. */
    private final Cache<String, Known> browsers =
            Caffeine.newBuilder().maximumSize(2_000).executor(Runnable::run).build();

    /** What a user agent says. */
    private record Known(Variant.BrowserLine line, boolean person) {
        static Known of(String browser) {
            return new Known(SupportedLine.of(browser), !browser.isEmpty() && !Robots.isRobot(browser));
        }
    }

    PaperVisitors(Paywall paywall, Passes passes, InstantSource clock) {
        this.paywall = paywall;
        this.passes = passes;
        this.clock = clock;
    }

    @Override
    public Visitor recognise(String cookies, String browser) {
        TextSize size = Cookies.named(TextSize.COOKIE, cookies)
                .flatMap(TextSize::ofWord)
                .orElse(TextSize.MEDIUM);
        Known known = browsers.get(browser, Known::of);
        Variant variant = new Variant(size, known.line());
        Optional<Pass> pass = Cookies.named(Passes.COOKIE, cookies).flatMap(passes::read);
        Copy.Differs differs = variant.outOfDate() ? Copy.Differs.BY_BROWSER : Copy.Differs.BY_COOKIE;
        return new Reader(new Copy(Variants.word(variant), differs), known.person(), pass);
    }

    private final class Reader implements Visitor {
        private final Copy copy;
        private final boolean person;
        private final Optional<Pass> pass;

        Reader(Copy copy, boolean person, Optional<Pass> pass) {
            this.copy = copy;
            this.person = person;
            this.pass = pass;
        }

        @Override
        public Copy copy(String path) {
            return FilePath.is(path) ? FOR_ALL : copy;
        }

        @Override
        public boolean person() {
            return person;
        }

        /** A pass may have run out since it was read. */
        @Override
        public Access access(Reach reach) {
            return paywall.decide(reach, pass, clock.instant());
        }
    }
}
