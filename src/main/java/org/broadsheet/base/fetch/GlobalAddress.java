package org.broadsheet.base.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import org.broadsheet.base.Network;

/** Which addresses are on the public internet (IANA special-purpose registries, RFC 6890): others are never asked. */
public final class GlobalAddress {
    private static final List<Network> SPECIAL_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final Network UNICAST_V6 = Network.parse("2000::/3");

    /** Those that carry an address of IPv4 within, or are for examples. */
    private static final List<Network> SPECIAL_V6 = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private GlobalAddress() {}

    public static boolean is(InetAddress address) {
        return address instanceof Inet4Address
                ? SPECIAL_V4.stream().noneMatch(network -> network.contains(address))
                : UNICAST_V6.contains(address) && SPECIAL_V6.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return List.of(texts).stream().map(Network::parse).toList();
    }
}
