package org.broadsheet.plan;

import java.time.Instant;
import java.util.Optional;
import org.broadsheet.reader.ReaderId;

/**
 * A subscription that one person buys for another.
 *
 * @param buyer absent once the account has been deleted
 * @param recipient whose address the code is sent to; need not have an account
 * @param from how the giver signs; may be empty
 * @param note to the recipient; may be empty
 * @param paid when it was paid and sent
 */
public record Present(
        long id,
        Optional<ReaderId> buyer,
        Plan plan,
        int months,
        Money price,
        String recipient,
        String from,
        String note,
        Instant ordered,
        Optional<Instant> paid) {

    /** What is written on it: @param note at most 280 characters */
    public record Card(String recipient, String from, String note) {
        private static final int LONGEST_ADDRESS = 254;
        private static final int LONGEST_NAME = 120;
        public static final int LONGEST_NOTE = 280;

        public Card {
            recipient = recipient.strip();
            from = from.strip();
            note = note.replace("\r\n", "\n").strip();
            if (recipient.length() > LONGEST_ADDRESS || !recipient.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+")) {
                throw new IllegalArgumentException("recipient");
            }
            if (from.length() > LONGEST_NAME || from.chars().anyMatch(c -> c < ' ')) {
                throw new IllegalArgumentException("from");
            }
            if (note.length() > LONGEST_NOTE || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
                throw new IllegalArgumentException("note");
            }
        }
    }
}
