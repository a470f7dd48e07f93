package org.broadsheet.ops;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.base.Settings;
import org.broadsheet.base.SmtpUrl;

/** Looks at everything the paper needs from its machine, before or while it runs, and says what to do. */
public final class Doctor {

    private static final int JAVA = 25;
    private static final long LITTLE_ROOM = 1L << 30;
    private static final long NO_ROOM = 200L << 20;
    private static final int PATIENCE_MILLIS = 3_000;

    private final Settings settings;

    public Doctor(Settings settings) {
        this.settings = settings;
    }

    /** In the order in which trouble is best mended. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(folder());
        findings.add(room());
        findings.add(port());
        findings.addAll(new DatabaseDoctor(settings).examine());
        findings.add(mail());
        findings.add(address());
        findings.add(pictures());
        return findings;
    }

    private static Finding java() {
        Runtime.Version version = Runtime.version();
        String says = version + " in " + System.getProperty("java.home");
        return version.feature() >= JAVA
                ? Finding.well("Java", says)
                : Finding.trouble("Java", says, "Install a JDK " + JAVA + " or later and set JAVA_HOME to it.");
    }

    private Finding folder() {
        Path folder = settings.data();
        Path nearest = nearest(folder);
        if (!Files.isDirectory(nearest)) {
            return Finding.trouble("Data folder", nearest + " is not a folder", "Choose another with BROADSHEET_DATA.");
        }
        if (!Files.isWritable(nearest)) {
            return Finding.trouble(
                    "Data folder",
                    System.getProperty("user.name") + " may not write to " + nearest,
                    "Give that user the folder, or choose another with BROADSHEET_DATA.");
        }
        return Finding.well("Data folder", folder + (nearest.equals(folder) ? "" : " will be made at the first start"));
    }

    private Finding room() {
        Path folder = nearest(settings.data());
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            String says = (free >> 20) + " MB free in " + folder;
            if (free < NO_ROOM) {
                return Finding.trouble("Disk", says, "Make room, or choose another folder with BROADSHEET_DATA.");
            }
            return free < LITTLE_ROOM
                    ? Finding.advice("Disk", says, "Photographs need more before long: make room.")
                    : Finding.well("Disk", says);
        } catch (IOException e) {
            return Finding.trouble("Disk", folder + " cannot be asked: " + e, "Look at the disk.");
        }
    }

    private Finding port() {
        int port = settings.server().port();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(
                    settings.server().address().isEmpty()
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(
                                    InetAddress.getByName(
                                            settings.server().address().get()),
                                    port));
            return Finding.well("Port", port == 0 ? "any free one" : port + " is free");
        } catch (IOException e) {
            return answersAsPaper(port)
                    ? Finding.well("Port", port + " is served by a Broadsheet that runs now")
                    : Finding.trouble(
                            "Port",
                            port + " cannot be listened on: " + e.getMessage(),
                            "Stop the program that holds it, or choose another with BROADSHEET_PORT.");
        }
    }

    private static boolean answersAsPaper(int port) {
        HttpRequest live = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health/live"))
                .timeout(Duration.ofMillis(PATIENCE_MILLIS))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(live, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Finding mail() {
        if (settings.mail().server().isEmpty()) {
            return Finding.advice(
                    "Mail", "no mail server is set", "Set BROADSHEET_SMTP_URL when the paper is to send mail.");
        }
        SmtpUrl server = settings.mail().server().get();
        if (settings.mail().from().isEmpty()) {
            return Finding.trouble(
                    "Mail",
                    server + " is set, but no sender: no mail is sent",
                    "Set BROADSHEET_MAIL_FROM to the paper's own address, such as paper@paper.example.");
        }
        if (!settings.mail().from().get().matches("[^@\\s]+@[^@\\s]+")) {
            return Finding.trouble(
                    "Mail",
                    "the sender “" + settings.mail().from().get() + "” is no address: no mail is sent",
                    "Set BROADSHEET_MAIL_FROM to an address such as paper@paper.example.");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            // a server that speaks TLS from the first byte does not greet before we do
            if (!server.tls()) {
                String greeting = new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII);
                if (!greeting.equals("220")) {
                    return Finding.trouble(
                            "Mail",
                            server + " greets with “" + greeting + "”, not as a mail server",
                            "Check BROADSHEET_SMTP_URL.");
                }
            }
            return Finding.well("Mail", server + " answers");
        } catch (IOException e) {
            return Finding.trouble(
                    "Mail",
                    server + " does not answer: " + e.getMessage(),
                    "Check BROADSHEET_SMTP_URL and the firewall.");
        }
    }

    private Finding address() {
        if (settings.server().publicUrl().isEmpty()) {
            return Finding.advice(
                    "Address",
                    "readers are sent to " + settings.baseUrl(),
                    "Set BROADSHEET_BASE_URL before readers come.");
        }
        return settings.server().publicUrl().get().secure()
                ? Finding.well("Address", settings.baseUrl().toString())
                : Finding.advice(
                        "Address", settings.baseUrl() + " is not https", "Put a proxy with a certificate in front.");
    }

    private static Finding pictures() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libvips.so.42", arena);
            return Finding.well("Pictures", "libvips is there");
        } catch (IllegalArgumentException absent) {
            return Finding.advice(
                    "Pictures",
                    "libvips is not there; photographs are made by Java, more slowly and without AVIF",
                    "On Debian and Ubuntu: apt install libvips42");
        }
    }

    private static Path nearest(Path folder) {
        Path at = folder.toAbsolutePath();
        while (!Files.exists(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }
}
