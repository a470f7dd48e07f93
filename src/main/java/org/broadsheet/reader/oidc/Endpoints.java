package org.broadsheet.reader.oidc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.base.fetch.GlobalAddress;

/**
 * Which addresses of a provider the paper asks: those of https on the public internet. What a provider's own description
 * names is held to the same, so that it cannot send the paper into its own network. Only where the operator named an issuer
 * on loopback, which is for trying things out, loopback by http is asked, and nothing else then.
 */
final class Endpoints {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final boolean loopback;

    Endpoints(URI issuer) {
        this.loopback = isLoopback(issuer);
    }

    /** Before the reader's browser is sent there; nothing is looked up. */
    URI named(URI address) throws IOException {
        boolean right = loopback ? isLoopback(address) : "https".equals(address.getScheme());
        if (!right || address.getHost() == null || address.getUserInfo() != null) {
            throw new IOException("the provider names " + address + ", which is not asked: expected https");
        }
        return address;
    }

    /**
     * Before the paper asks it: the host's addresses must all be public ones. A name that changes its mind between this look-up and
     * the next one meets a certificate check.
     */
    URI asked(URI address) throws IOException {
        named(address);
        if (loopback) {
            return address;
        }
        try {
            InetAddress[] found = InetAddress.getAllByName(address.getHost());
            if (Arrays.stream(found).allMatch(GlobalAddress::is)) {
                return address;
            }
        } catch (UnknownHostException unknown) {
            throw new IOException("the provider's host " + address.getHost() + " is unknown", unknown);
        }
        throw new IOException("the provider's host " + address.getHost() + " is not on the public internet");
    }

    static boolean isLoopback(URI address) {
        return "http".equals(address.getScheme())
                && LOOPBACK.contains(Objects.requireNonNullElse(address.getHost(), ""));
    }
}
