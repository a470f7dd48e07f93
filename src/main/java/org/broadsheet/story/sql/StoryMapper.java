package org.broadsheet.story.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.story.Body;
import org.broadsheet.story.Correction;
import org.broadsheet.story.Story;
import org.broadsheet.story.Teaser;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads a whole printed story; its text goes straight into the guarded type. */
public final class StoryMapper implements RowMapper<Story> {
    @Override
    public Story map(ResultSet row, StatementContext context) throws SQLException {
        return story(row);
    }

    static Story story(ResultSet row) throws SQLException {
        Teaser teaser = TeaserMapper.teaser(row);
        Body body = new Body(teaser.reach(), row.getString("body"), row.getString("preview"));
        return new Story(teaser, row.getInt("version"), row.getInt("words"), body, corrections(row));
    }

    private static List<Correction> corrections(ResultSet row) throws SQLException {
        List<String> notes = TeaserMapper.texts(row, "correction_notes");
        if (notes.isEmpty()) {
            return List.of();
        }
        Timestamp[] times = (Timestamp[]) row.getArray("correction_times").getArray();
        List<Correction> corrections = new ArrayList<>(notes.size());
        for (int i = 0; i < notes.size(); i++) {
            corrections.add(new Correction(times[i].toInstant(), notes.get(i)));
        }
        return List.copyOf(corrections);
    }
}
