package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What goes into the jar may be given away with it: each library offers at least one licence that lets us. */
class LicencesTest {

    /** Permissive ones, and the Eclipse and Mozilla licences, which bind their own files only. */
    private static final Pattern WELCOME = Pattern.compile(
            "apache|\\bmit\\b|bsd|eclipse|\\bepl\\b|\\bedl\\b|mozilla|\\bmpl\\b|postgresql|public domain|cc0|unicode|\\bisc\\b"
                    + "|bouncy castle|go license|\\bupl\\b");

    private static final Pattern STRICT = Pattern.compile("affero|\\bagpl|^gpl|^gnu general|server side public");

    @Test
    void every_library_of_the_jar_offers_a_licence_that_is_welcome() {
        List<Path> jars = runtimeJars();
        assertThat(jars).hasSizeGreaterThan(40);
        assertThat(jars.stream()
                        .map(jar -> jar.getFileName() + ": " + Licences.of(jar))
                        .filter(line -> !isWelcome(line.substring(line.indexOf(": ") + 2))))
                .isEmpty();
    }

    @Test
    void a_library_under_the_gpl_alone_is_noticed() {
        assertThat(isWelcome("[GNU General Public License, version 2]")).isFalse();
        assertThat(isWelcome("[GNU Affero General Public License v3]")).isFalse();
        assertThat(isWelcome("[]")).isFalse();
        assertThat(isWelcome("[EPL 2.0, GPL2 w/ CPE]")).isTrue();
    }

    private static boolean isWelcome(String licences) {
        String lower = licences.substring(1, licences.length() - 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(lower.split(", "))
                .anyMatch(licence -> WELCOME.matcher(licence).find()
                        && !STRICT.matcher(licence).find());
    }

    /** The build writes down which files the jar is packed of. */
    private static List<Path> runtimeJars() {
        String classpath = Sources.text(Path.of("target/runtime.classpath")).strip();
        return Arrays.stream(classpath.split(Pattern.quote(java.io.File.pathSeparator)))
                .map(Path::of)
                .toList();
    }
}
