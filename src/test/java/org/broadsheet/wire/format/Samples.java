package org.broadsheet.wire.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Transmissions and mails of our own, of every kind that is read, for tests that damage them. */
final class Samples {
    private static final String STORY = """
            \u0016\u0016\u0001xyz0142 3 pl 58 vvvvb XYZ 261126-11
            Parlament/Haushalt
            \u0002CORRECTION (to xyz0141)
            Parlament beschließt den Haushalt=
            Von Anna Beispiel =

            BERLIN, Nov 26 (XYZ) - Das Parlament hat den Haushalt
            beschlossen.
               Die Mitte-
            rechts stehenden Parteien stimmten dagegen.

            # Notizblock
            - Weiterer Text folgt
            \u0003
            261205 GMT Nov 26
            \u0004
            """;

    private static final String TELETYPE = """
            ZCZC XYZ014 4 I 30
            FLOOD-RIVER

            River floods the old town

            MANADO, Nov 26 (XYZ) - The river has flooded the
            old town.
            1300 261126
            NNNN
            """;

    private static final String HEAD = """
            From: =?UTF-8?Q?B=C3=BCro_Nord?= <desk@nord.example>
            Date: Thu, 26 Nov 2026 09:15:00 +0700 (WIB)
            Message-ID: <7.b@nord.example>
            Subject: =?UTF-8?B?SMOkZmVuIGJsZWlidCA=?=
             =?UTF-8?B?Z2VzcGVycnQ=?=
            MIME-Version: 1.0
            """;

    private static final String RELATED = HEAD + """
            Content-Type: multipart/mixed; boundary="b1"

            --b1
            Content-Type: multipart/alternative; boundary=b2

            --b2
            Content-Type: text/plain; charset=utf-8; format=flowed
            Content-Transfer-Encoding: quoted-printable

            Die H=C3=A4fen bleiben=20
            gesperrt.
            --b2
            Content-Type: text/html

            <p>Die H&auml;fen</p><img src="cid:port@nord" alt="port">
            --b2--
            --b1
            Content-Type: image/jpeg; name*=utf-8''h%C3%A4fen.jpg
            Content-ID: <port@nord>
            Content-Transfer-Encoding: base64

            /9j/AQIDAAoKDQ==
            --b1
            Content-Type: application/json; name=item.json

            {"uri":"a:1","headline":"Ninjs","body_text":"One."}
            --b1
            Content-Type: message/rfc822

            """ + HEAD + "\nForwarded.\n--b1--\n";

    private Samples() {}

    static List<byte[]> transmissions() {
        return bytes(STORY, STORY + STORY.replace("0142", "0143"), TELETYPE, TELETYPE + TELETYPE);
    }

    static List<byte[]> mails() {
        return bytes(
                HEAD + "Content-Type: text/plain\n\nOne.\n\nTwo.\n-- \nDesk\n", RELATED, RELATED.replace("\n", "\r\n"));
    }

    private static List<byte[]> bytes(String... texts) {
        return Stream.of(texts).map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }
}
