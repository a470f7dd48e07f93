package org.broadsheet.site.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Serves the invented newspaper with templates as they stand on disk, for whoever draws them:
 * {@code PreviewPaper PORT [FOLDER-OF-PHOTOGRAPHS]}, the photographs named 0.jpg to 9.jpg. With
 * {@code src/main/resources} first on the class path, style sheets and scripts are those on disk too.
 */
final class PreviewPaper {
    private PreviewPaper() {}

    @SuppressWarnings("resource") // serves until the process ends
    public static void main(String[] arguments) throws IOException {
        TemplateEngine templates = TemplateEngine.create(
                new DirectoryCodeResolver(Path.of("src/main/jte")),
                Path.of("target/preview"),
                ContentType.Html,
                PreviewPaper.class.getClassLoader(),
                "org.broadsheet.preview");
        templates.setTrimControlStructures(true);
        new SampleServer(
                Integer.parseInt(arguments[0]),
                (template, page) -> {
                    StringOutput output = new StringOutput();
                    templates.render(template, page, output);
                    return output.toString();
                },
                at -> arguments.length > 1 ? photograph(Path.of(arguments[1], at + ".jpg")) : Optional.empty());
    }

    private static Optional<byte[]> photograph(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
