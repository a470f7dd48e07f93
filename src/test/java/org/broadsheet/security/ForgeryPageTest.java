package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.security.Sender.From;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Forms on pages of somebody else's (CSRF): every route that changes something, in the browser of whoever is signed in. */
class ForgeryPageTest {
    private static final Set<From> STRANGE = EnumSet.of(From.ELSEWHERE, From.NEXT_DOOR, From.ELSEWHERE_BY_ORIGIN);
    private static final int FORBIDDEN = 403;

    @RegisterExtension
    static final World world = World.start();

    @Test
    void a_form_on_somebody_elses_page_changes_nothing_and_is_refused_by_every_route() {
        var before = Snapshot.of(world.paper().database().jdbi());
        List<String> accepted = new ArrayList<>();
        for (Route route : Routes.changing()) {
            if (route.origin() != Route.Origin.ANYWHERE) {
                STRANGE.forEach(from -> accepted.addAll(unless403(route, from)));
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(Snapshot.of(world.paper().database().jdbi())).isEqualTo(before);
    }

    @Test
    void an_action_of_somebody_signed_in_wants_the_browser_to_say_that_it_comes_from_here() {
        var before = Snapshot.of(world.paper().database().jdbi());
        List<String> accepted = new ArrayList<>();
        for (Route route : Routes.changing()) {
            if (route.origin() == Route.Origin.HERE) {
                accepted.addAll(unless403(route, From.SILENT));
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(Snapshot.of(world.paper().database().jdbi())).isEqualTo(before);
    }

    /** The one check that all rely on, for browsers that say where a form comes from in either way. */
    @Test
    void the_same_forms_from_the_papers_own_pages_are_not_refused_for_where_they_come_from() {
        for (Route route : Routes.changing()) {
            if (route.audience() == Route.Audience.ANYBODY) {
                HttpResponse<String> answer =
                        world.sender().post(world.things().in(route.path()), Guest.stranger(), From.HERE, body(route));
                assertThat(answer.statusCode()).as(route + ": " + answer.body()).isNotEqualTo(FORBIDDEN);
            }
        }
    }

    private static List<String> unless403(Route route, From from) {
        HttpResponse<String> answer = world.sender()
                .post(world.things().in(route.path()), world.guest(Guest.Kind.SUBSCRIBER), from, body(route));
        boolean refused = answer.statusCode() == FORBIDDEN
                && answer.headers().allValues("Set-Cookie").isEmpty();
        return refused ? List.of() : List.of(route + " from " + from + " is answered " + answer.statusCode());
    }

    private static String body(Route route) {
        return world.things().in(route.body());
    }
}
