package org.broadsheet.base.db;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jdbi.v3.spring.SpringConnectionFactory;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * Jdbi as every room gets it. A {@code FooSql} from {@code NamedSql.of(jdbi, FooSql.class)} takes part in the Spring
 * transaction of the door's {@code @Transactional} method; outside of one, each call is its own.
 * Records of one component ({@code StoryId(long value)}) are bound and read as that component;
 * every other record is read from a row by the names of its columns, without being registered.
 */
public final class JdbiDoor {

    private JdbiDoor() {}

    public static Jdbi on(DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(new SpringConnectionFactory(dataSource))
                .installPlugin(new SqlObjectPlugin())
                .installPlugin(new PostgresPlugin())
                .installPlugin(new ValueRecords());
        jdbi.registerRowMapper(new RecordRows());
        return jdbi;
    }
}
