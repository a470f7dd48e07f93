package org.broadsheet.reader.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Settings;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.once.Once;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Signing in with the provider of the setting OIDC_ISSUER: authorization code, PKCE, state, nonce (OpenID Connect Core 3.1). */
@Component
public class OpenId {
    /** The way there, for the browser to bring back, before {@link org.broadsheet.base.http.PaperCookies} has had its say. */
    public static final String COOKIE = "openid";

    /** Where the provider sends readers back to. */
    public static final String BACK = "/sign-in/oidc/back";

    private static final Logger LOG = LoggerFactory.getLogger(OpenId.class);

    private final Settings settings;
    private final Optional<Provider> provider;
    private final Journey.Cookie cookie;
    private final Once once;
    private final OpenIdLinks links;

    OpenId(Settings settings, Once once, OpenIdLinks links) {
        this.settings = settings;
        this.provider = settings.signIn().issuer().map(Provider::new);
        this.cookie = new Journey.Cookie(settings);
        this.once = once;
        this.links = links;
    }

    /** What comes back, as the browser brings it; empty where it is missing. */
    public record Return(String cookie, String state, String code, String issuer) {}

    /** What readers call the provider; nothing where none is set. */
    public Optional<String> name() {
        return settings.signIn()
                .issuer()
                .filter(issuer -> settings.signIn().client().isPresent())
                .map(issuer ->
                        settings.signIn().name().orElse(URI.create(issuer).getHost()));
    }

    /**
     * @param to where to go afterwards
     * @param reader who is signed in and wants to link
     * @return nothing where no provider is set or it cannot be reached
     */
    public Optional<Departure> depart(String to, Optional<ReaderId> reader, Instant now) {
        if (name().isEmpty()) {
            return Optional.empty();
        }
        CodeVerifier verifier = new CodeVerifier();
        Journey journey = new Journey(
                new State().getValue(),
                new Nonce().getValue(),
                verifier.getValue(),
                to,
                reader.map(ReaderId::value).orElse(0L),
                now.plus(Journey.LIFE).getEpochSecond());
        try {
            URI address = new AuthenticationRequest.Builder(
                            ResponseType.CODE, new Scope("openid", "email"), client(), back())
                    .endpointURI(provider.orElseThrow().authorization(now))
                    .state(new State(journey.state()))
                    .nonce(new Nonce(journey.nonce()))
                    .codeChallenge(verifier, CodeChallengeMethod.S256)
                    .build()
                    .toURI();
            return Optional.of(new Departure(address, cookie.write(journey)));
        } catch (IOException unreachable) {
            LOG.warn("the OpenID Connect provider cannot be asked: {}", unreachable.getMessage());
            return Optional.empty();
        }
    }

    /** Who set out to link; they have to be signed in still, else somebody who was once could do so after having been put out. */
    public Optional<ReaderId> linking(Return back, Instant now) {
        return cookie.read(back.cookie(), now).flatMap(Journey::who);
    }

    public Arrived arrive(Return back, Instant now) {
        Optional<Journey> journey = cookie.read(back.cookie(), now)
                .filter(each -> same(each.state(), back.state()))
                .filter(each -> once.use("openid " + each.state(), Instant.ofEpochSecond(each.until()), now));
        if (name().isEmpty() || journey.isEmpty() || back.code().isEmpty()) {
            return new Arrived.Abandoned();
        }
        // RFC 9207: a provider that says who it is must be the one that was asked.
        if (!back.issuer().isEmpty() && !back.issuer().equals(issuer())) {
            LOG.warn("an OpenID Connect answer says of itself that it is not from {}", issuer());
            return new Arrived.Failed();
        }
        try {
            JWT token = token(back.code(), journey.get(), now);
            IDTokenClaimsSet claims = provider.orElseThrow()
                    .check(token, client().getValue(), journey.get().nonce(), now);
            return links.arrived(issuer(), claims, journey.get(), now);
        } catch (IOException | ParseException | BadJOSEException | JOSEException wrong) {
            LOG.warn("an OpenID Connect sign-in was refused: {}", wrong.getMessage());
            return new Arrived.Failed();
        }
    }

    /** What the code is worth: asked by the paper itself, not by the browser. */
    private JWT token(String code, Journey journey, Instant now) throws IOException, ParseException {
        Provider asked = provider.orElseThrow();
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), back(), new CodeVerifier(journey.verifier()));
        URI place = asked.description(now).metadata().getTokenEndpointURI();
        TokenRequest request = authentication(asked, now)
                .map(paper -> new TokenRequest(place, paper, grant))
                .orElseGet(() -> new TokenRequest(place, client(), grant));
        TokenResponse answer = OIDCTokenResponseParser.parse(asked.asking().send(request.toHTTPRequest()));
        if (!(answer instanceof OIDCTokenResponse tokens)
                || tokens.getOIDCTokens().getIDToken() == null) {
            throw new ParseException(
                    answer.indicatesSuccess()
                            ? "the provider gave no ID token"
                            : "the provider refused the code: "
                                    + answer.toErrorResponse().getErrorObject().getCode());
        }
        return tokens.getOIDCTokens().getIDToken();
    }

    private Optional<ClientAuthentication> authentication(Provider asked, Instant now) throws IOException {
        List<ClientAuthenticationMethod> ways =
                asked.description(now).metadata().getTokenEndpointAuthMethods();
        boolean byPost = ways != null
                && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return settings.signIn().secret().map(secret -> {
            Secret shared = new Secret(secret.value());
            return byPost ? new ClientSecretPost(client(), shared) : new ClientSecretBasic(client(), shared);
        });
    }

    /** Whether the reader has linked an account of the provider. */
    public boolean linked(ReaderId reader) {
        return settings.signIn()
                .issuer()
                .filter(issuer -> links.linked(reader, issuer))
                .isPresent();
    }

    /** False where there was no link. */
    public boolean unlink(ReaderId reader) {
        return settings.signIn()
                .issuer()
                .filter(issuer -> links.unlink(reader, issuer))
                .isPresent();
    }

    private String issuer() {
        return settings.signIn().issuer().orElseThrow();
    }

    private ClientID client() {
        return new ClientID(settings.signIn().client().orElseThrow());
    }

    private URI back() {
        return settings.baseUrl().resolve(BACK);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
