package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.house.crooked.story.GrantsItself;
import org.broadsheet.story.Access;
import org.junit.jupiter.api.Test;

/** Only the paywall makes an Access that grants: everyone else gets one from it. */
class AccessTest {

    private static final Set<String> GRANTING = Arrays.stream(Access.class.getPermittedSubclasses())
            .filter(kind -> !kind.equals(Access.Preview.class))
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    @Test
    void only_the_paywall_makes_an_access_that_grants() {
        assertThat(makers(Rooms.mainClasses()))
                .isNotEmpty()
                .allSatisfy(maker -> assertThat(maker).startsWith(Rooms.BASE_PACKAGE + ".paywall."));
    }

    @Test
    void a_grant_from_elsewhere_is_noticed() {
        assertThat(makers(new ClassFileImporter().importClasses(GrantsItself.class)))
                .isEqualTo(List.of(GrantsItself.class.getName()));
        assertThat(grants(new ClassFileImporter().importClass(GrantsItself.class)))
                .hasSize(2);
    }

    private static List<String> makers(JavaClasses classes) {
        return classes.stream()
                .filter(type -> !grants(type).isEmpty())
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private static List<JavaAccess<?>> grants(JavaClass type) {
        return Stream.<JavaAccess<?>>concat(
                        type.getConstructorCallsFromSelf().stream(), type.getConstructorReferencesFromSelf().stream())
                .filter(made -> GRANTING.contains(made.getTargetOwner().getName()))
                .toList();
    }
}
