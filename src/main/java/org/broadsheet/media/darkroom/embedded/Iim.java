package org.broadsheet.media.darkroom.embedded;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.media.words.WordField;
import org.broadsheet.media.words.WordOrigin;
import org.broadsheet.media.words.Words;

/**
 * IPTC's Information Interchange Model, version 4.2: record 2 of it, in the letters that dataset 1:90 declares. Where it
 * declares none, the whole is UTF-8 if it can be, else what Windows wrote; agencies' systems did both.
 */
final class Iim implements Source {

    private static final int TAG = 0x1C;
    private static final int MOST_DATASETS = 2_000;
    private static final int CHARSET = 1 << 8 | 90;
    private static final int RECORD = 2;
    private static final byte[] ESC_UTF_8 = {0x1B, '%', 'G'};

    /** Datasets by record and number, 2:120 as 0x278. */
    private final Map<Integer, List<byte[]>> datasets = new HashMap<>();

    private final Charset charset;

    Iim(byte[] records) {
        int at = 0;
        for (int count = 0; count < MOST_DATASETS && at + 5 <= records.length; count++) {
            if ((records[at] & 0xFF) != TAG) {
                at++;
                continue;
            }
            int length = (records[at + 3] & 0xFF) << 8 | (records[at + 4] & 0xFF);
            if (length > 0x7FFF || length > records.length - at - 5) {
                // Extended datasets are for pictures (2:202), and nothing is behind a length beyond the end.
                break;
            }
            int number = (records[at + 1] & 0xFF) << 8 | (records[at + 2] & 0xFF);
            List<byte[]> values = datasets.computeIfAbsent(number, _ -> new ArrayList<>());
            if (values.size() < Words.MOST_VALUES) {
                values.add(Arrays.copyOfRange(records, at + 5, at + 5 + length));
            }
            at += 5 + length;
        }
        this.charset = charset();
    }

    private Charset charset() {
        List<byte[]> declared = datasets.getOrDefault(CHARSET, List.of());
        if (!declared.isEmpty()) {
            byte[] escape = declared.getFirst();
            boolean utf8 = Arrays.equals(escape, ESC_UTF_8)
                    // ISO 2022 again with a slash: the levels 1 to 3 of UTF-8.
                    || (escape.length == 4
                            && escape[1] == '%'
                            && escape[2] == '/'
                            && escape[3] >= 'G'
                            && escape[3] <= 'I');
            if (utf8 && Plain.guessed(all()).equals(StandardCharsets.UTF_8)) {
                return StandardCharsets.UTF_8;
            }
            if (escape.length == 3 && escape[0] == 0x1B && escape[1] == '.' && escape[2] == 'A') {
                return StandardCharsets.ISO_8859_1;
            }
        }
        return Plain.guessed(all());
    }

    private byte[] all() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        datasets.forEach((number, values) -> {
            if (number >> 8 == RECORD) {
                values.forEach(value -> {
                    all.writeBytes(value);
                    all.write('\n');
                });
            }
        });
        return all.toByteArray();
    }

    /** Whether the digest that stands in the file is that of these records: then its XMP has seen them. */
    static boolean agrees(byte[] records, byte[] digest) {
        try {
            return MessageDigest.isEqual(MessageDigest.getInstance("MD5").digest(records), digest);
        } catch (NoSuchAlgorithmException neverOnAnyJdk) {
            throw new IllegalStateException(neverOnAnyJdk);
        }
    }

    @Override
    public WordOrigin origin() {
        return WordOrigin.IIM;
    }

    @Override
    public List<String> values(WordField field) {
        return switch (field) {
            case HEADLINE -> texts(105);
            case TITLE -> texts(5);
            case CAPTION -> texts(120);
            case CREDIT -> texts(110);
            case SOURCE -> texts(115);
            case CREATOR -> texts(80);
            case COPYRIGHT -> texts(116);
            case INSTRUCTIONS -> texts(40);
            case PLACE -> texts(92);
            case CITY -> texts(90);
            case STATE -> texts(95);
            case COUNTRY -> texts(101);
            case CREATED -> created();
            case KEYWORD -> texts(25);
            case USAGE_TERMS, DIGITAL_SOURCE_TYPE, ALTERNATIVE_TEXT, WEB_STATEMENT, LICENSOR_URL -> List.of();
        };
    }

    private List<String> created() {
        String time = texts(60).stream()
                .findFirst()
                .map(written -> "T" + written.strip())
                .orElse("");
        return texts(55).stream().map(day -> day.strip() + time).toList();
    }

    private List<String> texts(int dataset) {
        return datasets.getOrDefault(RECORD << 8 | dataset, List.of()).stream()
                .map(bytes -> new String(bytes, charset))
                .toList();
    }
}
