package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.security.Guest.Kind;
import org.broadsheet.security.Sender.From;
import org.broadsheet.story.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every route by everybody (privilege escalation): strangers, readers, subscribers, and each role of the staff. */
class EverybodyPageTest {
    private static final int SEE_OTHER = 303;
    private static final int UNAUTHORISED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;

    @RegisterExtension
    static final World world = World.start();

    @Test
    void whoever_comes_to_whatever_route_gets_what_the_table_says_and_never_an_error() {
        List<String> wrong = new ArrayList<>();
        for (Route route : Routes.table()) {
            if (route.method().equals("*")) {
                continue;
            }
            for (Guest guest : world.guests()) {
                if (guest.kind() != Kind.SUBSCRIBER) {
                    HttpResponse<String> answer = ask(route, world.anew(guest));
                    if (!fits(route, guest, answer)) {
                        wrong.add(route + " by " + guest + " is answered " + answer.statusCode() + " to "
                                + answer.headers().firstValue("Location").orElse("nowhere"));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobody_changes_anything_of_somebody_elses_by_any_route() {
        ReaderId owner = world.guest(Kind.SUBSCRIBER).reader().orElseThrow();
        var jdbi = world.paper().database().jdbi();
        var before = Snapshot.of(jdbi, owner);
        for (Route route : Routes.changing()) {
            for (Guest guest : world.guests()) {
                if (guest.kind() != Kind.SUBSCRIBER) {
                    ask(route, guest);
                    assertThat(Snapshot.of(jdbi, owner))
                            .as(route + " by " + guest)
                            .isEqualTo(before);
                }
            }
        }
    }

    @Test
    void what_is_somebodys_shows_in_no_answer_to_anybody_else() {
        for (Route route : Routes.table()) {
            if (route.audience() == Route.Audience.OWNER || route.audience() == Route.Audience.SIGNED_IN) {
                for (Guest guest : world.guests()) {
                    if (guest.kind() != Kind.SUBSCRIBER) {
                        assertThat(ask(route, guest).body())
                                .as(route + " by " + guest)
                                .doesNotContainPattern("(?<![a-z_])subscriber@paper\\.example");
                    }
                }
            }
        }
    }

    /** By pairs: what opens for each, and for nobody below. */
    @Test
    void a_story_for_subscribers_opens_for_subscribers_and_staff_and_for_nobody_else() {
        Map<Kind, Boolean> opens = Map.of(
                Kind.STRANGER, false,
                Kind.READER, false,
                Kind.SUBSCRIBER, true,
                Kind.ANOTHER_SUBSCRIBER, true,
                Kind.REPORTER, true,
                Kind.EDITOR, true,
                Kind.PUBLISHER, true);
        for (Guest guest : world.guests()) {
            HttpResponse<String> answer = world.sender().get(world.path(Reach.SUBSCRIBERS), world.anew(guest));
            assertThat(answer.statusCode()).as(guest.toString()).isEqualTo(200);
            assertThat(answer.body().contains(World.GUARDED))
                    .as(guest.toString())
                    .isEqualTo(opens.get(guest.kind()));
        }
    }

    private static HttpResponse<String> ask(Route route, Guest asking) {
        String path = world.things().in(route.path());
        Guest guest = route.changes() ? world.anew(asking) : asking;
        return route.method().equals("GET")
                ? world.sender().get(path, guest)
                : world.sender().post(path, guest, From.HERE, world.things().in(route.body()));
    }

    private static boolean fits(Route route, Guest guest, HttpResponse<String> answer) {
        int status = answer.statusCode();
        String to = answer.headers().firstValue("Location").orElse("");
        boolean ledAway = status == SEE_OTHER && (to.startsWith("/sign-in") || to.startsWith("/gifts/give"));
        return switch (route.audience()) {
            case ANYBODY -> status < FAILED && status != UNAUTHORISED;
            case HOLDER -> status < FAILED;
            case NEAR -> status == NOT_FOUND;
            case SIGNED_IN -> guest.signedIn() ? status < FAILED : ledAway || status == UNAUTHORISED;
            case STAFF -> works(guest.works(), guest, status, ledAway);
            case EDITOR -> works(guest.works() && guest.kind() != Kind.REPORTER, guest, status, ledAway);
            case OWNER ->
                guest.signedIn() ? status == NOT_FOUND || freshFirst(status, to) : ledAway || status == UNAUTHORISED;
        };
    }

    private static boolean works(boolean may, Guest guest, int status, boolean ledAway) {
        if (may) {
            return status < FAILED && status != FORBIDDEN;
        }
        return guest.signedIn() ? status == FORBIDDEN : ledAway || status == UNAUTHORISED;
    }

    /** Asked to show again who they are, before it is even looked for. */
    private static boolean freshFirst(int status, String to) {
        return status == SEE_OTHER && to.startsWith("/account/confirm");
    }
}
