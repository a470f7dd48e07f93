package org.broadsheet.reader.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the provider says of itself (OpenID Connect Discovery 1.0), asked for again once an hour, and its keys. */
final class Provider {
    /** Signatures that only the provider can make; none without a signature and none by a secret that the paper has too. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512,
            JWSAlgorithm.Ed25519,
            JWSAlgorithm.EdDSA);

    private static final Duration KEPT = Duration.ofHours(1);
    private static final long KEYS_KEPT_MS = Duration.ofMinutes(15).toMillis();
    private static final long KEYS_AT_MOST_EVERY_MS = Duration.ofSeconds(30).toMillis();
    private static final long KEYS_PATIENCE_MS = Duration.ofSeconds(15).toMillis();

    private final String issuer;
    private final Endpoints endpoints;
    private final Asking asking;
    private @Nullable Description description;

    Provider(String issuer) {
        this.issuer = issuer;
        this.endpoints = new Endpoints(URI.create(issuer));
        this.asking = new Asking(endpoints);
    }

    /** At one time. */
    record Description(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant at) {}

    Asking asking() {
        return asking;
    }

    /** Where a reader's browser is sent. */
    URI authorization(Instant now) throws IOException {
        return endpoints.named(description(now).metadata().getAuthorizationEndpointURI());
    }

    synchronized Description description(Instant now) throws IOException {
        Description known = description;
        if (known == null || now.isAfter(known.at().plus(KEPT))) {
            known = ask(now);
            description = known;
        }
        return known;
    }

    private Description ask(Instant now) throws IOException {
        try {
            URI place = OIDCProviderMetadata.resolveURL(new Issuer(issuer)).toURI();
            OIDCProviderMetadata said = OIDCProviderMetadata.parse(
                    asking.retrieveResource(place.toURL()).getContent());
            if (!said.getIssuer().getValue().equals(issuer)) {
                throw new IOException("the provider calls itself " + said.getIssuer() + ", not " + issuer);
            }
            if (said.getAuthorizationEndpointURI() == null
                    || said.getTokenEndpointURI() == null
                    || said.getJWKSetURI() == null) {
                throw new IOException("the provider's description names no place to sign in, to ask, or for keys");
            }
            JWKSource<SecurityContext> keys = JWKSourceBuilder.<SecurityContext>create(
                            said.getJWKSetURI().toURL(), asking)
                    .cache(KEYS_KEPT_MS, KEYS_PATIENCE_MS)
                    .refreshAheadCache(false)
                    .rateLimited(KEYS_AT_MOST_EVERY_MS)
                    .build();
            return new Description(said, keys, now);
        } catch (GeneralException | java.net.URISyntaxException unreadable) {
            throw new IOException("the provider's description cannot be read", unreadable);
        }
    }

    /** OpenID Connect Core 3.1.3.7: signature, issuer, audience, times, nonce. */
    IDTokenClaimsSet check(JWT token, String client, String nonce, Instant now)
            throws IOException, BadJOSEException, JOSEException {
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(issuer),
                new ClientID(client),
                new JWSVerificationKeySelector<>(SIGNATURES, description(now).keys()),
                null);
        return validator.validate(token, new Nonce(nonce));
    }
}
