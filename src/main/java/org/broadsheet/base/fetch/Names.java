package org.broadsheet.base.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Says which addresses a host's name has. */
@FunctionalInterface
public interface Names {
    List<InetAddress> of(String host) throws UnknownHostException;

    /** The system's. */
    static Names system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
