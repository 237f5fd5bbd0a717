package dev.exodusii.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandleProxies;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Functions of C libraries as objects of functional interfaces.
///
/// Kept in `static final` fields they are constants for the compiler, and a call costs a few nanoseconds.
final class Native {

    private static final Linker LINKER = Linker.nativeLinker();

    private Native() {}

    /// Finds a library of the system; it stays loaded.
    static SymbolLookup library(String name) {
        return SymbolLookup.libraryLookup(name, Arena.global());
    }

    /// Compiles a source in `src/jmh/c` unless that was done before, and loads the result.
    static SymbolLookup compiled(String source, String... libraries) {
        Path from = Path.of("src/jmh/c", source);
        Path to = Path.of("target/bench", source.replace(".c", ".so"));
        try {
            if (!Files.exists(to) || Files.getLastModifiedTime(to).compareTo(Files.getLastModifiedTime(from)) < 0) {
                Files.createDirectories(to.getParent());
                List<String> command = new ArrayList<>(List.of("gcc", "-O3", "-march=native", "-shared", "-fPIC", "-o",
                        to.toString(), from.toString()));
                command.addAll(List.of(libraries));
                if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                    throw new IOException("failed: " + String.join(" ", command));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return library(to.toAbsolutePath().toString());
    }

    /// Binds the one method of a public interface to a function with the same parameters.
    static <T> T function(Class<T> type, SymbolLookup library, String name) {
        Method method = type.getDeclaredMethods()[0];
        MemoryLayout[] parameters = Arrays.stream(method.getParameterTypes()).map(Native::layout)
                .toArray(MemoryLayout[]::new);
        FunctionDescriptor descriptor = method.getReturnType() == void.class ? FunctionDescriptor.ofVoid(parameters)
                : FunctionDescriptor.of(layout(method.getReturnType()), parameters);
        return MethodHandleProxies.asInterfaceInstance(type,
                LINKER.downcallHandle(library.findOrThrow(name), descriptor));
    }

    private static MemoryLayout layout(Class<?> type) {
        if (type == MemorySegment.class) {
            return ValueLayout.ADDRESS;
        }
        if (type == int.class) {
            return ValueLayout.JAVA_INT;
        }
        return type == long.class ? ValueLayout.JAVA_LONG : ValueLayout.JAVA_DOUBLE;
    }

    /// Throws when a library answers that it failed.
    static void check(int status) {
        if (status < 0 || status > 0) {
            throw new IllegalStateException("the library answered " + status);
        }
    }
}
