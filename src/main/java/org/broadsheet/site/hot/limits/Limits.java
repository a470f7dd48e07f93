package org.broadsheet.site.hot.limits;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.base.Network;
import org.broadsheet.base.Settings;

/**
 * What strangers may take.
 *
 * @param connections at once
 * @param perAddress of these, from one address; of IPv6, from one network of 64 bits
 * @param spared not counted by address: proxies speak for many
 * @param memory bytes that all slow clients together make the paper hold
 */
public record Limits(Patience patience, int connections, int perAddress, List<Network> spared, long memory) {
    private static final List<Network> LOOPBACK = List.of(Network.parse("127.0.0.0/8"), Network.parse("::1"));

    /** Of the heap; finished pages take a quarter of it. */
    private static final int SHARE_OF_HEAP = 16;

    public static Limits of(Settings.Server server) {
        return new Limits(
                Patience.STANDARD,
                server.connections(),
                server.connectionsPerAddress(),
                Stream.concat(server.trustedProxies().stream(), LOOPBACK.stream())
                        .toList(),
                Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }
}
