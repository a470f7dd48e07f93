package org.broadsheet.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect provider on loopback that speaks the real protocol, and lies where a test has it lie. */
public final class LocalProvider implements AutoCloseable {
    public static final String CLIENT = "the paper";
    public static final String SECRET = "a secret shared with the paper";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How a token is signed. */
    public enum Signed {
        RIGHTLY,
        BY_ANOTHER_KEY,
        BY_THE_SHARED_SECRET,
        NOT_AT_ALL
    }

    private record Asked(String nonce, String challenge, String back) {}

    private final HttpServer server;
    private final RSAKey key = key("one");
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private volatile UnaryOperator<JWTClaimsSet.Builder> claims = each -> each;
    private volatile Signed signed = Signed.RIGHTLY;
    private volatile UnaryOperator<Map<String, Object>> description = each -> each;

    public LocalProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The settings of a paper that uses this provider. */
    public Map<String, String> settings() {
        return Map.of(
                "OIDC_ISSUER",
                issuer(),
                "OIDC_NAME",
                "Example ID",
                "OIDC_CLIENT_ID",
                CLIENT,
                "OIDC_CLIENT_SECRET",
                SECRET);
    }

    /** Who signs in there, or what else the next tokens say. */
    public LocalProvider saying(UnaryOperator<JWTClaimsSet.Builder> change) {
        claims = change;
        signed = Signed.RIGHTLY;
        return this;
    }

    public LocalProvider signing(Signed how) {
        signed = how;
        return this;
    }

    public LocalProvider describing(UnaryOperator<Map<String, Object>> change) {
        description = change;
        return this;
    }

    private void describe(HttpExchange exchange) throws IOException {
        Map<String, Object> all = new java.util.HashMap<>(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "jwks_uri", issuer() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256")));
        answer(exchange, 200, JSON.writeValueAsString(description.apply(all)));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, List<String>> asked =
                URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        String back = first(asked, "redirect_uri");
        boolean right = first(asked, "code_challenge_method").equals("S256")
                && first(asked, "client_id").equals(CLIENT)
                && first(asked, "response_type").equals("code")
                && first(asked, "scope").contains("openid");
        codes.put(code, new Asked(first(asked, "nonce"), first(asked, "code_challenge"), back));
        String answer = right ? "code=" + code : "error=invalid_request";
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        back + "?" + answer + "&iss=" + encoded(issuer()) + "&state=" + encoded(first(asked, "state")));
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, List<String>> asked =
                URLUtils.parseParameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Asked before = codes.remove(first(asked, "code"));
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        boolean right = before != null
                && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && before.back().equals(first(asked, "redirect_uri"))
                && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(first(asked, "code_verifier")))
                        .getValue()
                        .equals(before.challenge());
        if (before == null || !right) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        answer(
                exchange,
                200,
                JSON.writeValueAsString(Map.of(
                        "access_token",
                        "x",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        60,
                        "id_token",
                        idToken(before.nonce()))));
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        JWTClaimsSet said = claims.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .subject("somebody")
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(300)))
                        .claim("nonce", nonce))
                .build();
        try {
            return switch (signed) {
                case RIGHTLY -> rsa(said, key);
                case BY_ANOTHER_KEY -> rsa(said, key("one"));
                case BY_THE_SHARED_SECRET -> {
                    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), said);
                    token.sign(new MACSigner((SECRET + SECRET).getBytes(StandardCharsets.UTF_8)));
                    yield token.serialize();
                }
                case NOT_AT_ALL -> new PlainJWT(said).serialize();
            };
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String rsa(JWTClaimsSet said, RSAKey by) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build(), said);
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String first(Map<String, List<String>> asked, String name) {
        return asked.getOrDefault(name, List.of("")).getFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
