package org.broadsheet.base.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class ModulesTest {
    @Test
    void what_is_imported_is_named_by_its_address_and_stands_first() {
        Map<String, Asset> made = Modules.of(Map.of(
                "js/editor/a.js",
                        "import { b } from \"./b.js\";\nimport C, { d } from 'c';\nconst x = 'from \"./b.js\"';\n",
                "js/editor/b.js", "import {\n  d,\n  e as f\n} from 'c';\nexport const b = d;\n",
                "lib/c/index.js", "export const d = 1;\n"));
        assertThat(List.copyOf(made.keySet())).containsExactly("lib/c/index.js", "js/editor/b.js", "js/editor/a.js");
        String c = named(made, "lib/c/index.js").href();
        assertThat(text(named(made, "js/editor/b.js"))).contains("from '" + c + "'");
        assertThat(text(named(made, "js/editor/a.js")))
                .contains("from \"" + named(made, "js/editor/b.js").href() + "\"", "import C, { d } from '" + c + "'")
                .contains("const x = 'from \"./b.js\"'");
    }

    @Test
    void a_change_of_what_is_imported_changes_the_address_of_all_that_import_it() {
        String before = editor("export const d = 1;\n");
        assertThat(editor("export const d = 1;\n")).isEqualTo(before);
        assertThat(editor("export const d = 2;\n")).isNotEqualTo(before);
    }

    @Test
    void what_is_not_there_and_what_goes_in_a_circle_are_mistakes() {
        assertThatThrownBy(() -> Modules.of(Map.of("js/editor/a.js", "import './none.js';\n")))
                .hasMessageContaining("js/editor/none.js");
        assertThatThrownBy(() -> Modules.of(
                        Map.of("js/editor/a.js", "import './b.js';\n", "js/editor/b.js", "import './a.js';\n")))
                .hasMessageContaining("circle");
    }

    @Test
    void the_editor_finds_all_of_its_library_and_its_licences_are_in_the_program() throws IOException {
        Assets assets = Assets.of("The Public Record");
        String editor = text(assets.named("js/editor/editor.js"));
        assertThat(editor).contains("/lib/prosemirror-view/index.js").doesNotContain("from \"prosemirror");
        assertThat(assets.modules())
                .hasSizeGreaterThan(15)
                .allMatch(href -> assets.at(href).isPresent());
        for (Resource library : new PathMatchingResourcePatternResolver()
                .getResources("classpath:web/lib/META-INF/resources/webjars/prosemirror-*/*/dist")) {
            assertThat(library.createRelative("LICENSE").exists())
                    .as(library.toString())
                    .isTrue();
        }
    }

    private static String editor(String library) {
        Map<String, Asset> made =
                Modules.of(Map.of("js/editor/a.js", "import { d } from 'c';\n", "lib/c/index.js", library));
        return named(made, "js/editor/a.js").href();
    }

    private static Asset named(Map<String, Asset> made, String name) {
        return Objects.requireNonNull(made.get(name), name);
    }

    private static String text(Asset asset) {
        return new String(asset.bytes(), StandardCharsets.UTF_8);
    }
}
