package org.broadsheet.wire.merge;

/** Whose words stand where both said something different. */
public enum Side {
    DESK,
    AGENCY,
    /** The desk's, then the agency's; of a line, which can only be one, the desk's. */
    BOTH
}
