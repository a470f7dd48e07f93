package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a stranger meets it. Every machine here is a folder: a PATH of a few tools, and JDKs that only talk. */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("broadsheet").toAbsolutePath();
    private static final List<String> TOOLS = List.of(
            "sh",
            "sed",
            "head",
            "tail",
            "dirname",
            "readlink",
            "grep",
            "cat",
            "uname",
            "sort",
            "find",
            "mkdir",
            "rm",
            "rmdir",
            "mv",
            "ls",
            "ps",
            "date",
            "cksum",
            "tr",
            "awk",
            "sleep",
            "mktemp",
            "cp",
            "touch",
            "chmod");

    @TempDir
    private Path machine;

    record Ran(int status, String out, String err) {}

    @Test
    void help_lists_the_commands_without_java_and_without_building() throws Exception {
        Ran help = run(tools(), Map.of(), LAUNCHER.toString(), "help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("serve", "demo", "test", "bench");
        assertThat(help.err()).isEmpty();
    }

    @Test
    void an_unknown_command_and_none_are_refused_in_one_line_with_status_2() throws Exception {
        Ran unknown = run(tools(), Map.of(), LAUNCHER.toString(), "sreve");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err().lines()).hasSize(1).first().asString().contains("'sreve'", "help");
        Ran none = run(tools(), Map.of(), LAUNCHER.toString());
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err().lines()).hasSize(1);
    }

    @Test
    void it_works_through_symbolic_links_from_any_folder() throws Exception {
        Path first = Files.createSymbolicLink(machine.resolve("first"), LAUNCHER);
        Path folder = Files.createDirectories(machine.resolve("a folder"));
        Files.createSymbolicLink(folder.resolve("paper"), folder.relativize(first));
        assertThat(run(tools(), Map.of(), "./a folder/paper", "help").status()).isZero();
    }

    @Test
    void without_a_new_enough_jdk_it_says_what_it_found_and_what_to_install() throws Exception {
        Path old = jdk("17.0.15");
        Ran ran = run(tools(), Map.of("JAVA_HOME", old.toString()), checkout().toString(), "demo");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("no JDK 25", "found: Java 17 in " + old, "install", "JAVA_HOME");
    }

    @Test
    void a_jdk_that_does_not_run_is_passed_over_for_one_that_does() throws Exception {
        Path broken = jdk("25.0.1");
        Files.writeString(broken.resolve("bin/java"), "#!/bin/sh\nexit 127\n");
        Path good = jdk("26-ea");
        Path path = tools();
        Files.createSymbolicLink(path.resolve("java"), good.resolve("bin/java"));
        Files.createSymbolicLink(path.resolve("mvn"), maven("3.9.9"));
        Path launcher = checkout();
        Ran ran = run(path, Map.of("JAVA_HOME", broken.toString()), launcher.toString(), "demo", "--port", "0");
        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("started by " + good).contains("demo --port 0");
    }

    @Test
    void an_old_maven_and_a_missing_one_are_named() throws Exception {
        Path path = tools();
        Map<String, String> java = Map.of("JAVA_HOME", jdk("25.0.1").toString());
        String launcher = checkout().toString();
        Ran missing = run(path, java, launcher, "demo");
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).contains("Maven 3.8", "there is none", "nstall");
        Files.createSymbolicLink(path.resolve("mvn"), maven("3.6.3"));
        assertThat(run(path, java, launcher, "demo").err()).contains("this one is 3.6");
    }

    @Test
    void it_builds_once_and_again_only_when_a_source_is_newer() throws Exception {
        Path path = tools();
        Files.createSymbolicLink(path.resolve("mvn"), maven("3.8.7"));
        Map<String, String> java = Map.of("JAVA_HOME", jdk("25.0.1").toString());
        Path launcher = checkout();
        assertThat(run(path, java, launcher.toString(), "demo").err()).contains("building");
        assertThat(run(path, java, launcher.toString(), "demo").err()).isEmpty();
        Thread.sleep(20);
        Files.writeString(
                Objects.requireNonNull(launcher.getParent()).resolve("src/main/Changed.java"), "class Changed {}");
        assertThat(run(path, java, launcher.toString(), "demo").err()).contains("building");
    }

    @Test
    void two_starts_at_once_build_one_after_the_other_and_only_once() throws Exception {
        Path path = tools();
        Files.createSymbolicLink(path.resolve("mvn"), maven("3.8.7"));
        Map<String, String> java = Map.of("JAVA_HOME", jdk("25.0.1").toString());
        Path launcher = checkout();
        Process first = start(path, java, List.of(launcher.toString(), "demo"), "first");
        Process second = start(path, java, List.of(launcher.toString(), "demo"), "second");
        assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(first.exitValue() + second.exitValue()).isZero();
        assertThat(Files.readString(machine.resolve("builds")).lines()).hasSize(1);
    }

    @Test
    void a_lock_left_by_a_killed_build_is_cleared_away() throws Exception {
        Path path = tools();
        Files.createSymbolicLink(path.resolve("mvn"), maven("3.8.7"));
        Path launcher = checkout();
        Path lock = Objects.requireNonNull(launcher.getParent()).resolve("target/build.lock");
        Files.createDirectories(lock);
        Files.writeString(lock.resolve("pid"), "999999999\n");
        Map<String, String> java = Map.of("JAVA_HOME", jdk("25.0.1").toString());
        assertThat(run(path, java, launcher.toString(), "demo").status()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void a_failed_build_shows_its_errors_and_where_the_log_is() throws Exception {
        Path path = tools();
        Path maven = maven("3.8.7");
        Files.writeString(maven, Files.readString(maven) + "echo '[ERROR] Paper.java:[3,1] class expected'; exit 1\n");
        Files.createSymbolicLink(path.resolve("mvn"), maven);
        Map<String, String> java = Map.of("JAVA_HOME", jdk("25.0.1").toString());
        Ran ran = run(path, java, checkout().toString(), "demo");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("the build failed", "Paper.java:[3,1] class expected", "target/build.log");
    }

    /** A checkout with nothing in it but the launcher. */
    private Path checkout() throws IOException {
        Path folder = Files.createDirectories(machine.resolve("checkout"));
        Files.createDirectories(folder.resolve("src/main"));
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        return Files.copy(LAUNCHER, folder.resolve("broadsheet"));
    }

    /** A JDK that says its version, packs and unpacks jars in name only, and repeats what it is told to run. */
    private Path jdk(String version) throws IOException {
        Path bin = Files.createDirectories(machine.resolve("jdk-" + version).resolve("bin"));
        script(bin.resolve("javac"), "");
        script(bin.resolve("java"), """
                case "$*" in
                    -version) echo 'openjdk version "%s" 2026-01-01' >&2 ;;
                    *jarmode*) exit 1 ;;
                    *) echo "started by ${0%%/bin/java}: $*" ;;
                esac
                """.formatted(version));
        return Objects.requireNonNull(bin.getParent());
    }

    private Path maven(String version) throws IOException {
        Path mvn = machine.resolve("mvn-" + version);
        script(mvn, """
                [ "$1" != -v ] || { echo 'Apache Maven %s'; exit 0; }
                echo build >>"%s/builds"
                sleep 1
                : >target/broadsheet.jar
                """.formatted(version, machine));
        return mvn;
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path tools() throws IOException {
        Path bin = Files.createDirectories(machine.resolve("bin"));
        for (String tool : TOOLS) {
            for (String place : List.of("/usr/bin", "/bin")) {
                Path there = Path.of(place, tool);
                if (Files.exists(there) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), there);
                }
            }
        }
        return bin;
    }

    private Ran run(Path path, Map<String, String> environment, String... words) throws Exception {
        Process process = start(path, environment, List.of(words), "run");
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(machine.resolve("run.out")),
                Files.readString(machine.resolve("run.err")));
    }

    private Process start(Path path, Map<String, String> environment, List<String> words, String name)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(machine.toFile())
                .redirectOutput(machine.resolve(name + ".out").toFile())
                .redirectError(machine.resolve(name + ".err").toFile());
        Map<String, String> clean = new HashMap<>(environment);
        clean.put("PATH", path.toString());
        clean.put("HOME", machine.toString());
        clean.put("BROADSHEET_JVM_FOLDER", machine.resolve("jvm").toString());
        builder.environment().clear();
        builder.environment().putAll(clean);
        return builder.start();
    }
}
