package org.broadsheet.media.darkroom.embedded;

import java.util.List;
import org.broadsheet.media.words.WordField;
import org.broadsheet.media.words.WordOrigin;

/** One part of a picture's file that may say something. */
interface Source {

    WordOrigin origin();

    /** As it stands there, raw; empty where it says nothing of this. */
    List<String> values(WordField field);
}
