package org.broadsheet.media.darkroom.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;

/**
 * libvips, loaded and told what it may read, and handles to the functions of it that are used. Most of them are variadic
 * C ({@code name, value, …, NULL}); the linker is told where the variable part begins, because on some machines (arm64
 * macOS) it travels differently.
 */
final class VipsLibrary {

    /** Only these loaders ever run; libvips has some thirty more, ImageMagick's, PDF's and SVG's among them. */
    private static final List<String> LOADERS = List.of(
            "VipsForeignLoadJpeg",
            "VipsForeignLoadPng",
            "VipsForeignLoadWebp",
            "VipsForeignLoadNsgif",
            "VipsForeignLoadTiff",
            "VipsForeignLoadHeif");

    private static final List<MemoryLayout> IN_OUT_WIDTH = List.of(ADDRESS, ADDRESS, JAVA_INT);
    private static final List<String> LIBRARIES = List.of("libvips.so.42", "libvips.42.dylib");

    private final Calls calls;
    final MethodHandle open;
    final MethodHandle thumbnail;
    final MethodHandle thumbnailInSrgb;
    final MethodHandle scale;
    final MethodHandle fromMemory;
    final MethodHandle copy;
    final MethodHandle fieldType;
    final MethodHandle interpretation;
    final MethodHandle bandsOf;
    final MethodHandle bandFormat;
    final MethodHandle colourspace;
    final MethodHandle flatten;
    final MethodHandle hasAlpha;
    final MethodHandle remove;
    final MethodHandle width;
    final MethodHandle height;
    final MethodHandle pixels;
    final MethodHandle save;
    final Upkeep upkeep;

    /** What pictures leave behind: references, memory, errors, arrays. */
    record Upkeep(
            MethodHandle unref,
            MethodHandle free,
            MethodHandle error,
            MethodHandle clearError,
            MethodHandle newArray,
            MethodHandle endArray) {

        static Upkeep of(Calls calls) {
            return new Upkeep(
                    calls.nothing("g_object_unref", ADDRESS),
                    calls.nothing("g_free", ADDRESS),
                    calls.plain("vips_error_buffer", ADDRESS),
                    calls.nothing("vips_error_clear"),
                    calls.plain("vips_array_double_new", ADDRESS, ADDRESS, JAVA_INT),
                    calls.nothing("vips_area_unref", ADDRESS));
        }
    }

    private VipsLibrary(SymbolLookup library) {
        this(new Calls(Linker.nativeLinker(), library));
    }

    private VipsLibrary(Calls calls) {
        this.calls = calls;
        open = calls.variadic(
                "vips_image_new_from_file", ADDRESS, List.of(ADDRESS), ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
        thumbnail =
                calls.variadic("vips_thumbnail", IN_OUT_WIDTH, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
        thumbnailInSrgb = calls.variadic(
                "vips_thumbnail",
                IN_OUT_WIDTH,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                JAVA_INT,
                ADDRESS,
                ADDRESS);
        scale = calls.variadic("vips_thumbnail_image", IN_OUT_WIDTH, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
        fromMemory = calls.plain(
                "vips_image_new_from_memory_copy", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        copy = calls.variadic("vips_copy", List.of(ADDRESS, ADDRESS), ADDRESS, JAVA_INT);
        fieldType = calls.plain("vips_image_get_typeof", JAVA_LONG, ADDRESS, ADDRESS);
        interpretation = calls.plain("vips_image_get_interpretation", JAVA_INT, ADDRESS);
        bandsOf = calls.plain("vips_image_get_bands", JAVA_INT, ADDRESS);
        bandFormat = calls.plain("vips_image_get_format", JAVA_INT, ADDRESS);
        colourspace = calls.variadic("vips_colourspace", IN_OUT_WIDTH);
        flatten = calls.variadic("vips_flatten", List.of(ADDRESS, ADDRESS), ADDRESS, ADDRESS);
        hasAlpha = calls.plain("vips_image_hasalpha", JAVA_INT, ADDRESS);
        remove = calls.plain("vips_image_remove", JAVA_INT, ADDRESS, ADDRESS);
        width = calls.plain("vips_image_get_width", JAVA_INT, ADDRESS);
        height = calls.plain("vips_image_get_height", JAVA_INT, ADDRESS);
        pixels = calls.plain("vips_image_write_to_memory", ADDRESS, ADDRESS, ADDRESS);
        save = calls.variadic("vips_image_write_to_file", List.of(ADDRESS, ADDRESS));
        upkeep = Upkeep.of(calls);
    }

    /** Empty where libvips 8.13 or later is not installed. */
    static Optional<VipsLibrary> load() {
        for (String name : LIBRARIES) {
            try {
                SymbolLookup library = SymbolLookup.libraryLookup(name, Arena.global());
                if (library.find("vips_operation_block_set").isPresent()) {
                    VipsLibrary vips = new VipsLibrary(library);
                    vips.start();
                    return Optional.of(vips);
                }
            } catch (IllegalArgumentException notHere) {
                continue;
            }
        }
        return Optional.empty();
    }

    private void start() {
        MethodHandle initialise = calls.plain("vips_init", JAVA_INT, ADDRESS);
        MethodHandle blockUntrusted = calls.nothing("vips_block_untrusted_set", JAVA_INT);
        MethodHandle block = calls.nothing("vips_operation_block_set", ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            if ((int) initialise.invoke(arena.allocateFrom("broadsheet")) != 0) {
                throw new IllegalStateException("libvips does not start");
            }
            blockUntrusted.invoke(1);
            block.invoke(arena.allocateFrom("VipsForeignLoad"), 1);
            for (String loader : LOADERS) {
                block.invoke(arena.allocateFrom(loader), 0);
            }
        } catch (Throwable failure) {
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
    }
}
