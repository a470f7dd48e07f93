import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A seeded archive in the paper's own tables: the same stories each time, a tenth of them for subscribers, a tenth metered. */
final class Archive implements AutoCloseable {
    private final Connection connection;

    /** Of the database that the paper keeps in its data folder. */
    Archive(Path data) throws Exception {
        Path folder;
        try (Stream<Path> files = Files.walk(data)) {
            folder = files.filter(file -> file.endsWith("password")).findFirst().orElseThrow().getParent();
        }
        String port = Files.readString(folder.resolve("port")).strip();
        String password = Files.readString(folder.resolve("password")).strip();
        url = "jdbc:postgresql://127.0.0.1:" + port + "/broadsheet?user=broadsheet&password=" + password;
        connection = DriverManager.getConnection(url);
    }

    private final String url;

    String url() {
        return url;
    }

    void fill(int stories) throws Exception {
        String script = Files.readString(Path.of(System.getProperty("bench.home"), "bench", "archive.sql"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('bench.stories', '" + stories + "', false)");
            statement.execute(script);
        }
    }

    record Story(long number, String path) {}

    /** Addresses of printed stories, newest first. */
    List<String> paths(String reach, int from, int count) throws SQLException {
        return stories(reach, from, count).stream().map(Story::path).toList();
    }

    List<Story> stories(String reach, int from, int count) throws SQLException {
        List<Story> stories = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select story, '/' || section || to_char(day, '/YYYY/MM/DD/') || slug from story.in_print where reach = '"
                                + reach + "' and photograph is null order by published desc, story desc offset " + from + " limit " + count)) {
            while (rows.next()) {
                stories.add(new Story(rows.getLong(1), rows.getString(2)));
            }
        }
        return stories;
    }

    static Path write(Path file, List<String> lines) throws Exception {
        return Files.write(file, lines, StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
