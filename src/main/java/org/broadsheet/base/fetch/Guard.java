package org.broadsheet.base.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.base.Network;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Looks a host up and lets the connection be made to nothing but what was looked at: a name that answers otherwise a moment
 * later (DNS rebinding) is not asked again.
 */
final class Guard implements SocketAddressResolver {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Short, octal and hexadecimal ways to write an address: systems do not agree on what they mean. */
    private static final Pattern NUMBERS =
            Pattern.compile("(?i)(0[xo]?[0-9a-f]*|[0-9]+)(\\.(0[xo]?[0-9a-f]*|[0-9]+)){0,3}\\.?");

    private static final Pattern IN_FULL = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final Names names;
    private final List<Network> besides;

    Guard(Names names, List<Network> besides) {
        this.names = names;
        this.besides = besides;
    }

    /** Said of an address that is not asked. */
    static final class NotAllowed extends IOException {
        private static final long serialVersionUID = 1;

        NotAllowed(String why) {
            super(why);
        }
    }

    /** What can be seen without looking anything up. */
    static void look(URI address) throws NotAllowed {
        if (address.getScheme() == null || !SCHEMES.contains(address.getScheme())) {
            throw new NotAllowed("only http and https are asked");
        }
        if (address.getHost() == null || address.getHost().isBlank()) {
            throw new NotAllowed("the address names no host");
        }
        if (NUMBERS.matcher(address.getHost()).matches()
                && !IN_FULL.matcher(address.getHost()).matches()) {
            throw new NotAllowed("an address of numbers is written as four from 0 to 255");
        }
        if (address.getUserInfo() != null) {
            throw new NotAllowed("the address has a user's name in it: give it as a credential");
        }
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        try {
            promise.succeeded(allowed(host).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList());
        } catch (IOException refused) {
            promise.failed(refused);
        }
    }

    private List<InetAddress> allowed(String host) throws IOException {
        List<InetAddress> found;
        try {
            found = names.of(bare(host));
        } catch (UnknownHostException unknown) {
            throw new UnknownHostException("no such host: " + host);
        }
        for (InetAddress address : found) {
            if (!GlobalAddress.is(address) && besides.stream().noneMatch(network -> network.contains(address))) {
                throw new NotAllowed(host + " is not on the public internet (" + address.getHostAddress()
                        + "); an agency's private network has to be allowed for the source");
            }
        }
        return found;
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
