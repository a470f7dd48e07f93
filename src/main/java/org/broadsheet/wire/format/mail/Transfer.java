package org.broadsheet.wire.format.mail;

import java.io.ByteArrayOutputStream;

/** Quoted-printable (RFC 2045, 6.7), read as far as it can be when it is broken. */
final class Transfer {
    private Transfer() {}

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
