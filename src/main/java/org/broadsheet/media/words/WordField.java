package org.broadsheet.media.words;

/** The properties of the IPTC Photo Metadata Standard that the paper keeps. The names are stored. */
public enum WordField {
    HEADLINE,
    TITLE,
    CAPTION,
    CREDIT,
    SOURCE,
    CREATOR,
    COPYRIGHT,
    USAGE_TERMS,
    INSTRUCTIONS,
    PLACE,
    CITY,
    STATE,
    COUNTRY,
    /** When it was taken, as ISO 8601 with as much as was said: {@code 2026}, {@code 2026-01-03T11:10:07+07:00}. */
    CREATED,
    KEYWORD,
    /** An address of IPTC's list, for instance {@code …/digitalsourcetype/digitalCapture}. */
    DIGITAL_SOURCE_TYPE,
    ALTERNATIVE_TEXT,
    /** Where the rights are written down. */
    WEB_STATEMENT,
    /** Where the picture can be licensed (PLUS). */
    LICENSOR_URL
}
