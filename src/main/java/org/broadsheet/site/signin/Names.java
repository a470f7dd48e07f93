package org.broadsheet.site.signin;

import java.util.Optional;
import org.broadsheet.reader.passkey.Passkey;

/** What readers call their passkeys: one line, not empty. */
final class Names {
    private Names() {}

    static Optional<String> of(String written) {
        String line = written.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        int length = line.codePointCount(0, line.length());
        return Optional.of(line.substring(0, line.offsetByCodePoints(0, Math.min(length, Passkey.LONGEST_NAME)))
                        .strip())
                .filter(name -> !name.isEmpty());
    }
}
