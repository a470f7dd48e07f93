package org.broadsheet.reader.password;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Too many passwords wait to be compared: answered 503. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public final class TooBusy extends RuntimeException {
    TooBusy() {
        super("too many passwords at once");
    }
}
