package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.reader.SignIns;
import org.broadsheet.security.Guest.Kind;
import org.broadsheet.security.Sender.From;
import org.broadsheet.testing.AuthenticatorApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How far a guesser gets, coming from another address each time. */
class GuessingPageTest {
    private static final int REFUSED = 422;
    private static final int TOO_MANY = 429;

    @RegisterExtension
    static final World world = World.start();

    @Test
    void after_five_wrong_passwords_even_the_right_one_has_to_wait() {
        String email = world.withPassword(Kind.READER);
        assertThat(guesses(email, 6)).containsExactly(REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, TOO_MANY);
        HttpResponse<String> right = signIn(email, World.PASSWORD, Guest.stranger());
        assertThat(right.statusCode()).isEqualTo(TOO_MANY);
        assertThat(right.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(right.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void an_address_without_an_account_has_to_wait_just_so() {
        assertThat(guesses("nobody@paper.example", 6))
                .containsExactly(REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, TOO_MANY);
    }

    @Test
    void a_browser_that_signed_in_before_is_not_kept_out_by_a_guesser() {
        String email = world.withPassword(Kind.ANOTHER_SUBSCRIBER);
        String known = world.paper()
                .door(SignIns.class)
                .knownBrowser(world.guest(Kind.ANOTHER_SUBSCRIBER).reader().orElseThrow());
        guesses(email, 6);
        Guest own = Guest.stranger().with(world.cookie(SignIns.KNOWN, known));
        assertThat(signIn(email, World.PASSWORD, own).statusCode()).isEqualTo(303);
    }

    @Test
    void somebody_elses_known_browser_has_no_guesses_of_its_own() {
        String email = world.withPassword(Kind.REPORTER);
        String known = world.paper()
                .door(SignIns.class)
                .knownBrowser(world.guest(Kind.READER).reader().orElseThrow());
        guesses(email, 6);
        Guest other = Guest.stranger().with(world.cookie(SignIns.KNOWN, known));
        assertThat(signIn(email, World.PASSWORD, other).statusCode()).isEqualTo(TOO_MANY);
    }

    @Test
    void after_five_wrong_codes_even_the_right_one_has_to_wait() {
        String email = world.withPassword(Kind.EDITOR);
        String secret = world.withApp(Kind.EDITOR);
        Browser browser = new Browser(world.sender());
        browser.post("/sign-in", "to=/&email=" + email + "&password=" + World.PASSWORD);
        String right = AuthenticatorApp.code(secret, Instant.now());
        String wrong = right.equals("000000") ? "000001" : "000000";
        List<Integer> answers = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            answers.add(browser.post("/sign-in/code", "code=" + wrong).statusCode());
        }
        assertThat(answers).containsExactly(REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, TOO_MANY);
        assertThat(browser.post("/sign-in/code", "code=" + AuthenticatorApp.code(secret, Instant.now()))
                        .statusCode())
                .isEqualTo(TOO_MANY);
        assertThat(browser.signedIn()).isFalse();
    }

    @Test
    void links_that_are_none_are_not_there_and_asking_for_very_many_gifts_is_stopped() {
        for (String path : List.of(
                "/sign-in/link/", "/forgotten/", "/join/confirm/", "/account/email/old/", "/account/email/new/")) {
            String token = "A".repeat(32);
            for (HttpResponse<String> answer : List.of(
                    world.sender().get(path + token, Guest.stranger()),
                    world.sender().post(path + token, Guest.stranger(), From.HERE, "password=" + World.PASSWORD))) {
                assertThat(answer.statusCode()).as(path).isIn(200, 404, 410, 422);
                assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            }
        }
        String address = Sender.address();
        List<Integer> answers = new ArrayList<>();
        for (int at = 0; at < 25; at++) {
            answers.add(world.paper()
                    .send(world.sender()
                            .request("/gift/" + "B".repeat(30) + (10 + at), Guest.stranger())
                            .setHeader("X-Forwarded-For", address)
                            .build())
                    .statusCode());
        }
        assertThat(answers).startsWith(404).endsWith(TOO_MANY);
    }

    private static List<Integer> guesses(String email, int times) {
        List<Integer> answers = new ArrayList<>();
        for (int at = 0; at < times; at++) {
            answers.add(
                    signIn(email, "wrong-guess-number-" + at, Guest.stranger()).statusCode());
        }
        return answers;
    }

    private static HttpResponse<String> signIn(String email, String password, Guest guest) {
        return world.sender().post("/sign-in", guest, From.HERE, "email=" + email + "&password=" + password);
    }
}
