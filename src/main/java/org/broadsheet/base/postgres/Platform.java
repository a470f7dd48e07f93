package org.broadsheet.base.postgres;

import java.util.Locale;
import org.broadsheet.base.cli.CommandFailure;

/** The machines there is a PostgreSQL for, and the archive each one needs. */
enum Platform {
    LINUX_X86_64("postgres-linux-x86_64.txz"),
    LINUX_ARM64("postgres-linux-arm_64.txz"),
    MACOS_X86_64("postgres-darwin-x86_64.txz"),
    MACOS_ARM64("postgres-darwin-arm_64.txz");

    /** At the root of the class path, in the jar of io.zonky.test.postgres for this platform. */
    final String archive;

    Platform(String archive) {
        this.archive = archive;
    }

    static Platform here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Of the names Java gives: {@code Linux} or {@code Mac OS X}; {@code amd64}, {@code x86_64} or {@code aarch64}. */
    static Platform of(String system, String processor) {
        boolean arm = switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> false;
            case "aarch64", "arm64" -> true;
            default -> throw none(system, processor);
        };
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return arm ? LINUX_ARM64 : LINUX_X86_64;
        }
        if (name.startsWith("mac")) {
            return arm ? MACOS_ARM64 : MACOS_X86_64;
        }
        throw none(system, processor);
    }

    private static CommandFailure none(String system, String processor) {
        return new CommandFailure(
                "There is no embedded PostgreSQL for " + system + " on " + processor + ".",
                "Set BROADSHEET_DATABASE_URL to a PostgreSQL 15 or later.");
    }
}
