package org.broadsheet.reader.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.broadsheet.reader.link.Token;

/** The passwords that leak most often, as the first five bytes of their SHA-256: see tools/passwords.sh. */
final class CommonPasswords {
    private static final String FILE = "/passwords/common.bin";
    private static final int BYTES = 5;

    private CommonPasswords() {}

    /** @param word in small letters */
    static boolean has(String word) {
        return Arrays.binarySearch(Loaded.HASHES, number(Token.hash(word), 0)) >= 0;
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int at = from; at < from + BYTES; at++) {
            number = (number << 8) | (bytes[at] & 0xff);
        }
        return number;
    }

    private static final class Loaded {
        private static final long[] HASHES = load();

        private static long[] load() {
            try (InputStream file = CommonPasswords.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException(FILE + " is missing from the program");
                }
                byte[] all = file.readAllBytes();
                long[] hashes = new long[all.length / BYTES];
                Arrays.setAll(hashes, at -> number(all, at * BYTES));
                return hashes;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
