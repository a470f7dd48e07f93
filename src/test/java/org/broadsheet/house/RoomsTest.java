package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.broadsheet.Broadsheet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

class RoomsTest {

    private static final JavaClasses CLASSES = Rooms.mainClasses();

    @Test
    void modulith_finds_no_room_that_uses_what_another_keeps_to_itself() {
        ApplicationModules modules = ApplicationModules.of(
                Broadsheet.class, JavaClass.Predicates.resideInAPackage(Rooms.BASE_PACKAGE + "." + Rooms.PAGES + ".."));
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("base");
        modules.verify();
    }

    @Test
    void a_room_imports_only_from_lower_lines_and_never_sideways() {
        assertThat(CLASSES.size()).isGreaterThan(20);
        assertThat(Rooms.wrongImports(CLASSES, Rooms.BASE_PACKAGE)).isEmpty();
    }

    @Test
    void every_package_below_the_base_package_is_a_room_of_the_plan() {
        assertThat(Rooms.LINE.keySet()).containsAll(Rooms.present(CLASSES));
    }

    @Test
    void crooked_rooms_are_noticed() {
        String crooked = "org.broadsheet.house.crooked";
        JavaClasses classes = new ClassFileImporter().importPackages(crooked);
        assertThat(Rooms.wrongImports(classes, crooked))
                .isEqualTo(List.of(
                        crooked + ".media.ReachesUp -> " + crooked + ".story.Plain",
                        crooked + ".search.ReachesSideways -> " + crooked + ".feedback.Neighbour"));
    }

    @Test
    void no_packages_of_a_room_import_each_other_in_a_circle() {
        assertThat(Rooms.circles(CLASSES, Rooms.BASE_PACKAGE)).isEmpty();
    }

    @Test
    void a_circle_is_noticed() {
        String crooked = "org.broadsheet.house.crooked";
        JavaClasses classes = new ClassFileImporter().importPackages(crooked);
        assertThat(Rooms.circles(classes, crooked)).singleElement().asString().contains("feedback", "feedback.letters");
    }

    /** The paper looks for its parts below its own package, and a test's classes lie there too. */
    @Test
    void no_class_of_a_test_is_one_that_the_paper_takes_for_a_part_of_its_own() {
        JavaClasses tests = new ClassFileImporter().importPath(Path.of("target/test-classes"));
        assertThat(tests.contain(RoomsTest.class)).isTrue();
        assertThat(tests.stream().filter(RoomsTest::isPart).map(JavaClass::getName))
                .isEmpty();
        assertThat(CLASSES.stream().filter(RoomsTest::isPart)).hasSizeGreaterThan(20);
    }

    private static boolean isPart(JavaClass type) {
        return type.isAnnotatedWith(Component.class) || type.isMetaAnnotatedWith(Component.class);
    }

    @Test
    void every_room_says_in_its_package_what_it_owns() {
        List<String> silent = CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith(Rooms.BASE_PACKAGE))
                .map(JavaClass::getPackage)
                .distinct()
                .filter(place -> place.tryGetPackageInfo().isEmpty())
                .map(place -> place.getName())
                .toList();
        assertThat(silent).isEmpty();
    }

    /** It would be found first, and with it what a room says of itself would be lost while testing. */
    @Test
    void no_package_says_of_itself_twice() {
        assertThat(Sources.below("src/test/java", "package-info.java").stream()
                        .map(file -> Path.of("src/main/java")
                                .resolve(Path.of("src/test/java").relativize(file)))
                        .filter(Files::exists))
                .isEmpty();
    }
}
