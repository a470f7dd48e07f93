package org.broadsheet.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path data;

    @Test
    void without_a_word_from_anybody_the_declared_standards_hold() {
        Settings settings = read(Map.of());
        assertThat(settings.server().port()).isEqualTo(8080);
        assertThat(settings.server().stopWithin()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.baseUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.storage().database()).isEmpty();
        assertThat(settings.server().trustedProxies()).hasSize(2);
    }

    @Test
    void the_command_line_wins_over_the_environment_and_that_over_the_file() throws Exception {
        Files.writeString(data.resolve("broadsheet.yaml"), """
                name: The File
                zone: Asia/Jakarta
                port: 1
                database:
                  connections: 7
                trusted-proxies: [10.0.0.0/8, 192.168.1.1]
                """);
        Map<String, String> environment =
                environment(Map.of("BROADSHEET_NAME", "The Environment", "BROADSHEET_PORT", "2"));
        Settings settings = Settings.load(environment, Map.of("PORT", "3"));
        assertThat(settings.paper().name()).isEqualTo("The Environment");
        assertThat(settings.server().port()).isEqualTo(3);
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        assertThat(settings.storage().connections()).isEqualTo(7);
        assertThat(settings.server().trustedProxies().get(1).contains(InetAddress.ofLiteral("192.168.1.1")))
                .isTrue();
    }

    @Test
    void every_mistake_is_named_with_its_value_and_what_was_expected() throws Exception {
        Files.writeString(data.resolve("broadsheet.yaml"), "prot: 80\n");
        assertThatThrownBy(() -> read(Map.of(
                        "BROADSHEET_PORT", "80800",
                        "BROADSHEET_ZONE", "Jakarta",
                        "BROADSHEET_BASE_URL", "paper.example",
                        "BROADSHEET_STOP_WITHIN", "soon",
                        "BROADSHEET_LOG_FORMAT", "xml")))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("“prot” in " + data.resolve("broadsheet.yaml") + " is not a setting")
                .hasMessageContaining("BROADSHEET_PORT is “80800”: expected a whole number from 0 to 65535")
                .hasMessageContaining("BROADSHEET_ZONE is “Jakarta”: expected a time zone such as Asia/Jakarta")
                .hasMessageContaining("BROADSHEET_BASE_URL is “paper.example”: expected an address such as https://")
                .hasMessageContaining("BROADSHEET_STOP_WITHIN is “soon”: expected a length of time")
                .hasMessageContaining("BROADSHEET_LOG_FORMAT is “xml”: expected one of text, json");
    }

    @Test
    void a_broken_file_is_named() throws Exception {
        Files.writeString(data.resolve("broadsheet.yaml"), "name: [unclosed\n");
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining("broadsheet.yaml cannot be read");
    }

    @Test
    void nothing_secret_is_printed_neither_kept_nor_refused() {
        Settings settings = read(Map.of(
                "BROADSHEET_SECRET", "0123456789abcdef-tell-nobody-0123456789",
                "BROADSHEET_DATABASE_URL", "postgres://paper:tell-nobody@db.example:6432/paper?sslmode=require",
                "BROADSHEET_SMTP_URL", "smtp://paper:tell-nobody@mail.example"));
        assertThat(settings.toString()).doesNotContain("tell-nobody");
        assertThatThrownBy(() -> read(Map.of("BROADSHEET_DATABASE_URL", "mysql://paper:tell-nobody@db.example/paper")))
                .hasMessageContaining("BROADSHEET_DATABASE_URL is not usable: expected an address such as postgres://")
                .hasMessageNotContaining("tell-nobody");
    }

    @Test
    void a_secret_is_made_once_kept_for_its_owner_alone_and_gives_way_to_the_operators() throws Exception {
        Secret made = SigningSecret.in(read(Map.of())).secrets().signing().orElseThrow();
        assertThat(SigningSecret.in(read(Map.of())).secrets().signing()).contains(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secret"))))
                .isEqualTo("rw-------");
        String own = "an operator's own secret, long enough";
        assertThat(SigningSecret.in(read(Map.of("BROADSHEET_SECRET", own)))
                        .secrets()
                        .signing())
                .contains(new Secret(own));
        assertThatThrownBy(() -> read(Map.of("BROADSHEET_SECRET", "too-short-a-secret")))
                .hasMessageContaining("BROADSHEET_SECRET is not usable: expected at least 32 characters");
    }

    @Test
    void a_database_address_is_read_in_both_ways_of_writing_it() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://pa%40per:p%3Ass%2Bw@db.example:6432/paper?sslmode=require");
        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:6432/paper?sslmode=require");
        assertThat(url.user()).isEqualTo("pa@per");
        assertThat(url.password().value()).isEqualTo("p:ss+w");
        DatabaseUrl driver = DatabaseUrl.parse("jdbc:postgresql://db.example/paper?user=paper&password=pw&ssl=true");
        assertThat(driver.jdbc()).isEqualTo("jdbc:postgresql://db.example/paper?ssl=true");
        assertThat(driver.withDatabase("other").jdbc()).isEqualTo("jdbc:postgresql://db.example/other?ssl=true");
        assertThat(driver.user()).isEqualTo("paper");
    }

    @Test
    void every_setting_is_documented_and_named_once() {
        assertThat(SettingsTable.rows()).extracting(SettingsTable.Row::variable).doesNotHaveDuplicates();
        assertThat(SettingsTable.rows())
                .allSatisfy(row -> assertThat(row.says()).endsWith("."));
        assertThat(SettingsTable.markdown()).contains("| `BROADSHEET_PORT` | `port` | `8080` |");
    }

    private Settings read(Map<String, String> said) {
        return Settings.load(environment(said));
    }

    private Map<String, String> environment(Map<String, String> said) {
        Map<String, String> environment = new HashMap<>(said);
        environment.put("BROADSHEET_DATA", data.toString());
        return environment;
    }
}
