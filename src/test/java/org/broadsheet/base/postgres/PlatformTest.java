package org.broadsheet.base.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.broadsheet.base.cli.CommandFailure;
import org.junit.jupiter.api.Test;

class PlatformTest {

    @Test
    void each_machine_gets_the_archive_made_for_it() {
        assertThat(Platform.of("Linux", "amd64").archive).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(Platform.of("Linux", "aarch64").archive).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(Platform.of("Mac OS X", "x86_64").archive).isEqualTo("postgres-darwin-x86_64.txz");
        assertThat(Platform.of("Mac OS X", "aarch64").archive).isEqualTo("postgres-darwin-arm_64.txz");
    }

    @Test
    void this_build_carries_the_archive_of_the_machine_it_was_built_on() {
        assertThat(Platform.class.getResource("/" + Platform.here().archive)).isNotNull();
    }

    @Test
    void other_machines_are_told_to_bring_a_server() {
        assertThatThrownBy(() -> Platform.of("Windows 11", "amd64"))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        refusal -> assertThat(refusal.advice()).contains("BROADSHEET_DATABASE_URL"));
        assertThatThrownBy(() -> Platform.of("Linux", "riscv64")).hasMessageContaining("riscv64");
    }
}
