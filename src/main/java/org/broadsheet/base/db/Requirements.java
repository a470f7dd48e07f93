package org.broadsheet.base.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.broadsheet.base.DatabaseUrl;
import org.broadsheet.base.cli.CommandFailure;

/** What a database of the operator's own must offer; asked before anything is written to it. */
public final class Requirements {

    /** The oldest PostgreSQL that is tested. */
    public static final int OLDEST = 15;

    private static final String QUESTION = """
            select current_setting('server_version_num')::int / 10000 as version,
                   current_setting('server_version') as release,
                   pg_encoding_to_char(encoding) as encoding,
                   exists (select 1 from pg_extension where extname = 'pg_trgm') as has_trgm,
                   exists (select 1 from pg_available_extensions where name = 'pg_trgm') as knows_trgm,
                   has_database_privilege(datname, 'create') as may_create
              from pg_database
             where datname = current_database()
            """;

    private Requirements() {}

    /** The same address when all is well; else a {@link CommandFailure} with what is missing and what to do. */
    public static DatabaseUrl met(DatabaseUrl url) {
        try (Connection connection = DriverManager.getConnection(
                        url.jdbc(), url.user(), url.password().value());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(QUESTION)) {
            answer.next();
            check(url, answer);
            return url;
        } catch (SQLException e) {
            throw new CommandFailure(
                    "The database " + url + " cannot be reached: " + e.getMessage(),
                    "Check BROADSHEET_DATABASE_URL and that the server runs.",
                    e);
        }
    }

    private static void check(DatabaseUrl url, ResultSet answer) throws SQLException {
        if (answer.getInt("version") < OLDEST) {
            throw new CommandFailure(
                    "The database " + url + " is PostgreSQL " + answer.getString("release") + ".",
                    "Broadsheet needs " + OLDEST + " or later.");
        }
        if (!answer.getString("encoding").equals("UTF8")) {
            throw new CommandFailure(
                    "The database " + url + " is encoded in " + answer.getString("encoding") + ".",
                    "Make it again with: create database … encoding 'UTF8' template template0");
        }
        if (!answer.getBoolean("may_create")) {
            throw new CommandFailure(
                    "The user of " + url + " may not make schemas in it.",
                    "Run as its owner: grant create on database … to " + url.user());
        }
        if (!answer.getBoolean("has_trgm") && !answer.getBoolean("knows_trgm")) {
            throw new CommandFailure(
                    "The database " + url + " lacks the extension pg_trgm.",
                    "Install PostgreSQL's contrib package on its server.");
        }
    }
}
