package org.broadsheet.site.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.broadsheet.reader.Known;
import org.broadsheet.reader.data.PersonalFiles;
import org.broadsheet.site.request.Asking;
import org.broadsheet.site.request.Entrance;
import org.broadsheet.site.request.SecurityLog;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code /account/data}: all of a person's data in one JSON document, and the account deleted. */
@Controller
class DataResource {
    private static final String PATH = "/account/data";
    private static final String DELETION = PATH + "/deletion";
    private static final int REFUSED = 422;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Doorway doorway;
    private final SafetyPages pages;
    private final Asking asking;
    private final Entrance entrance;
    private final Leaving leaving;

    /** Deletes and writes the last letter, in one transaction. */
    @Component
    static class Leaving {
        private final PersonalFiles data;
        private final Notices notices;
        private final TransactionTemplate transaction;
        private final SecurityLog log;

        Leaving(PersonalFiles data, Notices notices, PlatformTransactionManager transactions, SecurityLog log) {
            this.log = log;
            this.data = data;
            this.notices = notices;
            this.transaction = new TransactionTemplate(transactions);
        }

        void delete(Known known, Instant at) {
            transaction.executeWithoutResult(
                    _ -> data.delete(known.id(), at).ifPresent(email -> notices.farewell(email, at)));
        }
    }

    DataResource(Doorway doorway, SafetyPages pages, Asking asking, Entrance entrance, Leaving leaving) {
        this.doorway = doorway;
        this.pages = pages;
        this.asking = asking;
        this.entrance = entrance;
        this.leaving = leaving;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> show(HttpServletRequest request) {
        return doorway.signedIn(
                request, known -> page(request, 200, DataPage.State.ASKING, known.email(), Optional.empty()));
    }

    /** A form, so that no stranger's page can have it made; what comes is the file. */
    @PostMapping(PATH + "/document")
    ResponseEntity<byte[]> document(HttpServletRequest request) {
        return doorway.actFreshly(
                request,
                PATH,
                known -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\"")
                        .body(JSON.writeValueAsBytes(leaving.data.document(known.id(), asking.now()))));
    }

    @GetMapping(DELETION)
    ResponseEntity<byte[]> ask(HttpServletRequest request) {
        return doorway.freshly(
                request,
                DELETION,
                known -> page(request, 200, DataPage.State.LEAVING, known.email(), Optional.empty()));
    }

    @PostMapping(DELETION)
    ResponseEntity<byte[]> delete(HttpServletRequest request) {
        return doorway.actFreshly(request, DELETION, known -> {
            if (!Doorway.field(request, "sure").equals("yes")) {
                return page(
                        request,
                        REFUSED,
                        DataPage.State.LEAVING,
                        known.email(),
                        Optional.of(pages.texts().say("leave.not-sure")));
            }
            leaving.delete(known, asking.now());
            leaving.log.note(SecurityLog.What.ACCOUNT_DELETED, known.id(), "by-reader");
            List<String> gone = entrance.gone();
            return Entrance.onward("/account/gone", gone);
        });
    }

    @GetMapping("/account/gone")
    ResponseEntity<byte[]> gone(HttpServletRequest request) {
        return page(request, 200, DataPage.State.GONE, "", Optional.empty());
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, int status, DataPage.State state, String email, Optional<String> problem) {
        String title = switch (state) {
            case ASKING -> "mydata.title";
            case LEAVING -> "leave.title";
            case GONE -> "gone.title";
        };
        return Asking.page(
                status,
                pages.render(
                        "securityData",
                        new DataPage(pages.frame(asking.variant(request), title, PATH), state, email, problem)));
    }
}
