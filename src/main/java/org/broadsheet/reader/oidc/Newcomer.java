package org.broadsheet.reader.oidc;

import java.time.Instant;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.link.Token;

/**
 * Somebody whom the provider vouches for and whom this paper does not know: carried by their browser until they have said
 * that they want an account.
 *
 * @param id of this asking, which is good for one account
 * @param email verified by the provider
 * @param to where to go afterwards
 * @param until in seconds of Unix time
 */
public record Newcomer(String id, String issuer, String subject, String email, String to, long until) {
    static Newcomer of(String issuer, String subject, Email email, String to, Instant now) {
        Instant until = now.plus(Newcomers.LIFE);
        return new Newcomer(Token.made().text(), issuer, subject, email.address(), to, until.getEpochSecond());
    }
}
