package org.broadsheet.plan;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/** Who may read everything. Asks the database at each call. */
public interface Entitlements {
    Optional<Entitlement> of(ReaderId reader, Instant now);

    /** Of an institution whose network this address belongs to. */
    Optional<Entitlement> at(InetAddress address, Instant now);
}
