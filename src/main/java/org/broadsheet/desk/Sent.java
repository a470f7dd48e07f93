package org.broadsheet.desk;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A form that brings a file. Nobody else's forms may: what is sent to other addresses in parts is not even read.
 */
final class Sent {
    /** What the largest camera makes, with room for the other fields. */
    private static final long MOST_BYTES = 56L * 1024 * 1024;

    /** For anybody else, such as staff whose session has run out: what they typed, and no picture. */
    private static final long MOST_OF_A_STRANGER = 2L * 1024 * 1024;

    private static final int IN_MEMORY = 64 * 1024;

    /** Where Jetty looks for the limits of a form in parts. */
    private static final String LIMITS = "org.eclipse.jetty.multipartConfig";

    private Sent() {}

    /**
     * Reads it all, so that its fields are there as those of any other form.
     *
     * @return false where it is larger than a form may be, or broken off; none of its fields is there then
     */
    static boolean read(HttpServletRequest request, boolean isStaff) {
        if (!inParts(request)) {
            return true;
        }
        long most = isStaff ? MOST_BYTES : MOST_OF_A_STRANGER;
        request.setAttribute(LIMITS, new MultipartConfigElement("", most, most, IN_MEMORY));
        try {
            return request.getContentLengthLong() <= most && request.getParts() != null;
        } catch (ServletException | IllegalStateException | IOException unfit) {
            return false;
        }
    }

    /** The file of a field that was read; nothing where none was chosen. */
    static Optional<Part> file(HttpServletRequest request, String name) throws IOException {
        try {
            return inParts(request)
                    ? Optional.ofNullable(request.getPart(name)).filter(part -> part.getSize() > 0)
                    : Optional.empty();
        } catch (ServletException broken) {
            throw new IOException("a form that was read cannot be read again", broken);
        }
    }

    private static boolean inParts(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data"))
                .isPresent();
    }
}
