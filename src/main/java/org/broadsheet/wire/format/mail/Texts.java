package org.broadsheet.wire.format.mail;

import org.broadsheet.wire.format.xml.Encodings;
import org.broadsheet.wire.format.xml.Unreadable;

/** The words of a part. */
final class Texts {
    private static final int LONGEST = 2_000_000;

    private Texts() {}

    /** By the character set that is said where the octets fit it, else by what they look like. */
    static String of(Part part) {
        byte[] bytes = part.bytes();
        if (bytes.length > 2 * LONGEST) {
            throw new Unreadable("a text of more than " + LONGEST + " characters");
        }
        String text = Encodings.decode(bytes, part.parameter("Content-Type", "charset"))
                .text()
                .replace("\r\n", "\n");
        boolean flowed = part.parameter("Content-Type", "format")
                .filter("flowed"::equalsIgnoreCase)
                .isPresent();
        boolean joined = part.parameter("Content-Type", "delsp")
                .filter("yes"::equalsIgnoreCase)
                .isPresent();
        return flowed ? unflowed(text, joined ? Joint.NOTHING : Joint.SPACE) : text;
    }

    /** What stays between two lines that are one. */
    private enum Joint {
        SPACE,
        NOTHING
    }

    /** RFC 3676: a line that ends with a space goes on in the next; a signature's mark does not. */
    private static String unflowed(String text, Joint joint) {
        StringBuilder out = new StringBuilder(text.length());
        for (String line : text.split("\n", -1)) {
            String words = line.startsWith(" ") ? line.substring(1) : line;
            boolean goesOn = words.endsWith(" ") && !words.equals("-- ");
            if (goesOn) {
                out.append(joint == Joint.NOTHING ? words.substring(0, words.length() - 1) : words);
            } else {
                out.append(words).append("\n");
            }
        }
        return out.toString();
    }

    /** The signature below "-- " is the sender's, not the story's. */
    record Signed(String text, String signature) {
        static Signed of(String text) {
            int mark = text.startsWith("-- \n") ? 0 : text.indexOf("\n-- \n");
            return mark < 0 ? new Signed(text, "") : new Signed(text.substring(0, mark), text.substring(mark));
        }
    }
}
