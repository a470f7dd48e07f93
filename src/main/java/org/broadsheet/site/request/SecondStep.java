package org.broadsheet.site.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;
import org.springframework.http.ResponseEntity;

/** What may be asked of somebody who has shown one thing before they are let in; declared as a bean. */
public interface SecondStep {
    /**
     * An answer that asks on, or nothing where it is enough. Whoever has asked on lets the reader in by {@link
     * Entrance#letIn}.
     *
     * @param to where the reader wanted to go
     */
    Optional<ResponseEntity<byte[]>> instead(
            HttpServletRequest request, ReaderId reader, Entrance.Proof proof, String to);
}
