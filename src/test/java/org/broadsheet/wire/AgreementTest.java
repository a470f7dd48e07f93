package org.broadsheet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.broadsheet.wire.expect.Agreement;
import org.broadsheet.wire.format.feed.FeedAgreement;
import org.junit.jupiter.api.Test;

/**
 * Keeps docs/wire-agreement.md true. When reading has changed, the new page is in target/: read what is new in it, then
 * copy it over.
 */
class AgreementTest {
    private static final Path KEPT = Path.of("docs", "wire-agreement.md");
    private static final Path FOUND = Path.of("target", "wire-agreement.md");

    /** Why we differ, by a part of the file's name. What is not here must agree. */
    private static final Map<String, String> REASONS = Map.of(
            "_crazy.xml",
            "One page of broken HTML in eight places. The expectation keeps the words of the page's title and of its "
                    + "scripts; we keep what a browser would show.",
            "script_nested_cdata.xml",
            "CDATA marks within CDATA are taken out; the expectation shows them to the reader.");

    private final List<Agreement> families = List.of(
            WireAgreement.newsMlG2(),
            WireAgreement.ninjs(),
            FeedAgreement.feedparser(),
            FeedAgreement.validator(),
            WireAgreement.dates(),
            WireAgreement.nitf(),
            WireAgreement.newsMl1());

    @Test
    void every_family_agrees_in_at_least_ninety_nine_of_a_hundred_statements() {
        assertThat(families)
                .allSatisfy(
                        family -> assertThat(family.share()).as(family.row()).isGreaterThan(0.99));
        assertThat(families)
                .allSatisfy(
                        family -> assertThat(family.stated()).as(family.row()).isGreaterThan(10));
    }

    @Test
    void every_disagreement_has_a_reason() {
        assertThat(families)
                .flatMap(Agreement::disagreements)
                .allSatisfy(d -> assertThat(REASONS.keySet()).anyMatch(d::contains));
    }

    @Test
    void the_page_that_tells_people_so_is_true() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        families.forEach(f -> page.append(f.row()).append('\n'));
        page.append('\n');
        families.forEach(f -> page.append(f.details()).append('\n'));
        page.append("## Why\n\n");
        REASONS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(r -> page.append("- `")
                        .append(r.getKey())
                        .append("`: ")
                        .append(r.getValue())
                        .append('\n'));
        Files.createDirectories(FOUND.getParent());
        Files.writeString(FOUND, page);
        assertThat(KEPT).content().isEqualTo(page.toString());
    }

    private static final String HEAD = """
            # How far our reading of the wire agrees with others'

            Made by `AgreementTest` from the collected test data; do not edit. A statement is a fact of one item (NewsML-G2),
            a file to be taken or refused (ninjs, feedvalidator), an expectation of a test suite (feedparser, dates), or a
            headline and identifier (NITF), or an identifier, a headline or the form of a file (NewsML 1). Texts count as the
            same when their characters are, or when our cleaning makes the same body and the same pictures of both: styles,
            MathML and SVG that others keep are no difference.

            | family | statements | agree | share | not judged |
            |---|---:|---:|---:|---:|
            """;
}
