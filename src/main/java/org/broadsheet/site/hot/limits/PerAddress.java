package org.broadsheet.site.hot.limits;

import java.net.InetAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.broadsheet.base.Network;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.util.IO;

/**
 * Closes what one address opens beyond its share. Loopback and trusted proxies are not counted: they speak for many, and
 * a limit by whom they speak for is theirs to keep.
 */
public final class PerAddress implements SelectorManager.AcceptListener {
    private final Limits limits;
    private final TurnedAway turnedAway;
    private final Map<SelectableChannel, Network> guests = new ConcurrentHashMap<>();
    private final Map<Network, Integer> counts = new ConcurrentHashMap<>();

    public PerAddress(Limits limits, TurnedAway turnedAway) {
        this.limits = limits;
        this.turnedAway = turnedAway;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        InetAddress address = ((SocketChannel) channel).socket().getInetAddress();
        if (address == null || spared(address)) {
            return;
        }
        Network guest = Network.ofOne(address);
        guests.put(channel, guest);
        if (counts.merge(guest, 1, Integer::sum) > limits.perAddress()) {
            turnedAway.count(TurnedAway.Why.SAME_ADDRESS, address.getHostAddress());
            IO.close(channel);
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        onClosed(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        Network guest = guests.remove(channel);
        if (guest != null) {
            counts.computeIfPresent(guest, (same, count) -> count == 1 ? null : count - 1);
        }
    }

    private boolean spared(InetAddress address) {
        return limits.spared().stream().anyMatch(network -> network.contains(address));
    }
}
