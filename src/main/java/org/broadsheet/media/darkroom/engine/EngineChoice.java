package org.broadsheet.media.darkroom.engine;

import java.util.Optional;

/** Which library reads pictures. */
public enum EngineChoice {
    /** libvips where it is installed, else Java's own. */
    BEST,
    VIPS,
    JAVA2D;

    /** @throws IllegalStateException where libvips is asked for by name and is not there */
    public Engine engine() {
        Optional<Engine> vips = this == JAVA2D ? Optional.empty() : Vips.load().map(VipsEngine::new);
        if (this == VIPS && vips.isEmpty()) {
            throw new IllegalStateException("libvips.so.42 (8.13 or later) is not installed");
        }
        return vips.orElseGet(Java2dEngine::new);
    }
}
