package org.broadsheet.site.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.broadsheet.base.Actor;
import org.broadsheet.ops.AuditLog;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Staff;
import org.broadsheet.reader.second.SecondFactors;
import org.broadsheet.testing.AuthenticatorApp;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A member of staff sets up the second factor that their role asks for, with one alone: for seven days, and told of. */
class StaffEnrolmentPageTest {
    private static final Email EMAIL = new Email("editor@paper.example");

    @RegisterExtension
    static final TestPaper PAPER = TestPaper.start(Map.of("SECOND_FACTOR", "editors"));

    private final Staff staff = PAPER.door(Staff.class);

    @Test
    void an_editor_who_was_asked_long_ago_sets_up_no_second_factor_with_a_password_alone() {
        ReaderId editor = staff.assign(EMAIL, Role.EDITOR, Actor.PAPER, Instant.now());
        Surfer surfer = new Surfer(PAPER).as(editor);
        Document asked = surfer.page("/account/security/app");
        longAgo(editor);
        assertThat(Surfer.location(surfer.get("/account/security/app"))).isEqualTo("/account/security");
        assertThat(Surfer.location(setUp(surfer, asked))).isEqualTo("/account/security");
        assertThat(PAPER.door(SecondFactors.class).asked(editor)).isFalse();
        for (String path : new String[] {"/account/security/passkeys/options", "/account/security/passkeys"}) {
            assertThat(surfer.postJson(path, "{}").statusCode()).as(path).isEqualTo(403);
        }
        Document page = surfer.page("/account/security");
        assertThat(page.select("[role=alert]").text()).contains("staff invite");
        assertThat(page.select("a[href=/account/security/app], [data-does=make]"))
                .isEmpty();
        staff.invite(EMAIL, Staff.Factors.STAY, Actor.PAPER, Instant.now());
        assertThat(Surfer.location(setUp(surfer, surfer.page("/account/security/app"))))
                .isEqualTo("/account/security/codes");
        assertThat(PAPER.door(AuditLog.class).about("staff " + editor))
                .extracting(AuditLog.Entry::action)
                .containsExactly("app-set-up", "invited", "assigned");
        assertThat(mail()).contains("authenticator app was set up");
        longAgo(editor);
        assertThat(surfer.page("/account/security").select("[data-does=make]"))
                .as("whoever has shown two may set up a third")
                .hasSize(1);
        staff.invite(EMAIL, Staff.Factors.GO, Actor.PAPER, Instant.now());
        assertThat(Surfer.location(surfer.get("/account/security"))).startsWith("/sign-in?to=");
        assertThat(PAPER.door(SecondFactors.class).asked(editor)).isFalse();
        assertThat(staff.invite(new Email("nobody@paper.example"), Staff.Factors.GO, Actor.PAPER, Instant.now()))
                .isEmpty();
    }

    private static java.net.http.HttpResponse<String> setUp(Surfer surfer, Document page) {
        String code = AuthenticatorApp.code(page.select("code.secret").text(), Instant.now());
        String setup = page.select("input[name=setup]").val();
        return surfer.post("/account/security/app", Map.of("setup", setup, "code", code));
    }

    private static void longAgo(ReaderId editor) {
        PAPER.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update reader.staff set invited_at = now() - interval '8 days' where reader = ?",
                        editor.value()));
    }

    private static String mail() {
        return PAPER.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select coalesce(string_agg(words, ' '), '') from base.mail where recipient = :to")
                        .bind("to", EMAIL.address())
                        .mapTo(String.class)
                        .one());
    }
}
