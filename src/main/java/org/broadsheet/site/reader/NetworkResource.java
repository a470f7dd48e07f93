package org.broadsheet.site.reader;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.broadsheet.base.http.Asker;
import org.broadsheet.base.http.Onward;
import org.broadsheet.base.http.RateLimit;
import org.broadsheet.paywall.Admission;
import org.broadsheet.site.assembly.Messages;
import org.broadsheet.site.page.MessagePage;
import org.broadsheet.site.request.Asking;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens the paper to who reads in the network of an institution that subscribes. */
@Controller
class NetworkResource {

    /** Of a whole university behind one address. */
    private static final int MOST = 600;

    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final Asking asking;
    private final Asker asker;
    private final Messages messages;
    private final Admission admission;
    private final RateLimit limit = new RateLimit(MOST, Duration.ofMinutes(1), InstantSource.system());

    NetworkResource(Asking asking, Asker asker, Messages messages, Admission admission) {
        this.asking = asking;
        this.asker = asker;
        this.messages = messages;
        this.admission = admission;
    }

    @GetMapping("/access/network")
    ResponseEntity<byte[]> look(HttpServletRequest request, @RequestParam(defaultValue = "/") String to) {
        InetAddress from = asker.of(request);
        if (!limit.allows(from)) {
            return Asking.page(TOO_MANY, messages.plain(asking.variant(request), MessagePage.Kind.BUSY));
        }
        Optional<String> pass = admission.ofInstitution(from);
        if (pass.isEmpty()) {
            return Asking.page(NOT_FOUND, messages.plain(asking.variant(request), MessagePage.Kind.NO_NETWORK));
        }
        ResponseEntity<byte[]> onward = Asking.onward(Onward.to(to));
        return ResponseEntity.status(onward.getStatusCode())
                .headers(onward.getHeaders())
                .header(HttpHeaders.SET_COOKIE, pass.get())
                .build();
    }
}
