package org.broadsheet.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhotographTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef";

    private static Photograph of(int... widths) {
        List<Rendition> renditions = new ArrayList<>();
        for (int width : widths) {
            for (PictureFormat format : PictureFormat.values()) {
                String address = new PictureAddress(HASH, width, format).path();
                renditions.add(new Rendition(width, width / 2, format, 10, address));
            }
        }
        return new Photograph(
                new PhotographId(1),
                PhotographDetails.NONE,
                widths[0],
                widths[0] / 2,
                new Placeholder("#8a8f7c", ""),
                renditions);
    }

    @Test
    void a_srcset_names_every_width_of_one_format_narrowest_first() {
        assertThat(of(960, 320).srcset(PictureFormat.WEBP))
                .isEqualTo("/pictures/" + HASH + "/320.webp 320w, /pictures/" + HASH + "/960.webp 960w");
    }

    @Test
    void the_plain_one_is_a_jpeg_of_column_width_and_the_largest_is_for_cards() {
        Photograph photograph = of(320, 960, 1920);
        assertThat(photograph.plain().address()).endsWith("/960.jpg");
        assertThat(photograph.largest().address()).endsWith("/1920.jpg");
        assertThat(of(1200).plain().address()).endsWith("/1200.jpg");
    }

    @Test
    void a_photograph_without_one_of_the_formats_is_none() {
        assertThatThrownBy(() -> of(320, 960).srcset(PictureFormat.valueOf("PNG")))
                .isInstanceOf(IllegalArgumentException.class);
        List<Rendition> onlyJpeg = of(320).renditions().stream()
                .filter(each -> each.format() == PictureFormat.JPEG)
                .toList();
        assertThatThrownBy(() -> new Photograph(
                        new PhotographId(1),
                        PhotographDetails.NONE,
                        320,
                        160,
                        new Placeholder("#8a8f7c", ""),
                        onlyJpeg))
                .hasMessageContaining("WEBP");
    }

    @Test
    void an_address_is_read_back_and_nothing_else_is_one() {
        PictureAddress address = new PictureAddress(HASH, 640, PictureFormat.JPEG);
        assertThat(PictureAddress.parse(address.path())).contains(address);
        assertThat(PictureAddress.parse("/pictures/" + HASH + "/640.svg")).isEmpty();
        assertThat(PictureAddress.parse("/pictures/" + HASH + "/640.jpg/..")).isEmpty();
        assertThat(PictureAddress.parse("pictures/" + HASH + "/640.jpg")).isEmpty();
    }

    @Test
    void a_placeholder_is_a_colour_and_a_short_picture_and_can_be_nothing_else() {
        assertThatThrownBy(() -> new Placeholder("red;background:url(//x)", "")).hasMessageContaining("colour");
        assertThatThrownBy(() -> new Placeholder("#000000", "data:image/svg+xml;base64,AAAA"))
                .hasMessageContaining("blur");
        assertThatThrownBy(() -> new Placeholder("#000000", "data:image/webp;base64," + "A".repeat(600)))
                .hasMessageContaining("short");
    }

    @Test
    void what_the_sender_says_goes_before_what_the_file_says() {
        PhotographDetails file =
                PhotographDetails.NONE.withCaption("the file's").withCredit("the agency's");
        assertThat(PhotographDetails.NONE.withCaption("the sender's").or(file))
                .isEqualTo(file.withCaption("the sender's"));
    }
}
