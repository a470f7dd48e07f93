package org.broadsheet.media.darkroom;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.media.PictureFormat;
import org.broadsheet.media.Placeholder;
import org.broadsheet.media.Refusal;

/**
 * How the reading process tells what it made: a file beside the prints, so that nothing a native library prints can get
 * into it. Read with the same suspicion as any input, since the reader may have been taken over by a picture.
 */
final class AnswerFile {

    private static final String NAME = "answer";
    private static final int MOST_PRINTS = 40;

    private AnswerFile() {}

    static void write(Path folder, Developed developed) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(NAME))))) {
            switch (developed) {
                case Developed.Refused(Refusal reason, String message) -> {
                    out.writeBoolean(false);
                    out.writeUTF(reason.name());
                    out.writeUTF(message);
                }
                case Developed.Prints prints -> {
                    out.writeBoolean(true);
                    write(out, prints);
                }
            }
        }
    }

    private static void write(DataOutputStream out, Developed.Prints prints) throws IOException {
        out.writeUTF(prints.originalType());
        out.writeUTF(prints.hash());
        out.writeInt(prints.width());
        out.writeInt(prints.height());
        out.writeUTF(prints.placeholder().colour());
        out.writeUTF(prints.placeholder().blur());
        AnswerWords.write(out, prints.words());
        out.writeInt(prints.prints().size());
        for (Print print : prints.prints()) {
            out.writeInt(print.width());
            out.writeInt(print.height());
            out.writeUTF(print.format().name());
        }
    }

    /** @throws IllegalArgumentException where it says what no reader of ours says */
    static Developed read(Path folder) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve(NAME))))) {
            return in.readBoolean()
                    ? readPrints(in, folder)
                    : new Developed.Refused(Refusal.valueOf(in.readUTF()), in.readUTF());
        }
    }

    private static Developed.Prints readPrints(DataInputStream in, Path folder) throws IOException {
        return new Developed.Prints(
                in.readUTF(),
                in.readUTF(),
                in.readInt(),
                in.readInt(),
                new Placeholder(in.readUTF(), in.readUTF()),
                AnswerWords.read(in),
                readList(in, folder));
    }

    private static List<Print> readList(DataInputStream in, Path folder) throws IOException {
        int count = in.readInt();
        if (count < 1 || count > MOST_PRINTS) {
            throw new IllegalArgumentException("a reader answered with " + count + " prints");
        }
        List<Print> prints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int width = in.readInt();
            int height = in.readInt();
            PictureFormat format = PictureFormat.valueOf(in.readUTF());
            Path file = folder.resolve(width + "." + format.extension());
            prints.add(new Print(width, height, format, file, Math.toIntExact(Files.size(file))));
        }
        return List.copyOf(prints);
    }
}
