package dev.exodusii.mmap;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the kernel which pages of a mapping will be read soon, by `posix_madvise`.
///
/// Only where the program was started with `--enable-native-access=dev.exodusii.mmap` (or `ALL-UNNAMED` on the class path)
/// and the system has the function; without, nothing happens, and nothing is printed by the JVM. Whether it works is
/// found out when it is first wanted.
final class PageAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(PageAdvice.class);
    private static final int WILL_NEED = 3;

    private static volatile boolean isLookedFor;

    private PageAdvice() {}

    /// Found when first asked for, and then a constant.
    private static final class Native {

        static final @Nullable MethodHandle ADVISE = find("posix_madvise",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT));
        static final long PAGE = pageSize();

        private Native() {}

        @SuppressWarnings("restricted") // Asked for first.
        private static @Nullable MethodHandle find(String name, FunctionDescriptor descriptor) {
            if (!PageAdvice.class.getModule().isNativeAccessEnabled()) {
                LOG.debug("Pages are not read ahead: that needs --enable-native-access={}", PageAdvice.class.getModule()
                        .isNamed() ? PageAdvice.class.getModule().getName() : "ALL-UNNAMED");
                return null;
            }
            Linker linker = Linker.nativeLinker();
            return linker.defaultLookup().find(name).map(address -> linker.downcallHandle(address, descriptor))
                    .orElse(null);
        }

        private static long pageSize() {
            MethodHandle size = ADVISE == null ? null : find("getpagesize", FunctionDescriptor.of(ValueLayout.JAVA_INT));
            try {
                return size == null ? 1 : (int) size.invokeExact();
            } catch (Throwable e) {
                LOG.debug("The size of a page is not known", e);
                return 1;
            }
        }
    }

    /// Tells whether it is known already if the kernel can be told. To find out takes some 20 milliseconds.
    static boolean isLookedFor() {
        return isLookedFor;
    }

    /// Tells whether the kernel can be told.
    static boolean isAvailable() {
        isLookedFor = true;
        return Native.ADVISE != null && Native.PAGE > 1;
    }

    static void willRead(MemorySegment mapping, long offset, long bytes) {
        MethodHandle advise = Native.ADVISE;
        if (advise == null || !isAvailable()) {
            return;
        }
        // The call takes whole pages only; a mapping begins with one.
        long from = offset - offset % Native.PAGE;
        try {
            int result = (int) advise.invokeExact(mapping.asSlice(from, 0), offset + bytes - from, WILL_NEED);
            if (result != 0) {
                LOG.debug("posix_madvise answered {}", result);
            }
        } catch (IllegalStateException e) {
            throw e; // The file was closed meanwhile.
        } catch (Throwable e) {
            LOG.debug("posix_madvise failed", e);
        }
    }
}
