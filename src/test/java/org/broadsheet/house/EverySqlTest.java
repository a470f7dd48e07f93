package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.testing.TestDatabase;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcOperations;

/** PostgreSQL itself reads every statement of the paper, and a room asks about its own tables only. */
class EverySqlTest {

    private static final String CROOKED = "org.broadsheet.house.crooked";
    private static final JavaClasses CLASSES = Rooms.mainClasses();
    private static final Set<String> ASKING = Set.of(
            "createQuery",
            "createUpdate",
            "createBatch",
            "createScript",
            "createCall",
            "prepareBatch",
            "execute",
            "select");

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Test
    void postgresql_understands_every_statement() {
        List<SqlStatement> statements = SqlStatement.of(CLASSES, Rooms.BASE_PACKAGE);
        assertThat(statements).hasSizeGreaterThan(20);
        assertThat(misunderstood(statements)).isEmpty();
    }

    @Test
    void a_room_names_its_own_schema_only() {
        assertThat(SqlStatement.of(CLASSES, Rooms.BASE_PACKAGE).stream()
                        .filter(statement -> !statement.strangers().isEmpty())
                        .map(statement -> statement.where() + " names " + statement.strangers()))
                .isEmpty();
    }

    @Test
    void statements_stand_in_annotations_and_not_in_code() {
        List<String> inCode = CLASSES.stream()
                .filter(type -> !type.getPackageName().startsWith(Rooms.BASE_PACKAGE + ".base"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(EverySqlTest::asks)
                .map(JavaMethodCall::getDescription)
                .toList();
        assertThat(inCode).isEmpty();
    }

    @Test
    void interfaces_of_sql_bring_no_settings_of_their_own_since_they_are_made_ready_once() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> use.getTargetClass().getPackageName().equals("org.jdbi.v3.sqlobject.config"))
                        .map(Dependency::getDescription))
                .isEmpty();
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Jdbi.class)
                                && call.getName().equals("onDemand"))
                        .map(JavaMethodCall::getDescription))
                .isEmpty();
    }

    @Test
    void crooked_statements_are_noticed() {
        List<SqlStatement> statements =
                SqlStatement.of(new ClassFileImporter().importPackages(CROOKED + ".gift"), CROOKED);
        assertThat(misunderstood(statements)).anyMatch(line -> line.contains("no_such_table"));
        assertThat(statements.stream().map(SqlStatement::strangers))
                .containsExactlyInAnyOrder(Set.of(), Set.of("story"));
    }

    private static List<String> misunderstood(List<SqlStatement> statements) {
        Jdbi jdbi = DATABASE.jdbi();
        return jdbi.withHandle(handle -> statements.stream()
                .map(statement -> complaint(handle, statement))
                .flatMap(Optional::stream)
                .toList());
    }

    /** As the paper would send it: templates filled in, names made places, parsed and described by the server. */
    private static Optional<String> complaint(Handle handle, SqlStatement statement) {
        SqlStatements config = handle.getConfig(SqlStatements.class);
        try (Query query = handle.createQuery(statement.sql())) {
            String rendered = config.getTemplateEngine().render(statement.sql(), query.getContext());
            String parsed =
                    config.getSqlParser().parse(rendered, query.getContext()).getSql();
            describe(handle.getConnection(), parsed);
            return Optional.empty();
        } catch (SQLException refused) {
            return Optional.of(statement.where() + ": " + refused.getMessage());
        }
    }

    private static void describe(Connection connection, String sql) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            prepared.getParameterMetaData().getParameterCount();
        }
    }

    private static boolean asks(JavaMethodCall call) {
        boolean onJdbi = call.getTargetOwner().isAssignableTo(Handle.class) && ASKING.contains(call.getName());
        return onJdbi || call.getTargetOwner().isAssignableTo(JdbcOperations.class);
    }
}
