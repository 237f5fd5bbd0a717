package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// The set-up that all other tests of this module rest on.
class MmapModuleTest {

    private final Module module = getClass().getModule();

    @Test
    void testsRunInsideTheModule() {
        assertEquals("dev.exodusii.mmap", module.getName());
    }

    @Test
    void moduleMayCallTheOperatingSystem() {
        assertTrue(module.isNativeAccessEnabled());
    }
}
