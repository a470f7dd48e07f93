package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @Test
    void a_path_names_an_address_and_is_given_back_by_it() {
        String path = "/data/2025/01/02/open-portal";
        assertThat(Address.of(path)).contains(new Address("data", LocalDate.of(2025, 1, 2), "open-portal"));
        assertThat(Address.of(path).orElseThrow().path()).isEqualTo(path);
    }

    @Property
    void every_day_of_the_calendar_goes_there_and_back(
            @ForAll @IntRange(min = 1, max = 9999) int year, @ForAll @IntRange(min = 1, max = 365) int day) {
        Address address = new Address("data", LocalDate.ofYearDay(year, day), "slug");
        assertThat(Address.of(address.path())).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/data/2025/02/30/x", "/data/2025/13/01/x", "/data/0000/01/01/x", "/data/2025/1/2/x",
                        "/Data/2025/01/02/x",
                "/data/2025/01/02/x/", "/data/2025/01/02/-x", "/data/2025/01/02/", "data/2025/01/02/x",
                        "/data/2025/01/02/x%2f"
            })
    void what_is_no_address_names_none(String path) {
        assertThat(Address.of(path)).isEmpty();
    }

    @Property
    void no_path_makes_it_fail(@ForAll @AlphaChars String path) {
        assertThat(Address.of("/" + path)).isEmpty();
    }

    @Test
    void the_papers_own_addresses_are_no_sections() {
        assertThatThrownBy(() -> new Section("search", "Search", 1)).hasMessageContaining("\"search\"");
    }
}
