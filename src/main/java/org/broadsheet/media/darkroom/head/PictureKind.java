package org.broadsheet.media.darkroom.head;

/** The kinds of picture that the paper takes. What a file is named, or said to be, plays no part. */
public enum PictureKind {
    JPEG("image/jpeg", "jpeg"),
    PNG("image/png", "png"),
    WEBP("image/webp", "webp"),
    GIF("image/gif", "gif"),
    TIFF("image/tiff", "tiff"),
    HEIF("image/heif", "heif"),
    AVIF("image/avif", "avif");

    private final String mediaType;
    private final String readerName;

    PictureKind(String mediaType, String readerName) {
        this.mediaType = mediaType;
        this.readerName = readerName;
    }

    public String mediaType() {
        return mediaType;
    }

    /** As ImageIO names its readers. */
    public String readerName() {
        return readerName;
    }

    /** No reader anywhere works on these in strips. */
    public boolean alwaysWhole() {
        return this == HEIF || this == AVIF;
    }
}
