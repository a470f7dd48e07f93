package org.broadsheet.story.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.base.Language;
import org.broadsheet.media.PhotographId;
import org.broadsheet.story.Address;
import org.broadsheet.story.Byline;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Section;
import org.broadsheet.story.StoryId;
import org.broadsheet.story.Teaser;
import org.broadsheet.story.Topic;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a teaser off a row of {@code story.in_print}, by column name. Written by hand: it is on every page's way. */
public final class TeaserMapper implements RowMapper<Teaser> {
    @Override
    public Teaser map(ResultSet row, StatementContext context) throws SQLException {
        return teaser(row);
    }

    static Teaser teaser(ResultSet row) throws SQLException {
        long photograph = row.getLong("photograph");
        boolean hasPhotograph = !row.wasNull();
        return new Teaser(
                new StoryId(row.getLong("story")),
                new Address(row.getString("section"), row.getObject("day", LocalDate.class), row.getString("slug")),
                row.getString("headline"),
                row.getString("standfirst"),
                new Section(row.getString("section"), row.getString("section_name"), 0),
                Topic.of(texts(row, "topics"), texts(row, "topic_names")),
                bylines(texts(row, "authors"), texts(row, "author_names")),
                Optional.ofNullable(row.getString("agency")),
                Optional.ofNullable(row.getString("dateline")),
                new Language(row.getString("language")),
                Reach.of(row.getString("reach")),
                instant(row, "published"),
                instant(row, "updated"),
                row.getInt("minutes"),
                hasPhotograph ? Optional.of(new PhotographId(photograph)) : Optional.empty());
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<Byline> bylines(List<String> slugs, List<String> names) {
        List<Byline> bylines = new ArrayList<>(slugs.size());
        for (int i = 0; i < slugs.size(); i++) {
            bylines.add(new Byline(names.get(i), slugs.get(i)));
        }
        return List.copyOf(bylines);
    }
}
