package org.broadsheet.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.reader.ReaderId;
import org.broadsheet.security.Guest.Kind;
import org.broadsheet.security.Sender.From;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Fields that a form has not (mass assignment), fields twice, and fields that are monsters. */
class FormsPageTest {
    @RegisterExtension
    static final World world = World.start();

    /** What decides in the database, by the names that it and others have for it. */
    private static final String WISHES = String.join(
            "&",
            List.of(
                    "role=publisher",
                    "roles=publisher",
                    "staff=true",
                    "admin=true",
                    "isAdmin=true",
                    "email_key=x%40paper.example",
                    "confirmed_at=2020-01-01",
                    "confirmedAt=2020-01-01",
                    "epoch=99",
                    "only_nearby=false",
                    "joined_at=2001-01-01",
                    "id=1",
                    "reader=1",
                    "reader.id=1",
                    "readerId=1",
                    "owner=1",
                    "giver=1",
                    "device=1",
                    "two_factors=true",
                    "twoFactors=true",
                    "plan=whole-paper",
                    "amount=1",
                    "price=1",
                    "currency=IDR",
                    "gifts=5",
                    "quota=5",
                    "seats=500",
                    "used=0",
                    "devices_left=250",
                    "devicesLeft=250",
                    "opened=0",
                    "until=2099-01-01",
                    "paid_until=2099-01-01",
                    "paidUntil=2099-01-01",
                    "paid_at=2020-01-01",
                    "trial_until=2099-01-01",
                    "ended_at=",
                    "source=hand",
                    "on_sale=true",
                    "counter=0",
                    "class.module.classLoader.resources.context.parent.pipeline.first.pattern=x",
                    "_method=DELETE",
                    "sort=password",
                    "include=password"));

    @Test
    void fields_that_nobody_asked_for_change_nothing() {
        List<String> before = decisive();
        for (Route route : Routes.changing()) {
            for (Guest guest : List.of(Guest.stranger(), world.guest(Kind.READER), world.guest(Kind.REPORTER))) {
                String path = world.things().in(route.path());
                String body = world.things().in(route.body());
                String sent = route.json()
                        ? body.replaceFirst(
                                "\\{", "{\"role\":\"publisher\",\"reader\":1,\"verified\":true,\"two_factors\":true,")
                        : body + "&" + WISHES;
                HttpResponse<String> answer =
                        world.sender().post(path, world.anew(guest), From.HERE, sent.replace(",}", "}"));
                assertThat(answer.statusCode()).as(route + " by " + guest).isLessThan(500);
                assertThat(decisive()).as(route + " by " + guest).isEqualTo(before);
            }
        }
    }

    @Test
    void a_field_sent_twice_or_in_the_address_gains_nothing() {
        ReaderId owner = world.guest(Kind.SUBSCRIBER).reader().orElseThrow();
        var jdbi = world.paper().database().jdbi();
        var before = Snapshot.of(jdbi, owner);
        for (Route route : Routes.changing()) {
            String path = world.things().in(route.path());
            String body = world.things().in(route.body());
            String twice = path + "?reader=" + owner + "&giver=" + owner + "&owner=" + owner + "&"
                    + (route.json() ? "" : body);
            HttpResponse<String> answer = world.sender()
                    .post(
                            twice,
                            world.anew(world.guest(Kind.ANOTHER_SUBSCRIBER)),
                            From.HERE,
                            body + (route.json() ? "" : "&" + body));
            assertThat(answer.statusCode()).as(route.toString()).isLessThan(500);
            assertThat(Snapshot.of(jdbi, owner)).as(route.toString()).isEqualTo(before);
        }
    }

    @Test
    void monstrous_fields_are_refused_and_nothing_fails() {
        List<String> monsters = List.of(
                "x".repeat(100_000),
                "\u0000",
                "\ud83d\ude00".repeat(2_000),
                "a\r\nBcc: x@evil.example",
                "<script>alert(1)</script>",
                "' or 1=1 --",
                "${7*7}",
                "#{T(java.lang.Runtime)}",
                "../../../etc/passwd",
                "-1",
                "999999999999999999999999",
                "NaN",
                "\u202e\u2066",
                "%00%0d%0a",
                "@",
                "a@b@c.example\n");
        List<String> failed = new ArrayList<>();
        for (Route route : Routes.changing()) {
            for (String monster : monsters) {
                Guest guest = route.audience() == Route.Audience.ANYBODY
                        ? Guest.stranger()
                        : world.anew(
                                world.guest(route.audience() == Route.Audience.OWNER ? Kind.SUBSCRIBER : Kind.READER));
                HttpResponse<String> answer =
                        world.sender().post(world.things().in(route.path()), guest, From.HERE, filled(route, monster));
                if (answer.statusCode() >= 500) {
                    failed.add(route + " with " + monster.substring(0, Math.min(20, monster.length())));
                }
                assertThat(answer.body()).doesNotContain("<script>alert(1)", "Exception");
            }
        }
        assertThat(failed).isEmpty();
    }

    @Test
    void every_field_for_a_password_is_unseen_and_says_what_it_is() {
        int fields = 0;
        for (Route route : Routes.reading()) {
            for (Guest guest : List.of(Guest.stranger(), world.guest(Kind.READER))) {
                HttpResponse<String> answer = world.sender().get(world.things().in(route.path()), guest);
                for (Element field : Jsoup.parse(answer.body()).select("input[name=password], input[name=current]")) {
                    fields++;
                    assertThat(field.attr("type")).as(route.toString()).isEqualTo("password");
                    assertThat(field.attr("autocomplete"))
                            .as(route.toString())
                            .isIn("current-password", "new-password");
                    assertThat(field.hasAttr("onpaste")).isFalse();
                    assertThat(field.hasAttr("value")).isFalse();
                }
            }
        }
        assertThat(fields).isGreaterThanOrEqualTo(3);
    }

    private static List<String> decisive() {
        return world.paper()
                .database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery("""
                        select concat_ws(' ', 'reader', id, email, email_key, confirmed_at, joined_at, epoch > 50, only_nearby)
                          from reader.reader
                        union all select concat_ws(' ', 'staff', reader, role) from reader.staff
                        union all select concat_ws(' ', 'plan', slug, amount, currency, gifts, seats, on_sale) from plan.plan
                        union all select concat_ws(' ', 'device', id) from reader.device where two_factors
                        union all select concat_ws(' ', 'has', reader, plan, seats, source, paid_until)
                          from plan.subscription where paid_until is not null
                        union all select concat_ws(' ', 'paid', id) from plan.invoice where paid_at is not null
                        union all select concat_ws(' ', 'gift', id, giver, devices_left, opened) from gift.gift
                         order by 1
                        """).mapTo(String.class).list());
    }

    private static String filled(Route route, String monster) {
        String body = world.things().in(route.body());
        if (route.json()) {
            return "{\"ticket\":\"" + monster.replaceAll("[\\p{Cntrl}\"\\\\]", "") + "\",\"answer\":{},\"name\":\"x\"}";
        }
        String value = URLEncoder.encode(monster, StandardCharsets.UTF_8);
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2)[0] + "=" + value)
                .collect(Collectors.joining("&"));
    }
}
