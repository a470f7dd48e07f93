package org.broadsheet.site.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.broadsheet.paywall.CredentialCookies;
import org.broadsheet.paywall.Meter;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.site.request.AtSignIn;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Metered stories that a browser opened before its reader signed in count for the reader. */
@Component
class MeterAtSignIn implements AtSignIn {

    private final Meter meter;
    private final CredentialCookies cookies;
    private final InstantSource clock;

    MeterAtSignIn(Meter meter, CredentialCookies cookies, InstantSource clock) {
        this.meter = meter;
        this.cookies = cookies;
        this.clock = clock;
    }

    @Override
    public List<String> cookies(HttpServletRequest request, ReaderId reader) {
        String header =
                Optional.ofNullable(request.getHeader(HttpHeaders.COOKIE)).orElse("");
        meter.merge(reader, cookies.read(header), clock.instant());
        return List.of();
    }
}
