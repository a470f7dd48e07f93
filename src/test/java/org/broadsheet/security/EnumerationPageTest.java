package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.broadsheet.reader.password.Hashing;
import org.broadsheet.security.Guest.Kind;
import org.broadsheet.security.Sender.From;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether an address has an account shows neither in an answer nor in the work that it takes. */
class EnumerationPageTest {
    private static final String NOBODY = "nobody-here@paper.example";

    @RegisterExtension
    static final World world = World.start();

    @Test
    void a_wrong_password_is_answered_alike_with_and_without_an_account() {
        String email = world.withPassword(Kind.READER);
        String passwordless = "editor@paper.example";
        Seen there = seen("/sign-in", email, "&password=not-the-password-at-all");
        assertThat(seen("/sign-in", NOBODY, "&password=not-the-password-at-all"))
                .isEqualTo(there);
        assertThat(seen("/sign-in", passwordless, "&password=not-the-password-at-all"))
                .isEqualTo(there);
        assertThat(there.status()).isEqualTo(422);
    }

    @Test
    void a_link_or_a_new_password_is_promised_alike() {
        for (String path : new String[] {"/sign-in/link", "/forgotten"}) {
            Seen there = seen(path, "reporter@paper.example", "");
            assertThat(seen(path, NOBODY, "")).as(path).isEqualTo(there);
            assertThat(there.status()).as(path).isEqualTo(303);
        }
    }

    @Test
    void joining_is_answered_alike_and_tells_only_the_mailbox() {
        String rest = "&name=Somebody&way=password&password=a-word-that-nobody-knows-7";
        Seen there = seen("/join", "publisher@paper.example", rest);
        assertThat(seen("/join", "somebody-new@paper.example", rest)).isEqualTo(there);
        assertThat(there.status()).isEqualTo(303);
    }

    /** One password is hashed, whoever it is said for: by counting, which a busy machine does not blur as it does time. */
    @Test
    void the_same_work_is_done_for_those_who_are_there_and_those_who_are_not() {
        String email = world.withPassword(Kind.ANOTHER_SUBSCRIBER);
        for (String whom : new String[] {email, NOBODY, "subscriber@paper.example", "no address", ""}) {
            assertThat(work(() -> seen("/sign-in", whom, "&password=another-wrong-password")))
                    .as(whom)
                    .isEqualTo(1);
        }
        String rest = "&name=Somebody&way=password&password=a-word-that-nobody-knows-8";
        assertThat(work(() -> seen("/join", email, rest))).isEqualTo(1);
        assertThat(work(() -> seen("/join", "somebody-else@paper.example", rest)))
                .isEqualTo(1);
    }

    @Test
    void what_is_somebody_elses_is_answered_like_what_is_not_there() {
        Guest guest = world.guest(Kind.ANOTHER_SUBSCRIBER);
        String theirs = world.things().in("$gift");
        HttpResponse<String> one = world.sender().get("/gifts/" + theirs, guest);
        HttpResponse<String> none = world.sender().get("/gifts/999999", guest);
        assertThat(one.statusCode()).isEqualTo(404).isEqualTo(none.statusCode());
        assertThat(one.body()).isEqualTo(none.body());
        HttpResponse<String> revoked = world.sender().post("/gifts/" + theirs + "/revocation", guest, From.HERE, "");
        HttpResponse<String> nothing = world.sender().post("/gifts/999999/revocation", guest, From.HERE, "");
        assertThat(revoked.statusCode()).isEqualTo(404).isEqualTo(nothing.statusCode());
        assertThat(revoked.body()).isEqualTo(nothing.body());
    }

    /** All of an answer that its asker sees, the address that was asked for left out. */
    private record Seen(int status, Map<String, String> headers, String body) {}

    private static Seen seen(String path, String email, String rest) {
        HttpResponse<String> answer = world.sender().post(path, Guest.stranger(), From.HERE, "email=" + email + rest);
        Map<String, String> headers = new TreeMap<>();
        answer.headers().map().forEach((name, values) -> headers.put(name, said(name, String.join("|", values))));
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("date") || name.equalsIgnoreCase("x-request-id"));
        headers.remove("content-length");
        return new Seen(
                answer.statusCode(),
                headers,
                email.isEmpty() ? answer.body() : answer.body().replace(email, ""));
    }

    /** Of cookies the names and how long they live: what is in them is random. */
    private static String said(String name, String value) {
        return name.equalsIgnoreCase("set-cookie")
                ? value.replaceAll("=[A-Za-z0-9_-]{16,}", "=…").replaceAll("Expires=[^;]*", "")
                : value;
    }

    private static long work(Supplier<?> action) {
        Hashing hashing = world.paper().door(Hashing.class);
        long before = hashing.done();
        assertThat(action.get()).isNotNull();
        return hashing.done() - before;
    }
}
