package org.broadsheet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The paper as one process: Spring Boot on Jetty, with every room below this package. */
@SpringBootApplication
public class Broadsheet {

    public static void main(String[] args) {
        SpringApplication.run(Broadsheet.class, args);
    }
}
