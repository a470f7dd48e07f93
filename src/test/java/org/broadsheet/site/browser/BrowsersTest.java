package org.broadsheet.site.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.broadsheet.site.page.Variant.BrowserLine;
import org.junit.jupiter.api.Test;

class BrowsersTest {
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/";

    @Test
    void every_browser_of_uap_core_has_its_family_and_major_version() {
        List<String> lines = Lines.of("/user-agents/browsers.tsv");
        assertThat(lines).hasSizeGreaterThan(450);
        assertThat(lines).allSatisfy(line -> {
            String[] parts = line.split("\t", 3);
            OptionalInt major = parts[1].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[1]));
            assertThat(Browsers.read(parts[2])).contains(new Browser(parts[0], major));
        });
    }

    @Test
    void no_robot_is_told_to_update_its_browser() {
        List<String> robots = Lines.of("/user-agents/robots.txt");
        assertThat(robots).hasSizeGreaterThan(1_300);
        assertThat(robots).allMatch(Robots::isRobot);
        assertThat(robots).allMatch(agent -> SupportedLine.of(agent) == BrowserLine.SUPPORTED);
    }

    @Test
    void no_browser_of_a_reader_is_taken_for_a_robot() {
        Predicate<String> driven = agent -> agent.contains("Headless") || agent.contains("Google Web Preview");
        assertThat(Lines.of("/user-agents/browsers.tsv").stream()
                        .map(line -> line.split("\t", 3)[2])
                        .filter(driven.negate()))
                .hasSizeGreaterThan(450)
                .noneMatch(Robots::isRobot);
    }

    @Test
    void what_is_below_the_line_is_told_so() {
        assertThat(List.of(
                        CHROME + "111.0.0.0 Safari/537.36",
                        CHROME + "92.0.4515.131 Safari/537.36 Edg/92.0.902.67",
                        "Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko",
                        "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)",
                        "Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:91.0) Gecko/20100101 Firefox/91.0",
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 16_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.4 Mobile/15E148 Safari/604.1",
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 15_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0.6099.119 Mobile/15E148 Safari/604.1",
                        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Safari/605.1.15",
                        "Mozilla/5.0 (Linux; U; Android 4.0.3; en-us; KFOT Build/IML74K) AppleWebKit/534.30 (KHTML, like Gecko) Version/4.0 Safari/534.30",
                        "Opera/9.80 (J2ME/MIDP; Opera Mini/7.1.32052/35.5706; U; id) Presto/2.8.119 Version/11.10"))
                .allMatch(agent -> SupportedLine.of(agent) == BrowserLine.OUT_OF_DATE);
    }

    @Test
    void what_is_on_the_line_or_unknown_is_left_alone() {
        assertThat(List.of(
                        CHROME + "112.0.0.0 Safari/537.36",
                        CHROME + "156.0.0.0 Mobile Safari/537.36",
                        CHROME + "144.0.0.0 Safari/537.36 Edg/144.0.0.0",
                        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:117.0) Gecko/20100101 Firefox/117.0",
                        "Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.5 Mobile/15E148 Safari/604.1",
                        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15",
                        "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
                        "Links (2.29; Linux 6.1.0 x86_64; GNU C 12.2; text)",
                        "",
                        "\u0000"))
                .allMatch(agent -> SupportedLine.of(agent) == BrowserLine.SUPPORTED);
    }

    @Test
    void a_user_agent_of_a_million_characters_is_read_in_no_time() {
        long before = System.nanoTime();
        assertThat(SupportedLine.of("Mozilla/5.0 (iPhone ".repeat(50_000))).isEqualTo(BrowserLine.SUPPORTED);
        assertThat(Browsers.read("Android Version/9.9.9.9 ".repeat(50_000))).isEmpty();
        assertThat(System.nanoTime() - before).isLessThan(1_000_000_000L);
    }
}
