package org.broadsheet.reader.oidc;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.base.sign.Sealer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a browser carries for the paper, sealed: it can neither read it nor change it. */
final class Carried<T> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sealer sealer;
    private final Class<T> type;

    Carried(Settings settings, String purpose, Class<T> type) {
        this.sealer = new Sealer(settings, purpose);
        this.type = type;
    }

    String write(T what) {
        return sealer.seal(JSON.writeValueAsString(what).getBytes(StandardCharsets.UTF_8));
    }

    Optional<T> read(String sealed) {
        return sealer.open(sealed).flatMap(this::read);
    }

    private Optional<T> read(byte[] text) {
        try {
            return Optional.of(JSON.readValue(text, type));
        } catch (JacksonException ofAnotherRelease) {
            return Optional.empty();
        }
    }
}
