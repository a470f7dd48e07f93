package org.broadsheet.base.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.broadsheet.base.cli.CommandFailure;

/**
 * How PostgreSQL's programs are started: as ourselves, or, since they refuse to run as root, without root's powers.
 *
 * @param command what goes in front of the program
 * @param owner who must own the folder, when that is not ourselves
 */
record RunAs(List<String> command, Optional<UserPrincipal> owner) {

    /** Ordinary users that root may hand the database to where it cannot shed its own powers. */
    private static final List<String> OTHERS = List.of("broadsheet", "postgres", "nobody");

    static RunAs suitable() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new RunAs(List.of(), Optional.empty());
        }
        // In a user namespace without a mapping, root's files are still its own but root is "nobody" to the program.
        if (works("unshare", "-U", "true")) {
            return new RunAs(List.of("unshare", "-U"), Optional.empty());
        }
        return OTHERS.stream()
                .flatMap(name -> as(name).stream())
                .findFirst()
                .orElseThrow(() -> new CommandFailure(
                        "PostgreSQL does not run as root, and neither “unshare -U” nor “setpriv”"
                                + " to another user works here.",
                        "Start Broadsheet as an ordinary user, or set BROADSHEET_DATABASE_URL."));
    }

    List<String> line(Path program, String... arguments) {
        List<String> line = new ArrayList<>(command);
        line.add(program.toString());
        line.addAll(Arrays.asList(arguments));
        return line;
    }

    /** Hands the folder and what is in it to the user that will run PostgreSQL. */
    void give(Path folder) throws IOException {
        if (owner.isPresent()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    if (!Files.isSymbolicLink(file)) {
                        Files.setOwner(file, owner.get());
                    }
                }
            }
        }
    }

    private static Optional<RunAs> as(String name) {
        try {
            UserPrincipal user =
                    Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
            String[] prefix = {"setpriv", "--reuid=" + name, "--regid=" + group(name), "--clear-groups", "--"};
            return works(Stream.concat(Arrays.stream(prefix), Stream.of("true")).toArray(String[]::new))
                    ? Optional.of(new RunAs(List.of(prefix), Optional.of(user)))
                    : Optional.empty();
        } catch (IOException noSuchUser) {
            return Optional.empty();
        }
    }

    private static String group(String name) {
        return name.equals("nobody") ? "nogroup" : name;
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
