package org.broadsheet.reader;

/** Why a password may not be chosen. */
public enum Weakness {
    TOO_SHORT,
    TOO_LONG,
    /** Among those that leak most often, or one of them with a tail. */
    COMMON,
    /** The same few characters over and over. */
    MONOTONOUS,
    /** Holds the reader's name, address, or the paper's name. */
    PERSONAL;

    /** Characters that a password has at least. */
    public static final int SHORTEST = 10;

    public static final int LONGEST = 200;
}
