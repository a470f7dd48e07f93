package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gg.jte.Content;
import java.util.List;
import org.broadsheet.base.html.SafeHtml;
import org.junit.jupiter.api.Test;

/** Templates print everything escaped, except a SafeHtml, which only the sanitiser makes. */
class TemplatesTest {

    /** Prints markup that nobody cleaned, and is noticed. */
    private static final class Crooked implements Content {
        @Override
        public void writeTo(gg.jte.TemplateOutput output) {
            output.writeContent("<script>");
        }
    }

    @Test
    void no_template_prints_unescaped() {
        assertThat(Sources.below("src/main/jte", ".jte").stream()
                        .filter(file -> Sources.text(file).contains("$unsafe"))
                        .map(Object::toString))
                .isEmpty();
    }

    @Test
    void nothing_but_safe_html_says_of_itself_that_it_may_be_printed_as_it_is() {
        assertThat(contents(Rooms.mainClasses())).isEqualTo(List.of(SafeHtml.class.getName()));
        assertThat(contents(new ClassFileImporter().importClasses(Crooked.class, Content.class)))
                .isEqualTo(List.of(Crooked.class.getName()));
    }

    private static List<String> contents(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !type.isInterface() && type.isAssignableTo(Content.class))
                .map(JavaClass::getName)
                // Blocks of a template that another template prints: compiled from templates themselves.
                .filter(name -> !name.startsWith("gg.jte.generated."))
                .sorted()
                .toList();
    }
}
