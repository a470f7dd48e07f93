package org.broadsheet.base;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of addresses in CIDR form, such as 10.0.0.0/8; one address alone means just itself (RFC 4632, RFC 4291). */
public record Network(InetAddress base, int bits) {

    private static final int ONE_OF_IPV6 = 64;

    public static Network parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int most = base.getAddress().length * 8;
            int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (bits >= 0 && bits <= most) {
                return new Network(base, bits);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an address or network such as 10.0.0.0/8", e);
        }
        throw new IllegalArgumentException("an address or network such as 10.0.0.0/8");
    }

    /** What one asker has: an address, or of IPv6 the network of 64 bits, since whoever has one address there has all. */
    public static Network ofOne(InetAddress asker) {
        byte[] octets = asker.getAddress();
        if (asker instanceof Inet4Address) {
            return new Network(asker, octets.length * 8);
        }
        Arrays.fill(octets, ONE_OF_IPV6 / 8, octets.length, (byte) 0);
        try {
            return new Network(InetAddress.getByAddress(octets), ONE_OF_IPV6);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + bits;
    }
}
