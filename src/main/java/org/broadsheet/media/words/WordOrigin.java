package org.broadsheet.media.words;

/** Which part of a file said something. */
public enum WordOrigin {
    XMP,
    IIM,
    EXIF
}
