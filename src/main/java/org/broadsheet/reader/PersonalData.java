package org.broadsheet.reader;

/**
 * What one room keeps about a person: declared as a bean by every room that keeps anything, so that the download of one's
 * data and the deletion of one's account are complete. A test compares these with the database.
 */
public interface PersonalData {
    /** Names the part in the download: {@code subscriptions}. */
    String part();

    /** All of it, as records, lists, maps, texts, numbers and instants that become JSON. */
    Object of(ReaderId reader);

    /** Deletes it, or keeps what the law wants kept without the person; in the transaction that deletes the account. */
    void forget(ReaderId reader);
}
