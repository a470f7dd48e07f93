package org.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PaperPageTest {

    @RegisterExtension
    static final TestPaper paper = TestPaper.start();

    @Test
    void the_whole_paper_starts_and_answers_what_is_not_there_with_404() {
        assertThat(paper.get("/no-such-page-anywhere").statusCode()).isEqualTo(404);
    }
}
