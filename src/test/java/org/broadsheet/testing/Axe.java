package org.broadsheet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs axe-core over a page: WCAG 2.2 A and AA, and its best practices. */
public final class Axe {
    private static final String SOURCE = source();
    private static final String RUN = """
            async () => {
              const found = await axe.run(document, {
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
              });
              const violations = found.violations.map((each) =>
                `${each.id}: ${each.nodes[0].html.slice(0, 200)} ${each.nodes[0].failureSummary}`);
              return found.passes.length > 15 ? violations : ["axe has looked at next to nothing"];
            }
            """;

    private Axe() {}

    /** Fails with every violation that axe finds. Where scripts are off, axe would never come to an end: that is refused. */
    @SuppressWarnings("unchecked")
    public static void check(Page page, String what) {
        if (page.evaluate("matchMedia('(scripting: none)').matches").equals(true)) {
            throw new IllegalArgumentException(what + ": axe needs a device with scripts");
        }
        page.evaluate(SOURCE);
        assertThat((List<String>) page.evaluate(RUN)).as(what).isEmpty();
    }

    private static String source() {
        try (InputStream file = Axe.class.getResourceAsStream("/axe/axe.min.js")) {
            if (file == null) {
                throw new IllegalStateException("axe.min.js is missing from src/test/resources/axe");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
