package org.broadsheet.reader.passkey;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.broadsheet.base.Settings;
import org.springframework.stereotype.Component;

/** The options of WebAuthn 5.4 and 5.5, in their JSON shape. */
@Component
class Offers {
    private static final String TYPE = "public-key";

    private final Settings settings;
    private final Ceremonies ceremonies;

    Offers(Settings settings, Ceremonies ceremonies) {
        this.settings = settings;
        this.ceremonies = ceremonies;
    }

    Offer toMake(Challenges.Ticket ticket, String account, byte[] handle, List<PasskeySql.Held> held) {
        return new Offer(
                ticket.signed(),
                Map.of(
                        "challenge", ticket.challenge(),
                        "rp",
                                Map.of(
                                        "id",
                                        ceremonies.party(),
                                        "name",
                                        settings.paper().name()),
                        "user", Map.of("id", text(handle), "name", account, "displayName", account),
                        "pubKeyCredParams",
                                Ceremonies.ALGORITHMS.stream()
                                        .map(each -> Map.of("type", TYPE, "alg", each.getValue()))
                                        .toList(),
                        "timeout", Challenges.LIFE.toMillis(),
                        "excludeCredentials",
                                held.stream().map(Offers::descriptor).toList(),
                        "authenticatorSelection",
                                Map.of(
                                        "residentKey", "required",
                                        "requireResidentKey", true,
                                        "userVerification", "preferred"),
                        "attestation", "none"));
    }

    Offer toKnow(Challenges.Ticket ticket) {
        return new Offer(
                ticket.signed(),
                Map.of(
                        "challenge", ticket.challenge(),
                        "rpId", ceremonies.party(),
                        "timeout", Challenges.LIFE.toMillis(),
                        "userVerification", "preferred"));
    }

    private static Map<String, Object> descriptor(PasskeySql.Held held) {
        List<String> transports = Arrays.stream(held.transports().split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
        return Map.of("type", TYPE, "id", text(held.credential()), "transports", transports);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
