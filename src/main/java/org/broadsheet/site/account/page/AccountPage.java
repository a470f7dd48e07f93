package org.broadsheet.site.account.page;

import java.util.List;
import java.util.Optional;
import org.broadsheet.site.page.Frame;

/**
 * A reader's own page.
 *
 * @param role of a member of staff, as a word of the paper's language
 * @param done what has just been done, as a sentence
 */
public record AccountPage(
        Frame frame, Person person, Optional<String> role, List<Device> devices, Optional<String> done) {
    /**
     * Whose it is.
     *
     * @param wantedEmail a new address that waits for a yes
     * @param since the day they joined
     */
    public record Person(
            String email,
            String name,
            boolean hasPassword,
            boolean newsletter,
            Optional<String> wantedEmail,
            String since) {}

    /**
     * A browser that is signed in.
     *
     * @param here whether it is the one that asks
     */
    public record Device(long id, String name, String began, String seen, boolean here) {}
}
