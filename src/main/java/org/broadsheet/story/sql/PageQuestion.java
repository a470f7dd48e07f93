package org.broadsheet.story.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.broadsheet.story.Address;
import org.broadsheet.story.Story;
import org.broadsheet.story.Teaser;
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
    public record Answer(Optional<Story> story, List<Teaser> earlier) {}

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
            return new Answer(story, teasers(statement));
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

    private static List<Teaser> teasers(PreparedStatement statement) throws SQLException {
        List<Teaser> teasers = new ArrayList<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                teasers.add(TeaserMapper.teaser(rows));
            }
        }
        return List.copyOf(teasers);
    }

    /** With question marks for names, in the order in which they stand. */
    private static String positional(String named) {
        return named.replaceAll("(?<!:):[a-z]+", "?");
    }
}
