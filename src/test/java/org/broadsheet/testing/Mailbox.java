package org.broadsheet.testing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail that a paper without a mail server has for somebody. */
public final class Mailbox {
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/[A-Za-z0-9/_.~-]+)\\n");

    private Mailbox() {}

    /** The texts, the newest last. */
    public static List<String> of(TestPaper paper, String email) {
        return paper.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select subject || '\n' || words from base.mail where lower(recipient) = :to order by id")
                        .bind("to", email)
                        .mapTo(String.class)
                        .list());
    }

    /** Where the newest mail's link leads, as a path. */
    public static String link(TestPaper paper, String email) {
        Matcher link = LINK.matcher(of(paper, email).getLast());
        if (!link.find()) {
            throw new AssertionError("the newest mail has no link");
        }
        return link.group(1);
    }
}
