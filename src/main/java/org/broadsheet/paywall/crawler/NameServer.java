package org.broadsheet.paywall.crawler;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Answers for addresses and names. May take long: never asked on a thread that others wait for. */
public interface NameServer {

    Optional<String> nameOf(InetAddress address) throws IOException;

    List<InetAddress> addressesOf(String name) throws IOException;
}
