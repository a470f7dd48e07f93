package org.broadsheet.media.darkroom;

import java.io.IOException;
import java.io.InputStream;

/** Takes pictures as they come and makes renditions of them. */
public interface Darkroom {

    /** Puts what comes into a private file, at most {@link Limits#bytes()} and one; the caller closes it. */
    Received receive(InputStream picture) throws IOException;

    /** Reads it and makes every rendition, or says why not. The files stay until the received picture is closed. */
    Developed develop(Received received) throws IOException;
}
