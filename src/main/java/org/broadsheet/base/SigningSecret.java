package org.broadsheet.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.broadsheet.base.cli.CommandFailure;

/** The secret that a paper whose operator sets none makes for itself, once, in its data folder. */
public final class SigningSecret {

    private static final int BYTES = 32;

    private SigningSecret() {}

    /** The settings with a secret in them, whoever chose it. */
    public static Settings in(Settings settings) {
        return settings.secrets().signing().isPresent() ? settings : settings.withSigning(kept(settings.data()));
    }

    private static Secret kept(Path data) {
        Path file = data.resolve("secret");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(data);
                byte[] bytes = new byte[BYTES];
                new SecureRandom().nextBytes(bytes);
                PrivateFiles.write(file, HexFormat.of().formatHex(bytes));
            }
            return Secret.parse(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(
                    "The paper's secret cannot be kept in " + file + ": " + e.getMessage(),
                    "Give the paper's user that folder, or choose another with BROADSHEET_DATA.",
                    e);
        }
    }
}
