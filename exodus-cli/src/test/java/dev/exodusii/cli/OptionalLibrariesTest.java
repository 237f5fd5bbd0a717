package dev.exodusii.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// What the modules below need for viewers only does not come along with the command.
class OptionalLibrariesTest {

    private final String libraries = System.getProperty("jdk.module.path", "")
            + System.getProperty("java.class.path", "");

    @Test
    void theCommandComesWithoutTheLibraryOfTheCache() {
        assertTrue(libraries.contains("picocli"), "this is not where libraries are: " + libraries);
        assertFalse(libraries.contains("caffeine"), libraries);
    }
}
