package org.broadsheet.site.store;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {
    private static final String TAG = "\"abc-b\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"abc-b\"",
                "*",
                " * ",
                "W/\"abc-b\"",
                "\"x\", \"abc-b\"",
                "\"abc-b\" , \"y\"",
                "\"x\",W/\"abc-b\"",
                "\"a,b\", \"abc-b\"",
                "\"x\",,\"abc-b\"",
                "\"\", \"abc-b\""
            })
    void the_tag_is_found_in_any_list_that_holds_it(String ifNoneMatch) {
        assertThat(EntityTags.match(ifNoneMatch, TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc-b",
                "\"abc\"",
                "\"ABC-B\"",
                "\"abc-b",
                "abc-b\"",
                "w/\"abc-b\"",
                "\"x\" \"abc-b\"",
                "\"x, abc-b\"",
                "*, \"abc-b\" junk",
                "\"abc-b\"junk"
            })
    void anything_else_sends_the_page_again(String ifNoneMatch) {
        assertThat(EntityTags.match(ifNoneMatch, TAG)).isFalse();
    }

    @Property
    void no_header_however_odd_is_an_error(@ForAll String ifNoneMatch) {
        assertThat(EntityTags.match(ifNoneMatch, TAG)).isIn(true, false);
    }
}
