package org.broadsheet.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.SqlStatement;
import org.junit.jupiter.api.Test;

/** No statement is put together from what somebody sent: SQL is written once and values are bound. */
class BuiltSqlTest {
    private static final JavaClasses CLASSES = Rooms.mainClasses();

    /** {@code <name>} in a statement, which Jdbi would fill in as it is; comparisons have blanks or digits beside them. */
    private static final Pattern HOLE = Pattern.compile("<[a-zA-Z_]+>");

    /** They set the server up or ask it about itself, in words of their own; nothing of a reader's comes there. */
    private static final Set<String> ABOUT_THE_SERVER = Set.of(
            "org.broadsheet.base.postgres.EmbeddedPostgres",
            "org.broadsheet.base.db.ChangeReader",
            "org.broadsheet.base.db.Requirements",
            "org.broadsheet.ops.DatabaseDoctor",
            "org.broadsheet.ops.Health");

    @Test
    void no_statement_has_a_hole_that_text_is_put_into() {
        List<org.broadsheet.house.SqlStatement> statements =
                org.broadsheet.house.SqlStatement.of(CLASSES, Rooms.BASE_PACKAGE);
        assertThat(statements).hasSizeGreaterThan(20);
        assertThat(statements)
                .allSatisfy(
                        statement -> assertThat(HOLE.matcher(statement.sql()).find())
                                .as(statement.where())
                                .isFalse());
        assertThat(HOLE.matcher("select * from <table>").find()).isTrue();
    }

    @Test
    void nothing_defines_parts_of_statements() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(use -> use.getTargetClass().getPackageName().equals("org.jdbi.v3.sqlobject.customizer")
                                && use.getTargetClass()
                                        .getSimpleName()
                                        .matches("Define.*|BindList|BindBeanList|BindMethodsList"))
                        .map(Dependency::getDescription))
                .isEmpty();
        assertThat(calls("define")).isEmpty();
    }

    @Test
    void statements_in_code_are_only_those_about_the_server_itself() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTargetOwner().isAssignableTo(java.sql.Statement.class)
                                && call.getName().startsWith("execute")
                                && !call.getTarget().getRawParameterTypes().isEmpty())
                        .map(call -> call.getOriginOwner().getName())
                        .filter(name -> !ABOUT_THE_SERVER.contains(name)))
                .isEmpty();
    }

    private static List<String> calls(String name) {
        return CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isAssignableTo(SqlStatement.class)
                        && call.getName().equals(name))
                .map(JavaMethodCall::getDescription)
                .toList();
    }
}
