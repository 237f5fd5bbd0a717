package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.ElementType;
import dev.exodusii.write.ExodusCopy;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What writing takes from the heap does not depend on the size of the model: it is measured, not believed.
class WritingAllocationTest {

    private static final int STEPS = 3;

    @TempDir
    private Path folder;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void theHeapDoesNotGrowWithTheModel() throws IOException {
        write(1_000, folder.resolve("warm.e"));
        long small = write(1_000, folder.resolve("small.e"));
        long large = write(1_000_000, folder.resolve("large.e"));

        assertTrue(Files.size(folder.resolve("large.e")) > 100L << 20);
        assertAlike(small, large);
    }

    @Test
    void neitherDoesThatOfACopy() throws IOException {
        write(1_000, folder.resolve("small.e"));
        write(1_000_000, folder.resolve("large.e"));
        copy(folder.resolve("small.e"), folder.resolve("warm.e"));
        long small = copy(folder.resolve("small.e"), folder.resolve("small-copy.e"));
        long large = copy(folder.resolve("large.e"), folder.resolve("large-copy.e"));

        assertEquals(-1, Files.mismatch(folder.resolve("large.e"), folder.resolve("large-copy.e")));
        assertAlike(small, large);
    }

    private static void assertAlike(long small, long large) {
        assertTrue(large < small + (1 << 20), small + " bytes for a small model, but " + large + " for a large one");
    }

    private long write(int nodes, Path path) throws IOException {
        ExodusDefinition definition = ExodusDefinition.builder().dimension(3).nodes(nodes)
                .elementBlock(1, "BAR2", nodes - 1).nodeIds().nodalVariables("u", "v")
                .variables(EntityKind.ELEMENT_BLOCK, "s").build();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(3L * nodes * Double.BYTES, Double.BYTES);
            Values points = Values.of(memory, ElementType.DOUBLE);
            Values numbers = Values.of(memory, ElementType.INT64);
            long before = threads.getCurrentThreadAllocatedBytes();
            try (ExodusWriter writer = Exodus.create(path, definition)) {
                writer.coordinates().putInterleaved(points);
                writer.nodeIds().put(numbers.slice(0, nodes));
                writer.elementBlock(1).nodeIndexes().put(numbers.slice(0, 2L * (nodes - 1)));
                for (int step = 0; step < STEPS; step++) {
                    writer.putTime(step, step);
                    writer.nodal("u").step(step).put(points.slice(0, nodes));
                    writer.nodal("v").step(step).fill(step);
                    writer.elementBlock(1).variable("s").step(step).put(points.slice(0, nodes - 1));
                    writer.announce(step + 1);
                }
            }
            return threads.getCurrentThreadAllocatedBytes() - before;
        }
    }

    private long copy(Path from, Path to) throws IOException {
        long before = threads.getCurrentThreadAllocatedBytes();
        try (ExodusFile file = Exodus.open(from); ExodusWriter writer = Exodus.create(to, ExodusDefinition.of(file))) {
            ExodusCopy.of(file, writer).all();
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
