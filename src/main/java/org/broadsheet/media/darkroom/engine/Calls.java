package org.broadsheet.media.darkroom.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.stream.Stream;

/** Makes handles for a library's functions. */
record Calls(Linker linker, SymbolLookup library) {

    /** A C function of fixed parameters. */
    MethodHandle plain(String name, MemoryLayout result, MemoryLayout... parameters) {
        return linker.downcallHandle(library.findOrThrow(name), FunctionDescriptor.of(result, parameters));
    }

    MethodHandle nothing(String name, MemoryLayout... parameters) {
        return linker.downcallHandle(library.findOrThrow(name), FunctionDescriptor.ofVoid(parameters));
    }

    /** {@code int name(fixed, ...)}, called with exactly these further values and a closing NULL. */
    MethodHandle variadic(String name, List<MemoryLayout> fixed, MemoryLayout... further) {
        return variadic(name, JAVA_INT, fixed, further);
    }

    MethodHandle variadic(String name, MemoryLayout result, List<MemoryLayout> fixed, MemoryLayout... further) {
        MemoryLayout[] all = Stream.of(fixed.stream(), Stream.of(further), Stream.of((MemoryLayout) ADDRESS))
                .flatMap(each -> each)
                .toArray(MemoryLayout[]::new);
        return linker.downcallHandle(
                library.findOrThrow(name),
                FunctionDescriptor.of(result, all),
                Linker.Option.firstVariadicArg(fixed.size()));
    }
}
