package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can do harm is used in few places, each known by name. */
class DangerousCallsTest {
    private static final JavaClasses CLASSES = Rooms.mainClasses();

    /** Words that must not come into a script of ours: they make markup or programs of text, or trust other windows. */
    private static final Pattern IN_SCRIPTS = Pattern.compile(
            "(?:inner|outer)HTML\\s*\\+?=(?!=)|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|document\\.write|\\beval\\(|new Function|addEventListener\\(\"message\""
                    + "|__proto__|javascript:");

    private static final Pattern ALGORITHM = Pattern.compile(
            "\\b(?:Cipher|Mac|MessageDigest|KDF|Signature|SecretKeyFactory)\\.getInstance\\((?:\"([^\"]+)\"|([A-Z_]+))\\)");

    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) =\\s*\"([^\"]+)\"");

    @Test
    void processes_are_started_by_the_database_the_darkroom_and_the_machines_doctor_alone() {
        assertThat(usersOf(type -> type.getName().equals("java.lang.ProcessBuilder")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("org.broadsheet.base.postgres.")
                        || name.startsWith("org.broadsheet.media.darkroom.")
                        || name.equals("org.broadsheet.ops.Doctor")
                        || name.equals("org.broadsheet.WarmCommand"));
        assertThat(callsOf("java.lang.Runtime", "exec")).isEmpty();
    }

    @Test
    void nothing_evaluates_text_or_reads_serialised_objects() {
        assertThat(usersOf(type -> type.getPackageName().startsWith("javax.script")
                        || type.getPackageName().startsWith("org.springframework.expression")
                        || type.getName().equals("java.io.ObjectInputStream")
                        || type.getName().equals("java.beans.XMLDecoder")
                        || type.getPackageName().startsWith("javax.naming")
                        || type.getSimpleName().equals("PolymorphicTypeValidator")))
                .isEmpty();
    }

    @Test
    void chance_that_matters_comes_from_the_secure_source() {
        assertThat(usersOf(type -> Set.of(
                                "java.util.Random",
                                "java.util.SplittableRandom",
                                "java.util.concurrent.ThreadLocalRandom")
                        .contains(type.getName())))
                // in which order the audit looks at things; how much earlier or later a source is asked
                .isSubsetOf("org.broadsheet.paywall.audit.Guarded", "org.broadsheet.wire.source.Turn");
        assertThat(callsOf("java.lang.Math", "random")).isEmpty();
        // names of files that are on their way to their own name
        assertThat(callsOf("java.util.UUID", "randomUUID"))
                .allMatch(call ->
                        call.contains("base.postgres.Binaries.unpack") || call.contains("base.PrivateFiles.write"));
    }

    @Test
    void connections_out_are_opened_by_few_each_known_by_name() {
        assertThat(usersOf(type -> type.getName().equals("java.net.http.HttpClient")
                        || type.getName().equals("java.net.URLConnection")
                        || type.getName().equals("java.net.HttpURLConnection")
                        || type.getName().equals("org.springframework.web.client.RestClient")
                        || type.getName().equals("org.springframework.web.client.RestTemplate")))
                .allMatch(name -> name.startsWith("org.broadsheet.reader.oidc.")
                        || name.startsWith("org.broadsheet.plan.stripe.")
                        || name.startsWith("org.broadsheet.paywall.audit.")
                        // they ask this machine, or read what is in the jar
                        || Set.of(
                                        "org.broadsheet.WarmCommand",
                                        "org.broadsheet.ops.Doctor",
                                        "org.broadsheet.base.postgres.Binaries")
                                .contains(name));
    }

    @Test
    void ciphers_and_digests_are_those_of_the_inventory() {
        Set<String> used = Sources.below("src/main/java", ".java").stream()
                .flatMap(DangerousCallsTest::algorithms)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).contains("SHA-256", "HmacSHA256", "AES/GCM/NoPadding", "HKDF-SHA256");
        used.removeAll(Set.of("SHA-256", "HmacSHA256", "AES/GCM/NoPadding", "HKDF-SHA256"));
        // codes of authenticator apps (RFC 6238), PostgreSQL's way of asking for a password (RFC 7677), and the digest
        // by
        // which pictures say that their IIM has changed: it guards nothing
        assertThat(used)
                .allMatch(name -> Set.of("HmacSHA1", "MD5").contains(name) || name.startsWith("PBKDF2WithHmacSHA256"));
    }

    @Test
    void scripts_never_write_markup() {
        List<Path> scripts = Sources.below("src/main/resources/web", ".js");
        assertThat(scripts)
                .isNotEmpty()
                .allSatisfy(script -> assertThat(IN_SCRIPTS
                                .matcher(Sources.text(script))
                                .results()
                                .map(found -> found.group()))
                        .as(script.toString())
                        .isEmpty());
        assertThat(IN_SCRIPTS.matcher("place.innerHTML = note").find()).isTrue();
        assertThat(IN_SCRIPTS.matcher("place.outerHTML += note").find()).isTrue();
        assertThat(IN_SCRIPTS.matcher("return place.outerHTML;").find()).isFalse();
    }

    private static Stream<String> algorithms(Path file) {
        String text = Sources.text(file);
        return ALGORITHM
                .matcher(text)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : constant(text, found.group(2)));
    }

    private static String constant(String text, String name) {
        return CONSTANT.matcher(text)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> found.group(2))
                .findFirst()
                .orElse(name);
    }

    private static Set<String> usersOf(Predicate<JavaClass> what) {
        return CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> what.test(use.getTargetClass().getBaseComponentType()))
                .map(Dependency::getOriginClass)
                .map(type -> type.getName().replaceAll("\\$.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> callsOf(String owner, String method) {
        return CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals(owner)
                        && call.getName().equals(method))
                .map(call -> call.getDescription())
                .toList();
    }
}
