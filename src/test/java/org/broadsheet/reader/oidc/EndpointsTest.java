package org.broadsheet.reader.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.broadsheet.base.fetch.GlobalAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private final Endpoints real = new Endpoints(URI.create("https://id.example"));
    private final Endpoints local = new Endpoints(URI.create("http://localhost:9000"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example/token",
                "https://127.0.0.1/token",
                "https://localhost/token",
                "https://10.0.0.7/token",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://user:password@8.8.8.8/",
                "file:///etc/passwd",
                "gopher://8.8.8.8/",
                "https:///nowhere"
            })
    void the_paper_asks_nobody_but_the_public_internet_by_https(String address) {
        assertThatThrownBy(() -> real.asked(URI.create(address))).isInstanceOf(IOException.class);
    }

    @Test
    void a_public_address_is_asked_and_a_loopback_issuer_asks_loopback_only() {
        assertThatCode(() -> real.asked(URI.create("https://8.8.8.8/token"))).doesNotThrowAnyException();
        assertThatCode(() -> local.asked(URI.create("http://localhost:9000/token")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> local.asked(URI.create("https://8.8.8.8/token")))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> local.asked(URI.create("http://10.0.0.7/token")))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100.64.0.1",
                "192.168.1.1",
                "172.31.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "ff02::1"
            })
    void special_addresses_are_not_global(String address) {
        assertThat(GlobalAddress.is(InetAddress.ofLiteral(address))).isFalse();
    }
}
