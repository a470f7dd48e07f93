package org.broadsheet.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Actor;
import org.broadsheet.desk.page.DeskFrame;
import org.broadsheet.media.Photograph;
import org.broadsheet.media.PhotographDetails;
import org.broadsheet.media.PhotographId;
import org.broadsheet.media.Photographs;
import org.broadsheet.media.Upload;
import org.broadsheet.ops.AuditLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes photographs in and notes what is said about them, and who did. */
@Component
class PhotographDesk {
    /** The field of a file. */
    static final String FILE = "picture";

    private static final int LONGEST = 2_000;

    private final Photographs photographs;
    private final AuditLog log;

    PhotographDesk(Photographs photographs, AuditLog log) {
        this.photographs = photographs;
        this.log = log;
    }

    List<AuditLog.Entry> log(PhotographId id) {
        return log.about(subject(id));
    }

    private static String subject(PhotographId id) {
        return "photograph:" + id.value();
    }

    /**
     * The picture that a form brought.
     *
     * @return nothing where it brought none
     * @throws IllegalArgumentException where it cannot be taken, with the sentence for whoever sent it
     */
    Optional<Photograph> taken(HttpServletRequest request, DeskFrame frame, Actor by, Instant at) throws IOException {
        Optional<Part> file = Sent.file(request, FILE);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        PhotographDetails said = details(request, FILE + "-");
        Upload upload;
        try (InputStream bytes = file.get().getInputStream()) {
            upload = photographs.keep(bytes, said, at);
        }
        return Optional.of(
                switch (upload) {
                    case Upload.Kept(Photograph photograph) -> {
                        log.write(new AuditLog.Entry(at, by, "taken in", subject(photograph.id()), ""));
                        yield photograph;
                    }
                    case Upload.AlreadyHere(Photograph photograph) -> photograph;
                    case Upload.Refused(var reason, String message) ->
                        throw new IllegalArgumentException(frame.say("desk.picture.refused", message));
                });
    }

    /** False when there is no such photograph. */
    @Transactional
    public boolean describe(PhotographId id, PhotographDetails details, Actor by, Instant at) {
        boolean there = photographs.describe(id, details, at);
        if (there) {
            log.write(new AuditLog.Entry(at, by, "described", subject(id), ""));
        }
        return there;
    }

    /**
     * What the fields of a form say.
     *
     * @param before what the names of the fields begin with
     * @throws IllegalArgumentException where the day is none
     */
    static PhotographDetails details(HttpServletRequest request, String before) {
        return new PhotographDetails(
                text(request, before + "caption"),
                text(request, before + "credit"),
                text(request, before + "alternative"),
                text(request, before + "creator"),
                text(request, before + "rights"),
                text(request, before + "usage"),
                text(request, before + "place"),
                day(text(request, before + "taken")));
    }

    private static String text(HttpServletRequest request, String name) {
        String typed = Newsroom.field(request, name).strip();
        return typed.substring(0, Math.min(typed.length(), LONGEST));
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("\"" + typed + "\" is no day; expected 2026-03-01", none);
        }
    }
}
