package org.broadsheet.base.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.broadsheet.base.cli.CommandFailure;

/** Says in words an operator can act on why a folder or a program failed. */
final class Words {

    private Words() {}

    static CommandFailure about(String what, Path where, IOException failure) {
        String message = String.valueOf(failure.getMessage());
        if (failure instanceof AccessDeniedException) {
            return new CommandFailure(
                    what + ": " + System.getProperty("user.name") + " may not write " + message + ".",
                    "Give it the folder, or choose another with BROADSHEET_DATA.",
                    failure);
        }
        if (noSpace(message)) {
            return new CommandFailure(
                    what + ": the disk is full.", "Make room, or choose another folder with BROADSHEET_DATA.", failure);
        }
        if (message.toLowerCase(Locale.ROOT).contains("read-only")) {
            return new CommandFailure(
                    what + ": " + where + " is on a read-only disk.", "Choose another with BROADSHEET_DATA.", failure);
        }
        return new CommandFailure(what + ": " + failure, "Look at the folder's rights and its disk.", failure);
    }

    /** Of the last words of a program that failed. */
    static CommandFailure about(String what, String lastWords) {
        if (noSpace(lastWords)) {
            return new CommandFailure(what + ": the disk is full.", "Make room and start again.");
        }
        return new CommandFailure(what + ": " + lastWords.strip(), "./broadsheet doctor looks for the usual reasons.");
    }

    static void needRoom(Path folder, long bytes) {
        try {
            long room = Files.getFileStore(folder).getUsableSpace();
            if (room < bytes) {
                throw new CommandFailure(
                        "Too little room in " + folder + ": " + (room >> 20) + " MB free, a new database needs "
                                + (bytes >> 20) + " MB.",
                        "Make room, or choose another folder with BROADSHEET_DATA.");
            }
        } catch (IOException e) {
            throw about("The folder " + folder + " cannot be used", folder, e);
        }
    }

    private static boolean noSpace(String message) {
        return message.contains("No space left") || message.contains("Disk quota exceeded");
    }
}
