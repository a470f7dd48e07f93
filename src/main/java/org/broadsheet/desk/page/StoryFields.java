package org.broadsheet.desk.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is typed in the form of a story, whether or not it can be a story.
 *
 * @param typed by the names of the fields; what is missing is empty
 */
public record StoryFields(Map<String, String> typed) {
    public static final String HEADLINE = "headline";
    public static final String STANDFIRST = "standfirst";
    public static final String BODY = "body";
    public static final String SECTION = "section";
    public static final String REACH = "reach";
    public static final String TOPICS = "topics";
    public static final String BYLINES = "bylines";
    public static final String AGENCY = "agency";
    public static final String DATELINE = "dateline";
    public static final String LANGUAGE = "language";
    public static final String PHOTOGRAPH = "photograph";
    /** What this form is called while its story is new. */
    public static final String FORM = "form";

    public static final String WHEN = "when";
    public static final String NOTE = "note";
    public static final String NOTICE = "notice";

    /** All of them. */
    public static final List<String> NAMES = List.of(
            FORM,
            HEADLINE,
            STANDFIRST,
            BODY,
            SECTION,
            REACH,
            TOPICS,
            BYLINES,
            AGENCY,
            DATELINE,
            LANGUAGE,
            PHOTOGRAPH,
            WHEN,
            NOTE,
            NOTICE);

    public StoryFields {
        typed = Map.copyOf(typed);
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    /** The same with one field typed over. */
    public StoryFields with(String name, String value) {
        Map<String, String> more = new HashMap<>(typed);
        more.put(name, value);
        return new StoryFields(more);
    }
}
