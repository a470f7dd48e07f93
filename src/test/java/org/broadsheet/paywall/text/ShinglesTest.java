package org.broadsheet.paywall.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShinglesTest {
    private static final List<String> BETWEEN = List.of(
            " ",
            "  \n\t",
            "&nbsp;",
            "</p>\n<p>",
            "<br>",
            " <em>",
            "</em> ",
            ", ",
            " — ",
            "&mdash;",
            "; “",
            "” ",
            " - ",
            "\u2011",
            "\\n",
            "\\u0020",
            "%20",
            " <!-- --> ",
            "</b> <a href=\"/a?b=c&amp;d=e\" title='x > y'> ",
            ". ",
            "\u2003");

    private static final String SENTENCE =
            "the minister's own ledger shows that nine of the harbour’s cranes were never bought at all";

    @Property(tries = 500)
    void any_eight_words_are_found_whatever_stands_between_them(
            @ForAll("texts") List<String> words, @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Numbers guarded = Shingles.in(Words.of(String.join(" ", words)));
        int first = seed % (words.size() - 7);
        StringBuilder sent = new StringBuilder("<div class=\"note\"><p>before ");
        for (int at = first; at < first + 8; at++) {
            String word = words.get(at);
            sent.append(at % 3 == 0 ? word.toUpperCase(Locale.ROOT) : word)
                    .append(BETWEEN.get((seed / 7 + at * 13) % BETWEEN.size()));
        }
        sent.append(" after</p></div>");
        assertThat(guarded.sharedWith(Shingles.in(sent.toString()))).isGreaterThan(0);
    }

    @Property(tries = 300)
    void nothing_is_found_in_a_text_that_has_seven_of_the_words_and_another(
            @ForAll("texts") List<String> words, @ForAll @IntRange(min = 0, max = 7) int changed) {
        Numbers guarded = Shingles.in(Words.of(String.join(" ", words)));
        String other = IntStream.range(0, 8)
                .mapToObj(at -> at == changed ? "zzz" + words.get(at) : words.get(at))
                .collect(Collectors.joining(" "));
        // without mark-up: names of elements are read as words too, and a guarded text may well go on with one of them
        assertThat(guarded.sharedWith(Shingles.in(other))).isZero();
    }

    @Property(tries = 100)
    void nothing_is_found_in_unrelated_text(@ForAll("texts") List<String> words) {
        Numbers guarded = Shingles.in(Words.of(String.join(" ", words)));
        String unrelated = words.stream().map(word -> "q" + word + "q").collect(Collectors.joining(" "));
        assertThat(guarded.sharedWith(Shingles.in(unrelated))).isZero();
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> latin =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(9);
        Arbitrary<String> other =
                Arbitraries.of("é", "naïve", "Straßenbau", "добро", "ελλάδα", "سلام", "हिन्दी", "18f", "2026");
        return Arbitraries.frequencyOf(Tuple.of(8, latin), Tuple.of(1, other))
                .list()
                .ofMinSize(8)
                .ofMaxSize(60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "THE MINISTER'S OWN LEDGER SHOWS THAT NINE OF THE HARBOUR'S CRANES",
                "the minister&rsquo;s own ledger shows that nine of the harbour&#8217;s cranes",
                "the min\u00ADister’s own led\u200Bger shows that nine of the harbour's cranes",
                "<p><span class=\"cap\">T</span>he minister's <b>own</b> led<wbr>ger shows that <i>nine</i> of the harbour's",
                "<meta content=\"the minister's own ledger shows that nine of the harbour's cranes\">",
                "<!-- the minister's <em>own</em> ledger shows that nine of the harbour's cranes -->",
                "{\"body\":\"<p>the minister\\u2019s own ledger <em>shows<\\/em> that nine of the harbour\\u2019s\"}",
                "&lt;p&gt;the minister&amp;#39;s own &lt;em&gt;ledger&lt;/em&gt; shows that nine of the harbour&amp;rsquo;s",
                "<![CDATA[<p>the minister’s own <em>ledger</em> shows that nine of the harbour’s cranes</p>]]>",
                "mailto:?body=the%20minister%E2%80%99s%20own%20ledger%20shows%20that%20nine%20of%20the%20harbour%E2%80%99s",
                "/share?text=the+minister%27s+own+ledger+shows+that+nine+of+the+harbour%27s",
                "ｔｈｅ minister's own ledger shows that nine of the harbour's",
                "the minister's own ledger shows that nine — of the “harbour’s” cranes",
            })
    void a_sentence_is_found_however_it_is_dressed(String sent) {
        assertThat(Shingles.in(Words.of(SENTENCE)).sharedWith(Shingles.in(sent)))
                .isGreaterThan(0);
    }

    @Test
    void seven_words_are_no_run() {
        assertThat(Shingles.in(Words.of("one two three four five six seven")).size())
                .isZero();
        assertThat(Shingles.in(Words.of("one two three four five six seven eight"))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void sixteen_characters_of_chinese_make_a_run_and_so_do_thirty_two_of_thai() {
        String chinese = "海港的起重机从未被购买部长的账本";
        assertThat(Shingles.in(Words.of(chinese)).size()).isEqualTo(1);
        assertThat(Shingles.in(Words.of(chinese)).sharedWith(Shingles.in("<p>海港的<b>起重机</b>从未被，购买部长的账本。</p>")))
                .isEqualTo(1);
        String thai = "ท่าเรือไม่เคยซื้อปั้นจั่นเหล่านี้เลยตามบัญชีของรัฐมนตรี";
        assertThat(Shingles.in(Words.of(thai)).size()).isGreaterThan(0);
        assertThat(Shingles.in(Words.of(thai)).sharedWith(Shingles.in("ข่าว " + thai)))
                .isGreaterThan(0);
        assertThat(Shingles.in(Words.of(chinese.substring(1))).size()).isZero();
    }

    @Test
    void an_unclosed_tag_of_a_million_characters_is_read_in_a_moment() {
        long began = System.nanoTime();
        Shingles.in("<a ".repeat(100_000) + SENTENCE);
        assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
    }

    @Test
    void a_set_of_numbers_has_what_was_put_in_and_nothing_else() {
        Numbers numbers = new Numbers();
        for (long number = -5_000; number < 5_000; number++) {
            assertThat(numbers.add(number * 1_000_003)).isTrue();
        }
        assertThat(numbers.add(0)).isFalse();
        assertThat(numbers.size()).isEqualTo(10_000);
        assertThat(numbers.has(-5_000L * 1_000_003)).isTrue();
        assertThat(numbers.has(17)).isFalse();
    }

    @Test
    void a_sieve_never_says_not_of_what_was_put_in_and_seldom_maybe_of_the_rest() {
        Sieve sieve = new Sieve(20_000);
        Numbers in = Shingles.in(Words.of(text(20_000, 1)));
        in.forEach(sieve::add);
        in.forEach(number -> assertThat(sieve.mayHave(number)).isTrue());
        int[] wrong = new int[1];
        Shingles.in(Words.of(text(20_000, 2))).forEach(number -> wrong[0] += sieve.mayHave(number) ? 1 : 0);
        assertThat(wrong[0]).isLessThan(400);
    }

    private static String text(int words, int salt) {
        return IntStream.range(0, words)
                .mapToObj(at -> "w" + Integer.toString(at * 7919 + salt * 104_729, 36))
                .collect(Collectors.joining(" "));
    }
}
