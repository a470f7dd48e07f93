package org.broadsheet.base.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.base.Network;
import org.broadsheet.base.Settings;
import org.springframework.stereotype.Component;

/**
 * Who asks: the address of the connection, or, behind trusted proxies (setting TRUSTED_PROXIES), the last address in
 * X-Forwarded-For that is not one of them. What anybody may write in that header further left is not believed.
 */
@Component
public final class Asker {

    private static final List<Network> PRIVATE = List.of(
            Network.parse("127.0.0.0/8"),
            Network.parse("10.0.0.0/8"),
            Network.parse("172.16.0.0/12"),
            Network.parse("192.168.0.0/16"),
            Network.parse("::1"),
            Network.parse("fc00::/7"));

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final List<Network> trusted;
    private final boolean ownMachine;

    public Asker(Settings settings) {
        this.trusted = settings.server().trustedProxies();
        this.ownMachine = HERE.contains(settings.baseUrl().getHost());
    }

    public InetAddress of(HttpServletRequest request) {
        return of(peer(request), forwarded(request));
    }

    /** Of all its lines: a proxy may add one of its own below what the asker wrote. */
    private static Optional<String> forwarded(HttpServletRequest request) {
        String hops = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
        return Optional.of(hops).filter(text -> !text.isEmpty());
    }

    public InetAddress of(InetAddress peer, Optional<String> forwardedFor) {
        if (forwardedFor.isEmpty() || !trusts(peer)) {
            return peer;
        }
        String[] hops = forwardedFor.get().split(",");
        InetAddress asker = peer;
        for (int at = hops.length - 1; at >= 0; at--) {
            Optional<InetAddress> hop = literal(hops[at].strip());
            if (hop.isEmpty()) {
                return asker;
            }
            asker = hop.get();
            if (!trusts(asker)) {
                return asker;
            }
        }
        return asker;
    }

    /** True on loopback and in private networks, and only when no proxy we do not know may hide somebody else. */
    public boolean isNear(HttpServletRequest request) {
        boolean forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        return (!forwarded || trusts(peer(request)))
                && PRIVATE.stream().anyMatch(network -> network.contains(of(request)));
    }

    /**
     * True on this very machine, by a name that means it: a page of somebody else's whose name is made to lead here sends its
     * own name. Never in a paper that readers reach by another name: its proxy may hide all of them behind this machine.
     */
    public boolean isLoopback(HttpServletRequest request) {
        return ownMachine
                && isNear(request)
                && of(request).isLoopbackAddress()
                && HERE.contains(request.getServerName());
    }

    private boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static InetAddress peer(HttpServletRequest request) {
        return literal(request.getRemoteAddr()).orElse(InetAddress.getLoopbackAddress());
    }

    /** Never a name: a header must not make us ask a name server. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
