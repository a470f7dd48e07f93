package org.broadsheet;

import org.springframework.boot.SpringApplication;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/**
 * The paper's beans and how they hang together. The build works that out beforehand and puts the result into the jar, which
 * about halves a start; where there is none, as in tests, Spring works it out as it starts. Conditions and profiles are
 * therefore decided when the jar is built: what depends on settings is decided in the beans.
 */
final class Wired {

    private Wired() {}

    /** Called by the build alone, which stops at the point where a paper would start. */
    public static void main(String[] args) {
        application().run(args);
    }

    static SpringApplication application() {
        if (ClassUtils.isPresent(Wired.class.getName() + "__ApplicationContextInitializer", null)) {
            SpringProperties.setFlag("spring.aot.enabled");
        }
        SpringApplication application = new SpringApplication(Broadsheet.class);
        application.setMainApplicationClass(Wired.class);
        return application;
    }
}
