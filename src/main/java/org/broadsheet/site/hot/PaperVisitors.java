package org.broadsheet.site.hot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.base.http.Cookies;
import org.broadsheet.base.words.TextSize;
import org.broadsheet.paywall.Admission;
import org.broadsheet.paywall.Admitted;
import org.broadsheet.paywall.Coming;
import org.broadsheet.paywall.CredentialCookies;
import org.broadsheet.paywall.Credentials;
import org.broadsheet.paywall.Guard;
import org.broadsheet.site.assembly.Variants;
import org.broadsheet.site.browser.Robots;
import org.broadsheet.site.browser.SupportedLine;
import org.broadsheet.site.hot.head.FilePath;
import org.broadsheet.site.page.Variant;
import org.broadsheet.site.store.Copy;
import org.broadsheet.story.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recognises readers by text size, browser and what their cookies prove. */
@Component
class PaperVisitors implements Visitors {

    /** Of a file, whoever asks. */
    private static final Copy FOR_ALL = new Copy(Variants.word(Variant.USUAL), Copy.Differs.BY_COOKIE);

    private final Admission admission;
    private final CredentialCookies credentials;

    /** Hundreds of patterns are tried on a user agent; far fewer user agents than readers come by. */
    private final Cache<String, Known> browsers =
            Caffeine.newBuilder().maximumSize(2_000).executor(Runnable::run).build();

    /** What a user agent says. @param crawler the search engine that it claims to be, of those that may read */
    private record Known(Variant.BrowserLine line, boolean person, Optional<String> crawler) {}

    /** What the reader's own cookies say of the page's looks. */
    private record Look(TextSize size, Variant.Letters letters) {}

    PaperVisitors(Admission admission, CredentialCookies credentials) {
        this.admission = admission;
        this.credentials = credentials;
    }

    @Override
    public Visitor recognise(String cookies, String browser) {
        TextSize size = Cookies.named(TextSize.COOKIE, cookies)
                .flatMap(TextSize::ofWord)
                .orElse(TextSize.MEDIUM);
        Variant.Letters letters = Cookies.named(Variant.Letters.COOKIE, cookies)
                .map(Variant.Letters::ofWord)
                .orElse(Variant.Letters.SYSTEM);
        return new Reader(new Look(size, letters), browsers.get(browser, this::known), credentials.read(cookies));
    }

    private Known known(String browser) {
        boolean person = !browser.isEmpty() && !Robots.isRobot(browser);
        return new Known(SupportedLine.of(browser), person, admission.claimed(browser));
    }

    private static Variant.Reader reader(Credentials who) {
        if (who.session().isEmpty()) {
            return Variant.Reader.STRANGER;
        }
        return who.subscribes() ? Variant.Reader.SUBSCRIBER : Variant.Reader.REGISTERED;
    }

    private final class Reader implements Visitor {

        private final Look look;
        private final Known browser;
        private final Credentials who;
        private final Copy copy;

        Reader(Look look, Known browser, Credentials who) {
            this.look = look;
            this.browser = browser;
            this.who = who;
            Variant variant = new Variant(look.size(), browser.line(), reader(who), look.letters());
            this.copy = new Copy(Variants.word(variant), differs(variant));
        }

        private static Copy.Differs differs(Variant variant) {
            if (variant.reader() != Variant.Reader.STRANGER) {
                return Copy.Differs.BY_READER;
            }
            return variant.outOfDate() ? Copy.Differs.BY_BROWSER : Copy.Differs.BY_COOKIE;
        }

        @Override
        public Copy copy(String path) {
            return FilePath.is(path) ? FOR_ALL : copy;
        }

        @Override
        public boolean person() {
            return browser.person();
        }

        @Override
        public boolean unknown(String path) {
            return who.session().isPresent() && !FilePath.is(path) && admission.mustBeAsked(who);
        }

        @Override
        public @Nullable String face(Guard story, Coming how) {
            Access access = browser.crawler().isPresent() ? null : admission.atHand(who, how, story);
            return access == null ? null : admission.face(access);
        }

        @Override
        public Met met() {
            Admitted.Shown shown = admission.ask(who);
            return new Met(with(shown.who()), Optional.empty(), shown.cookies());
        }

        @Override
        public Met met(Guard story, Coming how, Supplier<InetAddress> from) {
            return switch (admission.admit(new Admission.Comer(who, how, browser.crawler(), from), story)) {
                case Admitted.Shown(Access access, Credentials asked, List<String> cookies) ->
                    new Met(with(asked), Optional.of(admission.face(access)), cookies);
                case Admitted.NotYet() -> new Met(this, Optional.empty(), List.of());
            };
        }

        private Reader with(Credentials asked) {
            return asked == who ? this : new Reader(look, browser, asked);
        }
    }
}
