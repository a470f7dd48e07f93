package org.broadsheet.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
    @Test
    void blanks_are_forgiven_and_capitals_make_no_other_mailbox() {
        Email email = Email.parse("  Ani.Wijaya+news@Paper.Test ").orElseThrow();
        assertThat(email.address()).isEqualTo("Ani.Wijaya+news@Paper.Test");
        assertThat(email.key()).isEqualTo("ani.wijaya+news@paper.test");
        assertThat(email.masked()).isEqualTo("A\u2026@Paper.Test");
    }

    @Test
    void a_host_may_be_written_in_its_own_letters() {
        assertThat(Email.parse("a@bücher.example").orElseThrow().address()).isEqualTo("a@xn--bcher-kva.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.test",
                "a b@c.test",
                "a@b",
                "a@b..test",
                "a..b@c.test",
                "a@-b.test",
                "a@b.test\r\nBcc: c@d.test",
                "a@b.test,c@d.test",
                "\"a\"@b.test",
                "<a@b.test>",
                "a@[127.0.0.1]",
                "a\u0000@b.test"
            })
    void what_is_no_address_or_more_than_one_is_refused(String written) {
        assertThat(Email.parse(written)).isEmpty();
        assertThatThrownBy(() -> new Email(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatever_is_written_is_an_address_of_one_line_or_none(@ForAll String written) {
        Email.parse(written + "@paper.test")
                .ifPresent(email -> assertThat(email.address()).matches("[\\x21-\\x7e]+@paper\\.test"));
    }
}
