package org.broadsheet.site.request;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import org.broadsheet.base.Network;
import org.broadsheet.base.Settings;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.sign.Signer;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.ReaderNews;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What happens to accounts, and who is turned away: one line each by the logger {@code security}, as docs/operators.md has it.
 * Nobody is named in it: readers by their number, networks and what was typed by a keyed hash, pages by their route, since an
 * address may be a key.
 */
@Component
public class SecurityLog implements HandlerInterceptor, WebMvcConfigurer {
    private static final Logger LOG = LoggerFactory.getLogger("security");
    private static final String NOBODY = "-";
    private static final int MARK = 10;
    private static final int UNIQUE_LOCAL = 0xfc;

    private final Asking asking;
    private final Asker asker;
    private final Signer signer;

    SecurityLog(Asking asking, Asker asker, Settings settings) {
        this.asking = asking;
        this.asker = asker;
        this.signer = new Signer(settings, "security log");
    }

    /** What is written down. */
    public enum What {
        SIGNED_IN,
        SIGN_IN_REFUSED,
        SIGNED_OUT,
        SIGNED_OUT_EVERYWHERE,
        BROWSER_SIGNED_OUT,
        FACTOR_CHANGED,
        PASSWORD_CHANGED,
        ADDRESS_CHANGED,
        ROLE_CHANGED,
        ACCOUNT_DELETED,
        /** 429: a limit was met. */
        LIMITED,
        /** 403: the form came from somewhere else. */
        ELSEWHERE,
        /** 404 for somebody signed in, of what would be somebody's. */
        NOT_THEIRS;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @param how a word of the program's own, never of what was sent */
    public void note(What what, ReaderId reader, String how) {
        write(what, reader.toString(), how);
    }

    /** Of somebody who is not known. @param typed what they said they are, which is not written down as it is */
    public void refused(String how, String typed) {
        write(
                What.SIGN_IN_REFUSED,
                typed.isEmpty() ? NOBODY : "typed:" + mark(typed.strip().toLowerCase(Locale.ROOT)),
                how);
    }

    @EventListener
    void heard(ReaderNews.RoleChanged change) {
        note(What.ROLE_CHANGED, change.reader(), change.role().map(Role::word).orElse("none"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        String route = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .replaceAll("\\{(\\w+):[^/]*}(?=/|$)", "{$1}");
        turnedAway(response.getStatus(), route, reader(request)).ifPresent(what -> write(what, reader(request), route));
    }

    private static Optional<What> turnedAway(int status, String route, String reader) {
        boolean own = route.startsWith("/account/") || route.startsWith("/gifts/");
        return switch (status) {
            case 429 -> Optional.of(What.LIMITED);
            case 403 -> Optional.of(What.ELSEWHERE);
            case 404 -> own && !reader.equals(NOBODY) ? Optional.of(What.NOT_THEIRS) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** As the cookie says that this paper signed; whether it still holds is not asked. */
    private String reader(HttpServletRequest request) {
        return asking.session(request)
                .map(Session::reader)
                .map(ReaderId::toString)
                .orElse(NOBODY);
    }

    private void write(What what, String reader, String how) {
        String from = from();
        LOG.atInfo()
                .addKeyValue("event", what.word())
                .addKeyValue("reader", reader)
                .addKeyValue("how", how)
                .addKeyValue("from", from)
                .log("event={} reader={} how={} from={}", what.word(), reader, how, from);
    }

    /** The kind of network that asks, and a hash by which it is known again. */
    private String from() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return NOBODY;
        }
        InetAddress address = asker.of(attributes.getRequest());
        return kind(address) + ":" + mark(Network.ofOne(address).toString());
    }

    private static String kind(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return "loopback";
        }
        if (address.isSiteLocalAddress() || (!ofFour(address) && (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL)) {
            return "private";
        }
        return ofFour(address) ? "ipv4" : "ipv6";
    }

    private static boolean ofFour(InetAddress address) {
        return address instanceof Inet4Address;
    }

    private String mark(String text) {
        String signed = signer.sign(text);
        return signed.substring(text.length() + 1, text.length() + 1 + MARK);
    }
}
