package org.broadsheet.base.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.broadsheet.base.PrivateFiles;
import org.broadsheet.base.cli.CommandFailure;

/**
 * The files of one embedded database: {@code postgres/} in the data folder, 0700, with the cluster itself in
 * {@code 18/}, its password, its port and its log.
 */
final class Cluster {

    /** Part of the folder's name, since a newer PostgreSQL does not read an older one's files. */
    static final String MAJOR = "18";

    private static final long ROOM = 200L << 20;
    private static final int LOWEST_PORT = 15_000;
    private static final int PORTS = 17_000;

    private final Path folder;
    private final Binaries binaries;
    private final RunAs runAs;

    Cluster(Path folder, Binaries binaries, RunAs runAs) {
        this.folder = folder;
        this.binaries = binaries;
        this.runAs = runAs;
    }

    Path files() {
        return folder.resolve(MAJOR);
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    String password() {
        try {
            return Files.readString(folder.resolve("password")).strip();
        } catch (IOException e) {
            throw Words.about("The database's password cannot be read", folder, e);
        }
    }

    boolean made() {
        return Files.exists(files().resolve("PG_VERSION"));
    }

    /** initdb into a draft folder that becomes the cluster in one move: an interrupted first start leaves nothing half done. */
    void make() throws IOException {
        Words.needRoom(folder, ROOM);
        Path draft = folder.resolve(MAJOR + ".draft");
        PrivateFiles.delete(draft);
        Path password = folder.resolve("password");
        PrivateFiles.write(password, newPassword());
        runAs.give(folder);
        initdb(draft, password);
        PrivateFiles.move(draft, files());
    }

    private void initdb(Path draft, Path password) throws IOException {
        String lastWords = "";
        // Sorting comes from PostgreSQL itself; the word boundaries of text search from the system, if it knows UTF-8.
        for (String letters : List.of("C.UTF-8", "en_US.UTF-8", "C")) {
            Path output = folder.resolve("initdb.log");
            Process process = new ProcessBuilder(runAs.line(
                            binaries.program("initdb"),
                            "--pgdata=" + draft,
                            "--username=postgres",
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            // The password is 192 random bits: nothing is gained by making each connection count for
                            // long.
                            "-c",
                            "scram_iterations=64",
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--lc-ctype=" + letters,
                            "--no-instructions"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (exit(process) == 0) {
                Files.delete(output);
                return;
            }
            lastWords = Files.readString(output);
            PrivateFiles.delete(draft);
            if (!lastWords.contains("invalid locale name")) {
                break;
            }
        }
        throw Words.about("The database cannot be made in " + folder, lastWords);
    }

    /** The folder's own port, kept from start to start; another is chosen when a stranger has taken it. */
    int port() throws IOException {
        Path file = folder.resolve("port");
        int port = Files.exists(file)
                ? Integer.parseInt(Files.readString(file).strip())
                : LOWEST_PORT + new SecureRandom().nextInt(PORTS);
        int candidate = port;
        for (int tries = 0; !free(candidate); tries++) {
            if (tries > 200) {
                throw new CommandFailure(
                        "No free port for the database on 127.0.0.1.", "Stop some other programs and start again.");
            }
            candidate = LOWEST_PORT + new SecureRandom().nextInt(PORTS);
        }
        if (candidate != port || !Files.exists(file)) {
            PrivateFiles.write(file, Integer.toString(candidate));
        }
        return candidate;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static String newPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static int exit(Process process) {
        try {
            if (process.waitFor(120, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            return -1;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
