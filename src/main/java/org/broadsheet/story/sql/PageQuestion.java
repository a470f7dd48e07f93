package org.broadsheet.story.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.broadsheet.story.Address;
import org.broadsheet.story.Mention;
import org.broadsheet.story.Reach;
import org.broadsheet.story.Story;
import org.broadsheet.story.StoryId;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * What the page of a story asks, in one go and without Jdbi, whose work around two questions cost a fifth of making a
 * page that is not in memory. The statements are those of {@link InPrintSql}, where a house rule finds them.
 */
public final class PageQuestion {
    private static final String BOTH = positional(InPrintSql.AT) + ";" + positional(InPrintSql.EARLIER);

    private final DataSource database;

    public PageQuestion(DataSource database) {
        this.database = database;
    }

    /**
     * @param earlier older stories of the story's first topic, newest first
     */
    public record Answer(Optional<Story> story, List<Mention> earlier) {}

    /** @param earlier how many of those at most */
    public Answer ask(Address address, int earlier) {
        Connection connection = DataSourceUtils.getConnection(database);
        try (PreparedStatement statement = connection.prepareStatement(BOTH)) {
            at(statement, 1, address);
            statement.setInt(4, earlier);
            at(statement, 5, address);
            statement.execute();
            Optional<Story> story = story(statement);
            statement.getMoreResults();
            return new Answer(story, mentions(statement));
        } catch (SQLException failed) {
            throw new IllegalStateException("the story at " + address.path() + " cannot be asked for", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static void at(PreparedStatement statement, int first, Address address) throws SQLException {
        statement.setString(first, address.section());
        statement.setObject(first + 1, address.day(), java.sql.Types.DATE);
        statement.setString(first + 2, address.slug());
    }

    private static Optional<Story> story(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            return rows.next() ? Optional.of(StoryMapper.story(rows)) : Optional.empty();
        }
    }

    private static List<Mention> mentions(PreparedStatement statement) throws SQLException {
        List<Mention> mentions = new ArrayList<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                mentions.add(new Mention(
                        new StoryId(rows.getLong(1)),
                        new Address(rows.getString(2), rows.getObject(3, LocalDate.class), rows.getString(4)),
                        rows.getString(5),
                        Reach.of(rows.getString(6)),
                        TeaserMapper.instant(rows, "published")));
            }
        }
        return List.copyOf(mentions);
    }

    /** With question marks for names, in the order in which they stand. */
    private static String positional(String named) {
        return named.replaceAll("(?<!:):[a-z]+", "?");
    }
}
