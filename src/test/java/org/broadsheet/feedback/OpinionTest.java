package org.broadsheet.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OpinionTest {
    @Test
    void counts_as_people_do() {
        assertThat(Opinion.length("  twelve chars \n")).isEqualTo(12);
        assertThat(Opinion.length("a      b")).isEqualTo(3);
        assertThat(Opinion.length("\u200b\u200b\u200b a \u00a0\u3000 ")).isEqualTo(1);
        assertThat(Opinion.length("\ud83d\ude00\ud83d\ude00")).isEqualTo(2);
        assertThat(Opinion.length("\u0000".repeat(40))).isZero();
        assertThat(Opinion.length(" ".repeat(40))).isZero();
        assertThat(Opinion.length("読者の意見")).isEqualTo(5);
    }

    @Test
    void keeps_all_but_what_cannot_be_kept() {
        assertThat(Opinion.kept(" <b>a</b>\r\nb\rc\u0000 \ud800& ")).isEqualTo("<b>a</b>\nb\nc &");
    }

    @Property
    void keeping_twice_changes_nothing_and_never_makes_it_longer(@ForAll String words) {
        String kept = Opinion.kept(words);
        assertThat(Opinion.kept(kept)).isEqualTo(kept);
        assertThat(Opinion.length(kept)).isLessThanOrEqualTo(Opinion.length(words));
        assertThat(Opinion.length(words)).isBetween(0, words.length());
    }

    @Test
    void one_household_of_ipv6_is_one_sender() {
        assertThat(Senders.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Senders.network("[2001:db8:1:2::9]"));
        assertThat(Senders.network("2001:db8:1:2:3:4:5:6")).isNotEqualTo(Senders.network("2001:db8:1:3::9"));
        assertThat(Senders.network("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Senders.network("fe80::1%eth0")).isEqualTo(Senders.network("fe80::2"));
    }
}
