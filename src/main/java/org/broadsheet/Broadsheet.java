package org.broadsheet;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The paper as one process: Spring Boot on Jetty, with every room below this package, started by a command. */
@SpringBootApplication
@EnableScheduling
public class Broadsheet {

    public static void main(String[] args) {
        System.exit(Commands.tree(args).execute(args));
    }
}
