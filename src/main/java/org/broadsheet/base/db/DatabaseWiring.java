package org.broadsheet.base.db;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.broadsheet.base.Settings;
import org.jdbi.v3.core.Jdbi;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** One pool, migrated before anybody asks; Jdbi on connections that belong to Spring's transactions. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class DatabaseWiring {

    /** Where nobody has begun to start it before; stopped after the pool that uses it. */
    @Bean
    @ConditionalOnMissingBean
    DatabaseServer databaseServer(Settings settings) {
        return DatabaseServer.starting(settings.storage());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseServer server, Settings settings) {
        return Pool.of(server.url(), settings.storage().connections());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Jdbi jdbi(DataSource dataSource) {
        return JdbiDoor.on(dataSource);
    }
}
