package org.broadsheet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.broadsheet.base.cli.CommandFailure;
import org.broadsheet.story.InPrint;
import org.broadsheet.story.Section;
import org.broadsheet.story.Stories;
import org.broadsheet.testing.Draft;
import org.broadsheet.testing.TestPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnotherPaperSqlTest {

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start();

    @Test
    void the_sample_is_never_put_into_a_paper_of_somebody() {
        Stories stories = PAPER.door(Stories.class);
        stories.section(new Section("news", "News", 1));
        Draft.of("The harbour opens").print(stories, Instant.parse("2026-01-03T04:00:00Z"));
        assertThatThrownBy(PAPER.door(FirstStart.class)::complete)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("not the sample");
        assertThat(PAPER.door(InPrint.class).count()).isOne();
    }
}
