package org.broadsheet.media.darkroom;

import java.util.List;
import org.broadsheet.media.Placeholder;
import org.broadsheet.media.Refusal;
import org.broadsheet.media.words.Words;

/** What the darkroom made of a picture. */
public sealed interface Developed {

    /**
     * @param originalType what the original is, as a media type
     * @param hash 32 hexadecimal digits made from all the prints' bytes
     * @param width of the largest print
     * @param height of the largest print
     * @param words what the file says about itself
     */
    record Prints(
            String originalType,
            String hash,
            int width,
            int height,
            Placeholder placeholder,
            Words words,
            List<Print> prints)
            implements Developed {}

    record Refused(Refusal reason, String message) implements Developed {}
}
