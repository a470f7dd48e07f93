package org.broadsheet.site.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lists of {@code browsers/} on the class path. */
final class Lines {
    private Lines() {}

    /** One entry a line; comments begin with a hash sign. */
    static List<String> of(String name) {
        try (InputStream file = Lines.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the list " + name + " is missing from the program");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
