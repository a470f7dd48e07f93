package org.broadsheet.media.darkroom;

import java.nio.file.Path;
import org.broadsheet.media.PictureFormat;

/** One rendition as a file. */
public record Print(int width, int height, PictureFormat format, Path file, int bytes) {}
