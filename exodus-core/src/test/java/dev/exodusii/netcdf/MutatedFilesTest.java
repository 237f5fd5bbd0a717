package dev.exodusii.netcdf;

import static dev.exodusii.netcdf.HeaderBuilder.CHAR;
import static dev.exodusii.netcdf.HeaderBuilder.DOUBLE;
import static dev.exodusii.netcdf.HeaderBuilder.INT;
import static dev.exodusii.netcdf.HeaderBuilder.SHORT;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.exodusii.diagnostic.DamagedDataException;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.view.ArrayView;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the bytes are, a file opens with views that stay inside it, or is refused with a typed exception, at once.
///
/// Random, but the same in each run: the seed is fixed, and a failure names the mutation.
class MutatedFilesTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int MUTATIONS_EACH = 1_500;

    /// Values that sit at the edges of some check.
    private static final long[] EDGES = {0, 1, 2, 3, 4, 7, 10, 11, 12, 13, 255, 1024, 1025, 1 << 24, (1 << 24) + 1,
        Integer.MAX_VALUE, 0x8000_0000L, 0xFFFF_FFFCL, 0xFFFF_FFFFL, 1L << 40, Long.MAX_VALUE - 3, Long.MAX_VALUE,
        Long.MIN_VALUE, -1};

    static Stream<byte[]> files() {
        return Arrays.stream(ContainerFormat.values()).flatMap(format -> Stream.of(
                HeaderBuilder.of(format).file(),
                HeaderBuilder.of(format).dimension("n", 5).recordDimension("t").records(3).text("title", "cube")
                        .attribute("version", 5, 1, new byte[4]).variable("time", DOUBLE, 1).variable("x", DOUBLE, 0)
                        .text("units", "m").variable("v", SHORT, 1, 0).variable("s", INT).file(),
                HeaderBuilder.of(format).recordDimension("t").dimension("n", 3).dimension("m", 2).streaming()
                        .variable("v", CHAR, 0, 1).variable("w", INT, 1, 2, 2).file(512)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyTruncation(byte[] file) {
        for (int length = 0; length <= file.length; length++) {
            check(Arrays.copyOf(file, length), "cut to " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyByteSetToEveryEdge(byte[] file) {
        int header = Math.min(file.length, 400);
        for (int at = 0; at < header; at++) {
            for (int value : new int[] {0x00, 0x01, 0x0B, 0x7F, 0x80, 0xFF}) {
                byte[] mutated = file.clone();
                mutated[at] = (byte) value;
                check(mutated, "byte " + at + " = " + value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void randomMutations(byte[] file) {
        for (int seed = 0; seed < MUTATIONS_EACH; seed++) {
            check(mutated(file, new Random(seed)), "seed " + seed);
        }
    }

    private static byte[] mutated(byte[] file, Random random) {
        byte[] mutated = file.clone();
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && mutated.length > Long.BYTES; i++) {
            // Fields of the header are 4-byte aligned.
            int at = random.nextInt(mutated.length / 4 - 1) * 4;
            ByteBuffer buffer = ByteBuffer.wrap(mutated);
            switch (random.nextInt(6)) {
                case 0 -> mutated[at + random.nextInt(4)] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutated[at + random.nextInt(4)] = (byte) random.nextInt();
                case 2 -> buffer.putInt(at, (int) EDGES[random.nextInt(EDGES.length)]);
                case 3 -> buffer.putLong(at, EDGES[random.nextInt(EDGES.length)]);
                case 4 -> buffer.putInt(at, buffer.getInt(at) + random.nextInt(-4, 5));
                default -> mutated = Arrays.copyOf(mutated, 1 + random.nextInt(mutated.length + 64));
            }
        }
        return mutated;
    }

    private static void check(byte[] bytes, String mutation) {
        long start = System.nanoTime();
        openAndTouch(bytes, mutation);
        if (System.nanoTime() - start > AT_ONCE.toNanos()) {
            // The machine may have been busy elsewhere; a slow file is slow again.
            assertTimeout(AT_ONCE, () -> openAndTouch(bytes, mutation), mutation);
        }
    }

    private static void openAndTouch(byte[] bytes, String mutation) {
        try (NetcdfFile file = HeaderBuilder.open(bytes)) {
            touchEverything(file, bytes.length);
        } catch (UnreadableFileException refused) {
            assertTrue(refused.getMessage().startsWith("model.e: "), refused::getMessage);
        } catch (RuntimeException | Error escaped) {
            fail(mutation, escaped);
        }
    }

    private static void touchEverything(NetcdfFile file, long fileBytes) {
        assertTrue(file.layout().headerBytes() <= fileBytes);
        for (Attribute attribute : file.attributes()) {
            touch(attribute);
        }
        for (Variable variable : file.variables()) {
            variable.attributes().forEach(MutatedFilesTest::touch);
            if (variable.isComplete()) {
                touchCorners(variable.view());
                assertTrue(variable.view().count() * variable.type().byteSize() <= fileBytes);
            } else {
                assertThrows(DamagedDataException.class, variable::view);
            }
        }
    }

    private static void touch(Attribute attribute) {
        attribute.text();
        attribute.integer();
        attribute.real();
        touchCorners(attribute.values());
    }

    /// Reads the first and the last value.
    private static void touchCorners(ArrayView view) {
        if (view.count() == 0) {
            return;
        }
        for (boolean last : List.of(false, true)) {
            ArrayView corner = view;
            while (corner.rank() > 0) {
                corner = corner.select(0, last ? corner.length(0) - 1 : 0);
            }
            corner.rawSegment().orElseThrow().toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
