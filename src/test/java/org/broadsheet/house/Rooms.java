package org.broadsheet.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The rooms and the lines they stand on, as ARCHITECTURE.md draws them. A room imports only from lines below its own. */
final class Rooms {

    static final String BASE_PACKAGE = "org.broadsheet";

    static final Map<String, Integer> LINE = Map.ofEntries(
            Map.entry("base", 0),
            Map.entry("media", 1),
            Map.entry("reader", 1),
            Map.entry("ops", 1),
            Map.entry("story", 2),
            Map.entry("plan", 2),
            Map.entry("wire", 3),
            Map.entry("gift", 3),
            Map.entry("search", 3),
            Map.entry("feedback", 3),
            Map.entry("letter", 3),
            Map.entry("paywall", 4),
            Map.entry("desk", 5),
            Map.entry("site", 5),
            Map.entry("feed", 5),
            Map.entry("transfer", 5),
            // No room: the sample paper, which fills the others as a newsroom would.
            Map.entry("demo", 5),
            // No room either: commands.
            Map.entry("command", 6));

    /** Templates, compiled: they print what rooms hand them and are called by name only. */
    static final String PAGES = "pages";

    /**
     * Where the door and the values of a room stand in its top package: the door uses the parts below, and these use the
     * values. Such a room's parts must do without circles among themselves; every other room's top package too.
     */
    static final Set<String> DOORS_ABOVE_PARTS = Set.of("media", "reader", "story", "plan", "wire", "gift", "paywall");

    private Rooms() {}

    /** Read once: what is known of every call in the paper takes some 150 MB. */
    private static final class Read {
        static final JavaClasses MAIN = new ClassFileImporter().importPath(Path.of("target/classes"));
    }

    static JavaClasses mainClasses() {
        return Read.MAIN;
    }

    /** The room of a class: the first package below the base package; empty for the top package, which wires the rooms. */
    static Optional<String> roomOf(JavaClass type, String basePackage) {
        String name = type.getPackageName();
        if (!name.startsWith(basePackage + ".")) {
            return Optional.empty();
        }
        String below = name.substring(basePackage.length() + 1);
        int dot = below.indexOf('.');
        return Optional.of(dot < 0 ? below : below.substring(0, dot));
    }

    /** The rooms that exist, templates left out. */
    static Set<String> present(JavaClasses classes) {
        Set<String> rooms = new TreeSet<>();
        classes.forEach(type -> roomOf(type, BASE_PACKAGE).ifPresent(rooms::add));
        rooms.remove(PAGES);
        return rooms;
    }

    static List<String> wrongImports(JavaClasses classes, String basePackage) {
        return classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isWrong(dependency, basePackage))
                .map(dependency -> dependency.getOriginClass().getName() + " -> "
                        + dependency.getTargetClass().getName())
                .distinct()
                .sorted()
                .toList();
    }

    /** Circles of imports between packages of one room. */
    static List<String> circles(JavaClasses classes, String basePackage) {
        String[] doors =
                DOORS_ABOVE_PARTS.stream().map(room -> basePackage + "." + room).toArray(String[]::new);
        return SlicesRuleDefinition.slices()
                .matching(basePackage + ".(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAnyPackage(doors), alwaysTrue())
                .allowEmptyShould(true)
                .evaluate(classes)
                .getFailureReport()
                .getDetails();
    }

    private static boolean isWrong(Dependency dependency, String basePackage) {
        Optional<String> from = roomOf(dependency.getOriginClass(), basePackage);
        Optional<String> to = roomOf(dependency.getTargetClass(), basePackage);
        if (from.isEmpty() || from.get().equals(PAGES)) {
            return false;
        }
        if (to.isEmpty()) {
            return dependency.getTargetClass().getPackageName().equals(basePackage);
        }
        return !from.equals(to)
                && (to.get().equals(PAGES)
                        || LINE.getOrDefault(to.get(), Integer.MAX_VALUE) >= LINE.getOrDefault(from.get(), -1));
    }
}
