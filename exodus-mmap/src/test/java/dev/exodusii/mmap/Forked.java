package dev.exodusii.mmap;

import java.io.File;
import java.nio.file.Path;

/// What a program of its own needs to run classes of these tests.
final class Forked {

    private Forked() {}

    static String classPath() {
        return String.join(File.pathSeparator, System.getProperty("jdk.module.path", ""),
                System.getProperty("java.class.path", ""),
                Path.of(System.getProperty("user.dir"), "target", "test-classes").toString());
    }
}
