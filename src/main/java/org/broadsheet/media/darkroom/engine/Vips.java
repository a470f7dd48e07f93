package org.broadsheet.media.darkroom.engine;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the darkroom asks of libvips, through Java's foreign-function interface. A picture is a pointer that its taker
 * must {@link #release}.
 */
final class Vips {

    private static final int NO_LIMIT = 10_000_000;
    private static final int SIZE_DOWN = 2;
    private static final int SIZE_FORCE = 3;
    private static final int FAIL_ON_ERROR = 2;
    private static final int ACCESS_SEQUENTIAL = 1;
    private static final int SRGB = 22;
    private static final int CMYK = 15;
    private static final int UNSIGNED_BYTE = 0;

    private final VipsLibrary library;

    private Vips(VipsLibrary library) {
        this.library = library;
    }

    /** Empty where libvips 8.13 or later is not installed. */
    static Optional<Vips> load() {
        return VipsLibrary.load().map(Vips::new);
    }

    /** Opens a file to be read once from top to bottom; nothing is decoded yet. */
    MemorySegment open(Path file) throws Engine.Damaged {
        try (Arena arena = Arena.ofConfined()) {
            return some((MemorySegment) library.open.invoke(
                    arena.allocateFrom(file.toString()),
                    arena.allocateFrom("access"),
                    ACCESS_SEQUENTIAL,
                    arena.allocateFrom("fail_on"),
                    FAIL_ON_ERROR,
                    NULL));
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    /**
     * The first frame of a file, upright, at most so wide; libvips streams it and shrinks while it loads. Colours go
     * through profiles only where the file has one: without, libvips would shift them all a little.
     */
    MemorySegment thumbnail(Path file, int widest, Colours colours) throws Engine.Damaged {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(file.toString());
            MemorySegment out = arena.allocate(ADDRESS);
            MemorySegment high = arena.allocateFrom("height");
            MemorySegment size = arena.allocateFrom("size");
            MemorySegment fail = arena.allocateFrom("fail_on");
            int result = switch (colours) {
                case AS_SRGB ->
                    (int) library.thumbnail.invoke(
                            name, out, widest, high, NO_LIMIT, size, SIZE_DOWN, fail, FAIL_ON_ERROR, NULL);
                case BY_PROFILE ->
                    (int) library.thumbnailInSrgb.invoke(
                            name,
                            out,
                            widest,
                            high,
                            NO_LIMIT,
                            size,
                            SIZE_DOWN,
                            fail,
                            FAIL_ON_ERROR,
                            arena.allocateFrom("export_profile"),
                            arena.allocateFrom("srgb"),
                            NULL);
            };
            return taken(result, out);
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    /** How the numbers of a file become colours. */
    enum Colours {
        /** They are sRGB, or of a space that libvips knows by itself (grey, Lab). */
        AS_SRGB,
        /** By the profile in the file, or for CMYK without one by a usual press's. */
        BY_PROFILE
    }

    Colours colours(MemorySegment image) throws Engine.Damaged {
        try (Arena arena = Arena.ofConfined()) {
            boolean profiled = (long) library.fieldType.invoke(image, arena.allocateFrom("icc-profile-data")) != 0;
            return profiled || number(library.interpretation, image) == CMYK ? Colours.BY_PROFILE : Colours.AS_SRGB;
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    /** At most so wide, its proportions kept, upright. */
    MemorySegment scaled(MemorySegment image, int widest) throws Engine.Damaged {
        return scaled(image, widest, NO_LIMIT, SIZE_DOWN);
    }

    /** Exactly so wide and high. */
    MemorySegment forced(MemorySegment image, Size size) throws Engine.Damaged {
        return scaled(image, size.width(), size.height(), SIZE_FORCE);
    }

    private MemorySegment scaled(MemorySegment image, int toWidth, int toHeight, int how) throws Engine.Damaged {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            return taken(
                    (int) library.scale.invoke(
                            image,
                            out,
                            toWidth,
                            arena.allocateFrom("height"),
                            toHeight,
                            arena.allocateFrom("size"),
                            how,
                            NULL),
                    out);
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    MemorySegment toSrgb(MemorySegment image) throws Engine.Damaged {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            return taken((int) library.colourspace.invoke(image, out, SRGB, NULL), out);
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    /** Lays what is transparent on white. */
    MemorySegment flattened(MemorySegment image) throws Engine.Damaged {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            MemorySegment white =
                    (MemorySegment) library.upkeep.newArray().invoke(arena.allocateFrom(JAVA_DOUBLE, 255), 1);
            int result = (int) library.flatten.invoke(image, out, arena.allocateFrom("background"), white, NULL);
            library.upkeep.endArray().invoke(white);
            return taken(result, out);
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    /**
     * Decodes it into an image of nothing but pixels; this is where a damaged file shows. What a picture says about
     * itself travels in a great many fields of libvips, from which its writers make metadata anew even when told to
     * strip it (8.14 does so for WebP), where a picture was taken among them. None of them comes along here.
     */
    MemorySegment bare(MemorySegment image) throws Engine.Damaged {
        int bands = number(library.bandsOf, image);
        if (bands < 3 || bands > 4 || number(library.bandFormat, image) != UNSIGNED_BYTE) {
            throw new Engine.Damaged("neither RGB nor RGBA after conversion: " + bands + " bands");
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_LONG);
            MemorySegment bytes = some((MemorySegment) library.pixels.invoke(image, size));
            MemorySegment copied = (MemorySegment) library.fromMemory.invoke(
                    bytes, size.get(JAVA_LONG, 0), width(image), height(image), bands, UNSIGNED_BYTE);
            library.upkeep.free().invoke(bytes);
            MemorySegment raw = some(copied);
            MemorySegment out = arena.allocate(ADDRESS);
            int result = (int) library.copy.invoke(raw, out, arena.allocateFrom("interpretation"), SRGB, NULL);
            library.upkeep.unref().invoke(raw);
            return taken(result, out);
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    void remove(MemorySegment image, String field) throws Engine.Damaged {
        try (Arena arena = Arena.ofConfined()) {
            int _ = (int) library.remove.invoke(image, arena.allocateFrom(field));
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    boolean hasAlpha(MemorySegment image) throws Engine.Damaged {
        return number(library.hasAlpha, image) != 0;
    }

    int width(MemorySegment image) throws Engine.Damaged {
        return number(library.width, image);
    }

    int height(MemorySegment image) throws Engine.Damaged {
        return number(library.height, image);
    }

    private static int number(MethodHandle call, MemorySegment image) throws Engine.Damaged {
        try {
            return (int) call.invoke(image);
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    /** All of its pixels, its bands side by side. */
    byte[] pixels(MemorySegment image) throws Engine.Damaged {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment size = arena.allocate(JAVA_LONG);
            MemorySegment bytes = some((MemorySegment) library.pixels.invoke(image, size));
            byte[] copy = bytes.reinterpret(size.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
            library.upkeep.free().invoke(bytes);
            return copy;
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    /** @param options as libvips reads them behind a name, for instance {@code Q=80,strip} */
    void save(MemorySegment image, Path file, String options) throws Engine.Damaged {
        try (Arena arena = Arena.ofConfined()) {
            if ((int) library.save.invoke(image, arena.allocateFrom(file + "[" + options + "]"), NULL) != 0) {
                throw new Engine.Damaged(words());
            }
        } catch (Throwable failure) {
            throw thrown(failure);
        }
    }

    void release(MemorySegment image) {
        try {
            library.upkeep.unref().invoke(image);
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    private MemorySegment taken(int result, MemorySegment out) throws Engine.Damaged {
        if (result != 0) {
            throw new Engine.Damaged(words());
        }
        return out.get(ADDRESS, 0);
    }

    private MemorySegment some(MemorySegment image) throws Engine.Damaged {
        if (image.equals(NULL)) {
            throw new Engine.Damaged(words());
        }
        return image;
    }

    /** What libvips says went wrong; said once. */
    private String words() {
        try {
            String said = ((MemorySegment) library.upkeep.error().invoke())
                    .reinterpret(1 << 20)
                    .getString(0);
            library.upkeep.clearError().invoke();
            return said.isBlank() ? "libvips gave no reason" : said.strip();
        } catch (Throwable failure) {
            throw rethrown(failure);
        }
    }

    private static Engine.Damaged thrown(Throwable failure) {
        return failure instanceof Engine.Damaged damaged ? damaged : new Engine.Damaged(rethrown(failure));
    }

    private static RuntimeException rethrown(Throwable failure) {
        return switch (failure) {
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> new IllegalStateException(failure);
        };
    }
}
