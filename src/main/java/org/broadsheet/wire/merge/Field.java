package org.broadsheet.wire.merge;

/** The lines of a story beside its body that an agency sends and a desk edits. */
public enum Field {
    HEADLINE,
    STANDFIRST,
    BYLINES,
    AGENCY,
    DATELINE
}
