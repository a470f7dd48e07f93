package org.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.broadsheet.base.Actor;
import org.broadsheet.reader.Email;
import org.broadsheet.reader.Role;
import org.broadsheet.reader.Staff;
import org.broadsheet.story.StoryId;
import org.broadsheet.testing.Surfer;
import org.broadsheet.testing.TestPaper;
import org.jsoup.nodes.Document;

/** The forms of the desk as browsers send them, and people of the staff who do. */
record Forms(TestPaper paper) {
    Surfer named(String email, Role role) {
        return new Surfer(paper)
                .as(paper.door(Staff.class).assign(Email.parse(email).orElseThrow(), role, Actor.PAPER, Instant.now()));
    }

    String story(Surfer by, String headline, String body) {
        String at = made(by, typed(headline, body, Map.of("do", "save")));
        return at.substring(0, at.indexOf('?'));
    }

    String made(Surfer by, Map<String, String> fields) {
        HttpResponse<String> answer = by.post("/desk/stories", fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return Surfer.location(answer);
    }

    static Map<String, String> typed(String headline, String body, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(
                Map.of("headline", headline, "body", body, "section", "news", "reach", "everyone", "language", "en"));
        fields.putAll(more);
        return fields;
    }

    /** The form as it stands, with some of it typed over. */
    Map<String, String> again(String story, Map<String, String> more) {
        Surfer staff = named("forms@paper.test", Role.REPORTER);
        Document page = staff.page(story);
        Map<String, String> fields = new HashMap<>();
        page.select(".desk-form [name]:not(button)").forEach(field -> {
            String value = field.is("select") ? field.select("option[selected]").attr("value") : field.val();
            fields.put(field.attr("name"), value);
        });
        fields.putAll(more);
        return fields;
    }

    static StoryId number(String story) {
        return new StoryId(Long.parseLong(story.substring(story.lastIndexOf('/') + 1)));
    }
}
