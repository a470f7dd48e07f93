package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.broadsheet.base.html.StoryHtml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainBodyTest {
    @Test
    void empty_lines_part_paragraphs_and_what_one_types_is_what_one_gets() {
        StoryHtml body =
                PlainBody.read("AT&T rose 5 > 4.\r\n\r\n  Second, with <em>weight</em>\nand a line.\n \n\nThird");
        assertThat(body.html())
                .isEqualTo(
                        StoryHtml.clean("<p>AT&amp;T rose 5 &gt; 4.</p><p>Second, with <em>weight</em> and a line.</p>"
                                        + "<p>Third</p>")
                                .html());
        assertThat(PlainBody.write(body)).startsWith("AT&T rose 5 > 4.\n\nSecond, with <em>weight</em> and a line.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>&amp;lt; is written like that, and &amp;copy too</p>",
                "<pre>one\n\n\ntwo &lt;p&gt;</pre><p>after</p>",
                "<ul><li>a</li><li>b</li></ul><h2>Sub</h2><p>&lt;p&gt;not a tag</p>",
                "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
                "<blockquote><p>one</p><p>two</p></blockquote><hr><p>x<br>y</p>",
                "<table><tbody><tr><td>1</td></tr></tbody></table>",
                "<aside><h3>Facts</h3><p>one</p></aside>",
                ""
            })
    void a_body_written_out_and_read_again_is_the_same(String html) {
        StoryHtml body = StoryHtml.clean(html);
        assertThat(PlainBody.read(PlainBody.write(body))).isEqualTo(body);
    }

    @Test
    void so_is_whatever_somebody_types() {
        String[] pieces = {
            "<", "p", ">", "</p>", "\n\n", "&", "amp;", "<pre>", "</pre>", "word ", "<ul><li>", "\"", "<em>", " "
        };
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                typed.append(pieces[random.nextInt(pieces.length)]);
            }
            StoryHtml body = PlainBody.read(typed.toString());
            assertThat(PlainBody.read(PlainBody.write(body)))
                    .as(typed.toString())
                    .isEqualTo(body);
        }
    }
}
