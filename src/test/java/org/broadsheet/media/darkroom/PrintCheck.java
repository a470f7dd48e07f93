package org.broadsheet.media.darkroom;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;

/** What every rendition of every picture must be. */
final class PrintCheck {

    /** All that a reader may find in a rendition: what decoding it takes, and nothing about where or by whom. */
    private static final Set<String> ALLOWED = Set.of("JPEG", "JFIF", "Huffman", "WebP", "File Type", "File");

    private PrintCheck() {}

    static List<String> faults(String name, Developed.Prints prints) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Print print : prints.prints()) {
            String which = name + " " + print.file().getFileName();
            BufferedImage image = ImageIO.read(print.file().toFile());
            if (image == null || image.getWidth() != print.width() || image.getHeight() != print.height()) {
                faults.add(which + " is not " + print.width() + " by " + print.height());
            }
            if (print.width() > 1920 || print.width() > prints.width()) {
                faults.add(which + " is wider than it may be");
            }
            for (String directory : directories(print)) {
                if (!ALLOWED.contains(directory)) {
                    faults.add(which + " says more than its pixels: " + directory);
                }
            }
        }
        if (prints.prints().size() % 2 != 0 || prints.prints().isEmpty()) {
            faults.add(name + " has not every width in both formats");
        }
        return faults;
    }

    private static List<String> directories(Print print) throws IOException {
        try {
            List<String> names = new ArrayList<>();
            for (Directory directory :
                    ImageMetadataReader.readMetadata(print.file().toFile()).getDirectories()) {
                names.add(directory.getName());
            }
            return names;
        } catch (ImageProcessingException unreadable) {
            return List.of("unreadable");
        }
    }
}
