package org.broadsheet.site.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.broadsheet.base.page.PageKey;

/** A finished page as bytes in a file that only the process that wrote it reads: a check sum, then all that a page is. */
final class PageRecord {
    private static final int CHECK = Integer.BYTES;

    private PageRecord() {}

    static byte[] write(PageKey key, KeptPage page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(page.weight() + 1_024);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(0);
            writeKey(out, key);
            out.writeLong(page.begun());
            out.writeBoolean(page.polished());
            writeMeta(out, page.meta());
            writeText(out, page.text());
        }
        byte[] record = bytes.toByteArray();
        int check = check(record);
        for (int i = 0; i < CHECK; i++) {
            record[i] = (byte) (check >>> (8 * (CHECK - 1 - i)));
        }
        return record;
    }

    /** Nothing where these are the bytes of another page, or no longer of any. */
    static Optional<KeptPage> read(PageKey key, byte[] record) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(record))) {
            if (in.readInt() != check(record) || !isKey(in, key)) {
                return Optional.empty();
            }
            long begun = in.readLong();
            boolean polished = in.readBoolean();
            return Optional.of(KeptPage.stored(readMeta(in), readText(in), begun, polished));
        }
    }

    private static int check(byte[] record) {
        CRC32 sum = new CRC32();
        sum.update(record, CHECK, record.length - CHECK);
        return (int) sum.getValue();
    }

    private static void writeKey(DataOutputStream out, PageKey key) throws IOException {
        out.writeUTF(key.path());
        out.writeInt(key.number());
        out.writeUTF(key.variant());
        out.writeUTF(key.face());
    }

    private static boolean isKey(DataInputStream in, PageKey key) throws IOException {
        return in.readUTF().equals(key.path())
                && in.readInt() == key.number()
                && in.readUTF().equals(key.variant())
                && in.readUTF().equals(key.face());
    }

    private static void writeMeta(DataOutputStream out, KeptPage.Meta meta) throws IOException {
        out.writeInt(meta.status());
        out.writeUTF(meta.type());
        out.writeUTF(meta.copy().variant());
        out.writeByte(meta.copy().differs().ordinal());
        out.writeInt(meta.tags().size());
        for (String tag : meta.tags()) {
            out.writeUTF(tag);
        }
        out.writeInt(meta.headers().size());
        for (Map.Entry<String, String> header : meta.headers().entrySet()) {
            out.writeUTF(header.getKey());
            out.writeUTF(header.getValue());
        }
    }

    private static KeptPage.Meta readMeta(DataInputStream in) throws IOException {
        int status = in.readInt();
        String type = in.readUTF();
        Copy copy = new Copy(in.readUTF(), Copy.Differs.values()[in.readByte()]);
        Set<String> tags = new HashSet<>();
        for (int left = in.readInt(); left > 0; left--) {
            tags.add(in.readUTF());
        }
        Map<String, String> headers = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            headers.put(in.readUTF(), in.readUTF());
        }
        return new KeptPage.Meta(status, type, copy, Optional.empty(), Set.copyOf(tags), Map.copyOf(headers));
    }

    private static void writeText(DataOutputStream out, Text text) throws IOException {
        out.writeUTF(text.digest());
        out.writeBoolean(text.compressible());
        out.writeByte(text.forms().size());
        for (Form form : text.forms()) {
            out.writeByte(form.encoding().ordinal());
            out.writeUTF(form.tag());
            for (byte[] part : new byte[][] {form.head(), form.unchanged(), form.body()}) {
                out.writeInt(part.length);
                out.write(part);
            }
        }
    }

    private static Text readText(DataInputStream in) throws IOException {
        String digest = in.readUTF();
        boolean compressible = in.readBoolean();
        Map<Encoding, Form> forms = new EnumMap<>(Encoding.class);
        for (int left = in.readByte(); left > 0; left--) {
            Encoding encoding = Encoding.values()[in.readByte()];
            Form form = new Form(encoding, in.readUTF(), bytes(in), bytes(in), bytes(in));
            forms.put(encoding, form);
        }
        return new Text(digest, compressible, forms);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
