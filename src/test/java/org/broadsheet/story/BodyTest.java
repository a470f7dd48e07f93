package org.broadsheet.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyTest {
    private static final String WHOLE = "<p>free</p><p>premium words</p>";
    private static final String BEGINNING = "<p>free</p>";

    @Test
    void a_preview_opens_the_beginning_alone() {
        Body body = new Body(Reach.SUBSCRIBERS, WHOLE, BEGINNING);
        Access preview = new Access.Preview(Access.Reason.FOR_SUBSCRIBERS);
        assertThat(body.open(preview).html()).isEqualTo(BEGINNING);
        assertThat(body.open(new Access.Full()).html()).isEqualTo(WHOLE);
    }

    @Test
    void only_what_is_for_everyone_opens_without_asking() {
        assertThat(new Body(Reach.EVERYONE, WHOLE, BEGINNING).openToAll().html())
                .isEqualTo(WHOLE);
        assertThat(new Body(Reach.METERED, WHOLE, BEGINNING).openToAll().html()).isEmpty();
        assertThat(new Body(Reach.SUBSCRIBERS, WHOLE, BEGINNING).openToAll().html())
                .isEmpty();
    }

    @Test
    void it_never_prints_its_text() {
        assertThat(new Body(Reach.SUBSCRIBERS, WHOLE, BEGINNING).toString())
                .doesNotContain("premium")
                .contains("for subscribers");
    }
}
