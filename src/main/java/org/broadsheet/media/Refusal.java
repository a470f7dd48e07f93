package org.broadsheet.media;

/** Why a picture was not taken. */
public enum Refusal {
    /** Nothing came. */
    EMPTY,
    /** Not a picture, or one of a kind the paper does not take (by its content, whatever its name). */
    NOT_A_PICTURE_WE_TAKE,
    /** More bytes than allowed. */
    TOO_MANY_BYTES,
    /** More pixels than allowed, said by its header: it was never decoded. */
    TOO_MANY_PIXELS,
    /** Its proportions leave no rendition that browsers can show. */
    TOO_NARROW,
    /** Cut short, broken, or not what its header says. */
    DAMAGED,
    /** Reading it took longer than allowed and was ended. */
    TOO_SLOW,
    /** Reading it asked for more memory than allowed, or crashed the reader; either ends only that reader. */
    TOO_MUCH_FOR_THE_READER
}
