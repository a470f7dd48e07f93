package org.broadsheet.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a paper listens and where it keeps its data, as the command line says. */
public final class Place {

    private static final int LAST_PORT = 65_535;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder that holds the paper's data; made when it is not there.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on; 8080 unless said; 0 takes any free one.")
    void setPort(int port) {
        if (port < 0 || port > LAST_PORT) {
            throw new ParameterException(
                    spec.commandLine(), "--port is " + port + "; expected a number from 0 to " + LAST_PORT);
        }
        this.port = Optional.of(port);
    }

    /** Settings as the rest of the program names them. {@code usualFolder} is below {@code var}. */
    public Map<String, String> settings(String usualFolder) {
        Map<String, String> settings = new LinkedHashMap<>();
        port.ifPresent(number -> settings.put("PORT", Integer.toString(number)));
        folder(usualFolder).ifPresent(folder -> settings.put("DATA", folder.toString()));
        return settings;
    }

    private Optional<Path> folder(String usual) {
        if (data != null) {
            return Optional.of(data.toAbsolutePath().normalize());
        }
        if (System.getenv("BROADSHEET_DATA") != null) {
            return Optional.empty();
        }
        String home = Optional.ofNullable(System.getenv("BROADSHEET_HOME")).orElse("");
        return Optional.of(Path.of(home).resolve("var").resolve(usual).toAbsolutePath());
    }
}
