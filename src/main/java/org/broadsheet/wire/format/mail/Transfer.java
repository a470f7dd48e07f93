package org.broadsheet.wire.format.mail;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/** The two ways in which octets travel by mail (RFC 2045, 6.7 and 6.8), read as far as they can be when they are broken. */
final class Transfer {
    private Transfer() {}

    /** What is no letter of the alphabet is left out; it ends at the padding, or where a whole octet does. */
    static byte[] base64(byte[] sent) {
        byte[] letters = new byte[sent.length];
        int count = 0;
        for (byte b : sent) {
            boolean letter =
                    (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+' || b == '/';
            if (letter) {
                letters[count++] = b;
            } else if (b == '=') {
                break;
            }
        }
        int whole = count % 4 == 1 ? count - 1 : count;
        return Base64.getDecoder().decode(java.util.Arrays.copyOf(letters, whole));
    }

    /** An "=" that begins no octet and no soft break stands for itself. */
    static byte[] quotedPrintable(byte[] sent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(sent.length);
        int i = 0;
        while (i < sent.length) {
            if (sent[i] != '=') {
                out.write(sent[i++]);
                continue;
            }
            int high = digit(sent, i + 1);
            int low = digit(sent, i + 2);
            if (high >= 0 && low >= 0) {
                out.write(high * 16 + low);
                i += 3;
            } else {
                int next = afterSoftBreak(sent, i + 1);
                if (next < 0) {
                    out.write('=');
                    i++;
                } else {
                    i = next;
                }
            }
        }
        return out.toByteArray();
    }

    /** Where the next line begins; -1 where this one does not end here. */
    private static int afterSoftBreak(byte[] sent, int from) {
        int i = from;
        while (i < sent.length && i < from + 80 && (sent[i] == ' ' || sent[i] == '\t' || sent[i] == '\r')) {
            i++;
        }
        if (i >= sent.length) {
            return sent.length;
        }
        return sent[i] == '\n' ? i + 1 : -1;
    }

    private static int digit(byte[] sent, int at) {
        return at < sent.length ? Character.digit(sent[at], 16) : -1;
    }
}
