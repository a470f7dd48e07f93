package org.broadsheet.reader;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to.
 *
 * @param address as its owner writes it
 */
public record Email(String address) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    public Email {
        if (!isWell(address)) {
            throw new IllegalArgumentException("no address for mail; expected one such as name@paper.example");
        }
    }

    /** Forgives blanks around it; names of hosts may be written in any letters. */
    public static Optional<Email> parse(String written) {
        String text = written.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            String address = text.substring(0, at + 1) + IDN.toASCII(text.substring(at + 1));
            return isWell(address) ? Optional.of(new Email(address)) : Optional.empty();
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }

    /** As it is compared: nobody's mailbox is told from another by capital letters. */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    /** For pages that whoever holds a link may see: {@code a…@paper.example}. */
    public String masked() {
        int at = address.indexOf('@');
        return address.substring(0, 1) + "\u2026" + address.substring(at);
    }

    private static boolean isWell(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && at <= LONGEST_LOCAL
                && address.length() <= LONGEST
                && LOCAL.matcher(address.substring(0, at)).matches()
                && DOMAIN.matcher(address.substring(at + 1)).matches();
    }
}
