package org.broadsheet.reader.password;

/** Why a password may not be chosen. */
public enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    /** Among those that leak most often, or one of them with a tail. */
    COMMON,
    /** The same few characters over and over. */
    MONOTONOUS,
    /** Holds the reader's name, address, or the paper's name. */
    PERSONAL
}
