package org.broadsheet.testing;

import java.util.HashMap;
import java.util.Map;
import org.broadsheet.base.Settings;
import org.springframework.context.annotation.Bean;

/** Settings for a door that is tested without the whole paper: {@code database.door(Sessions.class, TestSettings.class)}. */
public class TestSettings {
    @Bean
    Settings settings() {
        return of(Map.of());
    }

    /** With settings of the test's own. */
    public static Settings of(Map<String, String> some) {
        Map<String, String> all = new HashMap<>(Map.of(
                "DATA", "target/test-data",
                "SECRET", "a secret that only the tests know of",
                "BASE_URL", "https://paper.example"));
        all.putAll(some);
        return Settings.load(Map.of(), all);
    }
}
