package org.broadsheet.site.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.broadsheet.reader.ReaderId;

/** What else is to happen when somebody signs in, such as bringing along what was read before; declared as a bean. */
public interface AtSignIn {
    /** @return values of {@code Set-Cookie} headers for the answer */
    List<String> cookies(HttpServletRequest request, ReaderId reader);
}
