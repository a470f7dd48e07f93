package org.broadsheet.story.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
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
    private static final String OF_ALL = positional(InPrintSql.ALL_AT) + ";" + positional(InPrintSql.ALL_EARLIER);

    private final DataSource database;

    public PageQuestion(DataSource database) {
        this.database = database;
    }

    /**
     * @param earlier older stories of the story's first topic, newest first
     */
    public record Answer(Optional<Story> story, List<Mention> earlier) {
        public Answer {
            earlier = List.copyOf(earlier);
        }
    }

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

    /** The same of many addresses: as many answers, in the order asked for. */
    public List<Answer> ask(List<Address> addresses, int earlier) {
        Connection connection = DataSourceUtils.getConnection(database);
        try (PreparedStatement statement = connection.prepareStatement(OF_ALL)) {
            at(connection, statement, 1, addresses);
            at(connection, statement, 4, addresses);
            statement.setInt(7, earlier);
            statement.execute();
            Map<Integer, Story> stories = stories(statement);
            statement.getMoreResults();
            Map<Integer, List<Mention>> mentions = mentionsByPlace(statement);
            return IntStream.rangeClosed(1, addresses.size())
                    .mapToObj(place -> new Answer(
                            Optional.ofNullable(stories.get(place)), mentions.getOrDefault(place, List.of())))
                    .toList();
        } catch (SQLException failed) {
            throw new IllegalStateException(addresses.size() + " stories cannot be asked for", failed);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    private static void at(PreparedStatement statement, int first, Address address) throws SQLException {
        statement.setString(first, address.section());
        statement.setObject(first + 1, address.day(), java.sql.Types.DATE);
        statement.setString(first + 2, address.slug());
    }

    private static void at(Connection connection, PreparedStatement statement, int first, List<Address> addresses)
            throws SQLException {
        List<Function<Address, String>> parts =
                List.of(Address::section, address -> address.day().toString(), Address::slug);
        for (int part = 0; part < parts.size(); part++) {
            Object[] texts = addresses.stream().map(parts.get(part)).toArray();
            statement.setArray(first + part, connection.createArrayOf("text", texts));
        }
    }

    private static Optional<Story> story(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            return rows.next() ? Optional.of(StoryMapper.story(rows)) : Optional.empty();
        }
    }

    private static Map<Integer, Story> stories(PreparedStatement statement) throws SQLException {
        Map<Integer, Story> stories = new HashMap<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                stories.put(rows.getInt("place"), StoryMapper.story(rows));
            }
        }
        return stories;
    }

    private static List<Mention> mentions(PreparedStatement statement) throws SQLException {
        List<Mention> mentions = new ArrayList<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                mentions.add(mention(rows));
            }
        }
        return mentions;
    }

    private static Map<Integer, List<Mention>> mentionsByPlace(PreparedStatement statement) throws SQLException {
        Map<Integer, List<Mention>> mentions = new HashMap<>();
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                mentions.computeIfAbsent(rows.getInt("place"), place -> new ArrayList<>())
                        .add(mention(rows));
            }
        }
        return mentions;
    }

    private static Mention mention(ResultSet row) throws SQLException {
        return new Mention(
                new StoryId(row.getLong("story")),
                new Address(row.getString("section"), row.getObject("day", LocalDate.class), row.getString("slug")),
                row.getString("headline"),
                Reach.of(row.getString("reach")),
                TeaserMapper.instant(row, "published"));
    }

    /** With question marks for names, in the order in which they stand. */
    private static String positional(String named) {
        return named.replaceAll("(?<!:):[a-z]+", "?");
    }
}
