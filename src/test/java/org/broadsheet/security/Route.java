package org.broadsheet.security;

import java.util.Arrays;
import java.util.Locale;

/**
 * One route of the paper, as {@code routes.txt} has it.
 *
 * @param method {@code *} where all are answered alike
 * @param pattern as Spring knows it
 * @param path one that it answers; words after {@code $} stand for what the tests make, see {@link Things}
 * @param body what a form or a script sends there; JSON where it begins with a brace
 */
record Route(String method, String pattern, String path, Audience audience, Origin origin, String body) {

    /** For whom it is there. */
    enum Audience {
        ANYBODY,
        /** Strangers are sent to sign in, or told that they have to. */
        SIGNED_IN,
        /** Whoever has this one thing: for all others it does not exist. */
        OWNER,
        /** Strangers are sent to sign in, readers are told that it is not for them. */
        STAFF,
        /** The same, and reporters are told that an editor can. */
        EDITOR,
        /** Loopback and private networks. */
        NEAR,
        /** Whoever has the key that the address or the message itself carries. */
        HOLDER
    }

    /** Where what changes something has to come from. */
    enum Origin {
        /** Changes nothing. */
        READS,
        /** A page of the paper, and the browser has to say so. */
        HERE,
        /** Not from a page of somebody else's, as far as the browser says. */
        NOT_ELSEWHERE,
        /** Anywhere: the table says why. */
        ANYWHERE
    }

    static Route of(String line) {
        String[] parts =
                Arrays.stream(line.split(" \\| ", -1)).map(String::strip).toArray(String[]::new);
        if (parts.length != 6) {
            throw new IllegalArgumentException("six columns were expected in: " + line);
        }
        return new Route(
                parts[0],
                parts[1],
                parts[2].isEmpty() ? parts[1] : parts[2],
                Audience.valueOf(name(parts[3])),
                Origin.valueOf(name(parts[4])),
                parts[5]);
    }

    private static String name(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    boolean changes() {
        return origin != Origin.READS;
    }

    boolean json() {
        return body.startsWith("{");
    }

    /** As the table is compared with what is there. */
    String key() {
        return method + " " + pattern;
    }

    @Override
    public String toString() {
        return key();
    }
}
