package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.UnreadableFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Thousands of damaged copies of good files: each is read, or refused, and nothing else happens. The damage is the same
/// in every run.
@Timeout(120)
class ModelFuzzTest {

    private static final int COPIES = 150;
    private static final long[] EXTREMES = {0, 1, 2, 3, 0x7F, 0x80, 0xFF, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL,
        0x7FFF_FFFF_FFFF_FFFFL, 0xFFFF_FFFF_FFFF_FFFFL};

    static List<Path> files() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("exodus.testdata")))) {
            return all.filter(Files::isRegularFile).filter(path -> path.getFileName().toString().contains(".e"))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void damagedHeadersAreReadOrRefused(Path path) throws IOException {
        byte[] good = Files.readAllBytes(path);
        Random random = new Random(20261122);
        int header = headerBytes(good, path);
        int opened = 0;
        for (int copy = 0; copy < COPIES; copy++) {
            byte[] bad = good.clone();
            for (int change = 0; change <= copy % 3; change++) {
                damage(bad, header, random);
            }
            opened += tryOut(bad, path + " copy " + copy) ? 1 : 0;
        }
        assertTrue(opened > 0 && opened < COPIES, opened + " of " + COPIES + " copies opened: the damage is no test");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void filesCutAnywhereAreReadOrRefused(Path path) throws IOException {
        byte[] good = Files.readAllBytes(path);
        int stride = Math.max(1, good.length / 150);
        for (int length = 0; length < good.length; length += stride) {
            tryOut(Arrays.copyOf(good, length), path + " cut to " + length);
        }
    }

    private static void damage(byte[] bytes, int header, Random random) {
        int at = 4 + random.nextInt(header - 12);
        switch (random.nextInt(4)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> write(bytes, at & ~3, 4, EXTREMES[random.nextInt(EXTREMES.length)]);
            default -> write(bytes, at & ~3, 8, EXTREMES[random.nextInt(EXTREMES.length)]);
        }
    }

    private static void write(byte[] bytes, int at, int width, long value) {
        for (int i = 0; i < width && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (value >>> 8 * (width - 1 - i));
        }
    }

    private static int headerBytes(byte[] good, Path path) {
        try (ExodusFile file = ExodusFile.parse(MemorySegment.ofArray(good), path.toString())) {
            return (int) file.container().layout().headerBytes();
        } catch (UnreadableFileException e) {
            throw new AssertionError(path + " is not sound to begin with", e);
        }
    }

    private static boolean tryOut(byte[] bytes, String what) {
        try (ExodusFile file = ExodusFile.parse(MemorySegment.ofArray(bytes), "damaged.e")) {
            assertTrue(ModelWalk.through(file) > 0);
            return true;
        } catch (UnreadableFileException refused) {
            assertTrue(refused.getMessage().startsWith("damaged.e: "), refused.getMessage());
            return false;
        } catch (RuntimeException | Error unexpected) {
            return fail(what + " ends in " + unexpected, unexpected);
        }
    }
}
