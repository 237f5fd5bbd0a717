package dev.exodusii.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The viewer's real window, on a display of its own that `Xvfb` makes.
@EnabledOnOs(OS.LINUX)
class WindowTest {

    private static final Path XVFB = Path.of("/usr/bin/Xvfb");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;
    private Process server;
    private String display;

    @BeforeEach
    void startDisplay() throws IOException {
        assumeTrue(Files.isExecutable(XVFB), "there is no Xvfb");
        // It looks for a number that is free, and tells it when it is ready.
        server = new ProcessBuilder(XVFB.toString(), "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp")
                .redirectError(folder.resolve("xvfb.log").toFile()).start();
        BufferedReader output = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String number = output.readLine();
        assumeTrue(number != null, () -> "Xvfb does not start: " + read(folder.resolve("xvfb.log")));
        display = ":" + number;
    }

    @AfterEach
    void stopDisplay() throws InterruptedException {
        if (server != null) {
            server.destroy();
            assertTrue(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void act(String script) throws IOException, InterruptedException {
        Path file = Files.copy(Path.of(System.getProperty("exodus.testdata"), "plate.e"), folder.resolve("plate.e"));
        Path log = folder.resolve("log");
        // Modules and test classes alike on the class path: the process is another program.
        String classes = System.getProperty("jdk.module.path") + File.pathSeparator + Path.of("target/test-classes").toAbsolutePath();
        ProcessBuilder command = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx256m", "-cp", classes, WindowScript.class.getName(), script,
                file.toString(), folder.toString()));
        command.environment().put("DISPLAY", display);
        Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "it does not end: " + read(log));
            assumeTrue(process.exitValue() != WindowScript.NO_WINDOWS, () -> "this JDK opens no windows: " + read(log));
            assertEquals(0, process.exitValue(), () -> read(log));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void buttonsDoWhatTheySay() throws IOException, InterruptedException {
        act("buttons");
    }

    @Test
    void wheelMakesTheMeshLarger() throws IOException, InterruptedException {
        act("wheel");
    }

    @Test
    void windowThatIsClosedAtOnceLeavesNothingBehind() throws IOException, InterruptedException {
        act("close");
    }

    @Test
    void windowThatIsClosedWhilePlayingLeavesNothingBehind() throws IOException, InterruptedException {
        act("play");
    }
}
