package org.broadsheet.base.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private static final Assets ASSETS = Assets.of("The Public Record");

    @Test
    void style_and_scripts_keep_within_their_bytes() throws IOException {
        assertThat(brotli("paper.css")).isBetween(1_000, 9 * 1024);
        assertThat(brotli("paper.js")).isBetween(500, 10 * 1024);
    }

    @Test
    void the_fonts_of_an_article_take_less_than_90_kb() {
        int bytes = Stream.of("newsreader", "newsreader-italic", "public-sans")
                .mapToInt(name -> ASSETS.named("fonts/" + name + ".woff2").bytes().length)
                .sum();
        assertThat(bytes).isBetween(40_000, 90_000);
    }

    @Test
    void the_style_sheet_goes_layer_by_layer_and_names_files_by_their_hash() {
        String css = text("paper.css");
        assertThat(css).contains("@layer reset,tokens,base,parts,pages,print;");
        assertThat(css.indexOf("@layer base{")).isLessThan(css.indexOf("@layer parts{"));
        assertThat(css)
                .contains("url(" + ASSETS.href("fonts/newsreader.woff2") + ")")
                .doesNotContain("../", "/*");
        assertThat(css).doesNotContain("http:", "https:", "@import");
        assertThat(count(css, '{')).isEqualTo(count(css, '}'));
    }

    @Test
    void tightening_leaves_alone_what_stands_in_quotation_marks() {
        assertThat(StyleSheet.tight("/* x */ a::after { content: \"a ; b  { \" ;  color: red; }"))
                .isEqualTo("a::after{content:\"a ; b  { \";color:red}");
        assertThat(StyleSheet.tight("a , b > c { width: calc(1px + 2px); }"))
                .isEqualTo("a,b > c{width:calc(1px + 2px)}");
    }

    @Test
    void a_style_sheet_that_names_a_missing_file_is_a_mistake() {
        Map<String, byte[]> files =
                Map.of("css/base.css", "a{background:url(../icons/none.svg)}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new Assets(files, Stream.of())).hasMessageContaining("icons/none.svg");
    }

    @Test
    void an_address_finds_its_file_and_an_old_one_nothing() {
        Asset css = ASSETS.named("paper.css");
        assertThat(ASSETS.at(css.href())).contains(css);
        assertThat(ASSETS.at("/static/000000000000/paper.css")).isEmpty();
        assertThat(ASSETS.at("/static/" + css.hash() + "/../paper.css")).isEmpty();
        assertThatThrownBy(() -> ASSETS.href("none.css")).hasMessageContaining("none.css");
    }

    @Test
    void the_service_worker_keeps_this_release_and_no_placeholder_stays() {
        String worker = new String(ASSETS.serviceWorker().bytes(), StandardCharsets.UTF_8);
        assertThat(worker)
                .contains(ASSETS.href("paper.css"), ASSETS.href("paper.js"), "/offline")
                .doesNotContain("{{");
        assertThat(text("paper.js")).doesNotContain("skipWaiting");
    }

    @Test
    void the_icons_show_the_papers_initial_in_every_size() throws IOException {
        for (String name : new String[] {"icon-192.png", "icon-512.png", "maskable-512.png", "apple-touch-icon.png"}) {
            BufferedImage icon = ImageIO.read(
                    new ByteArrayInputStream(ASSETS.named("icons/" + name).bytes()));
            assertThat(icon.getWidth()).isEqualTo(icon.getHeight()).isGreaterThanOrEqualTo(180);
            assertThat(icon.getRGB(2, 2)).isEqualTo(0xff9c1c28);
            assertThat(Stream.iterate(0, x -> x + 1)
                            .limit(icon.getWidth())
                            .map(x -> icon.getRGB(x, icon.getHeight() / 2)))
                    .contains(0xfffffefb);
        }
        assertThat(text("icons/icon.svg")).contains("<path").contains("viewBox=\"0 0 512 512\"");
        assertThat(ASSETS.named("icons/favicon.ico").bytes()).startsWith(0, 0, 1, 0, 1, 0, 32, 32);
    }

    @Test
    void every_letter_and_figure_can_be_drawn() {
        for (char letter : "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".toCharArray()) {
            assertThat(new Initial(letter + "aily").png(64, 0.6))
                    .as("letter " + letter)
                    .isNotEmpty();
        }
    }

    @Test
    void an_initial_passes_over_the_article_and_falls_back_on_a_sign() {
        assertThat(Initial.firstLetter("The Public Record")).isEqualTo("P");
        assertThat(Initial.firstLetter("Österreich heute")).isEqualTo("O");
        assertThat(Initial.firstLetter("24 heures")).isEqualTo("2");
        assertThat(Initial.firstLetter("The")).isEqualTo("T");
        assertThat(Initial.firstLetter("الأهرام")).isEqualTo("¶");
        assertThat(new Initial("朝日新聞").png(64, 0.6)).isNotEmpty();
    }

    private static int brotli(String name) throws IOException {
        Brotli4jLoader.ensureAvailability();
        return Encoder.compress(ASSETS.named(name).bytes(), Encoder.Parameters.create(11)).length;
    }

    private static String text(String name) {
        return new String(ASSETS.named(name).bytes(), StandardCharsets.UTF_8);
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }
}
