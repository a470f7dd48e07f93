package org.broadsheet.reader.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.base.Settings;
import org.springframework.stereotype.Component;

/**
 * What the standard has a server check (WebAuthn 7.1 and 7.2), by webauthn4j: type, challenge, origin, hash of the name of
 * this paper, presence, algorithm, signature, counter, backup flags. Attestation is not asked for, since any authenticator
 * will do.
 * Whatever the library throws at strangers' bytes, its own refusals or Jackson's or a null pointer's, means that they prove
 * nothing.
 */
@Component
class Ceremonies {
    /** EdDSA, ES256, RS256: what authenticators there are can do, the best first. */
    static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private static final List<PublicKeyCredentialParameters> WELCOME = ALGORITHMS.stream()
            .map(each -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
            .toList();

    /** Made ready when the first passkey is asked for: a start does not wait for it. */
    private static final class Library {
        private static final ObjectConverter CONVERTER = new ObjectConverter();
        private static final WebAuthnManager MANAGER = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
        private static final AttestedCredentialDataConverter KEYS = new AttestedCredentialDataConverter(CONVERTER);
    }

    private final Settings settings;

    Ceremonies(Settings settings) {
        this.settings = settings;
    }

    /** What an answer proves, or that it proves nothing. */
    sealed interface Checked {
        record Right(long counter, boolean backedUp, boolean verified) implements Checked {}

        record Wrong() implements Checked {}

        /** All is right but that the count went backwards: WebAuthn 7.2, step 22. */
        record CountedBackwards() implements Checked {}
    }

    /** The host that passkeys of this paper belong to: {@code localhost} for a demo. */
    String party() {
        return settings.baseUrl().getHost();
    }

    /** @param answer a RegistrationResponseJSON (WebAuthn 5.1) */
    Optional<PasskeySql.NewPasskey> made(String answer, byte[] challenge) {
        try {
            RegistrationData data = Library.MANAGER.verifyRegistrationResponseJSON(
                    answer, new RegistrationParameters(asked(challenge), WELCOME, false, true));
            return Optional.of(kept(data));
        } catch (RuntimeException noAnswer) {
            return Optional.empty();
        }
    }

    /** The parts of an AuthenticationResponseJSON, not yet checked. */
    Optional<AuthenticationData> read(String answer) {
        try {
            return Optional.of(Library.MANAGER.parseAuthenticationResponseJSON(answer));
        } catch (RuntimeException noAnswer) {
            return Optional.empty();
        }
    }

    Checked check(AuthenticationData answer, PasskeySql.Row passkey, byte[] challenge) {
        try {
            AuthenticationData right = Library.MANAGER.verify(
                    answer,
                    new AuthenticationParameters(
                            asked(challenge), record(passkey), List.of(passkey.credential()), false, true));
            AuthenticatorData<?> said = Objects.requireNonNull(right.getAuthenticatorData());
            return new Checked.Right(said.getSignCount(), said.isFlagBS(), said.isFlagUV());
        } catch (MaliciousCounterValueException backwards) {
            return new Checked.CountedBackwards();
        } catch (RuntimeException noAnswer) {
            return new Checked.Wrong();
        }
    }

    private ServerProperty asked(byte[] challenge) {
        URI paper = settings.baseUrl();
        return ServerProperty.builder()
                .origin(Origin.create(paper.toString()))
                .rpId(party())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private PasskeySql.NewPasskey kept(RegistrationData data) {
        AuthenticatorData<?> said =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        var credential = Objects.requireNonNull(said.getAttestedCredentialData());
        Set<AuthenticatorTransport> transports =
                Optional.ofNullable(data.getTransports()).orElse(Set.of());
        return new PasskeySql.NewPasskey(
                credential.getCredentialId(),
                Library.KEYS.convert(credential),
                said.getSignCount(),
                said.isFlagBE(),
                said.isFlagBS(),
                transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(word -> word.matches("[a-z-]{1,20}"))
                        .sorted()
                        .limit(6)
                        .collect(Collectors.joining(" ")));
    }

    private CredentialRecord record(PasskeySql.Row passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                null,
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.counter(),
                Library.KEYS.convert(passkey.key()),
                null,
                null,
                null,
                null);
    }
}
