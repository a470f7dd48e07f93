package org.broadsheet.paywall.crawler;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The system's own resolver. */
@Component
class SystemNames implements NameServer {

    @Override
    public Optional<String> nameOf(InetAddress address) throws UnknownHostException {
        // a fresh one: an address remembers the name that it was once given
        InetAddress bare = InetAddress.getByAddress(address.getAddress());
        String name = bare.getCanonicalHostName();
        return name.equals(bare.getHostAddress()) ? Optional.empty() : Optional.of(name);
    }

    @Override
    public List<InetAddress> addressesOf(String name) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(name));
    }
}
