package org.broadsheet.media.darkroom;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.media.words.WordField;
import org.broadsheet.media.words.WordOrigin;
import org.broadsheet.media.words.Words;

/** The part of the answer that is words; bounded by {@link Words} itself. */
final class AnswerWords {

    private AnswerWords() {}

    static void write(DataOutputStream out, Words words) throws IOException {
        out.writeInt(words.said().size());
        for (Map.Entry<WordField, Words.Said> each : words.said().entrySet()) {
            out.writeUTF(each.getKey().name());
            out.writeUTF(each.getValue().origin().name());
            out.writeInt(each.getValue().values().size());
            for (String value : each.getValue().values()) {
                out.writeUTF(value);
            }
        }
    }

    /** @throws IllegalArgumentException where it says what no reader of ours says */
    static Words read(DataInputStream in) throws IOException {
        Map<WordField, Words.Said> said = new EnumMap<>(WordField.class);
        for (int left = in.readInt(); left > 0; left--) {
            WordField field = WordField.valueOf(in.readUTF());
            WordOrigin origin = WordOrigin.valueOf(in.readUTF());
            int values = in.readInt();
            if (values < 1 || values > Words.MOST_VALUES) {
                throw new IllegalArgumentException("a reader answered with " + values + " values of " + field);
            }
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < values; i++) {
                texts.add(in.readUTF());
            }
            said.put(field, new Words.Said(origin, texts));
        }
        return new Words(said);
    }
}
