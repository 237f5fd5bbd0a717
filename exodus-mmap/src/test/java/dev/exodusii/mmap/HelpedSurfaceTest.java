package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.diagnostic.LostDataException;
import dev.exodusii.grid.GridModel;
import dev.exodusii.grid.GridShape;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.ElementValues;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Primitive;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.surface.SurfaceValues;
import dev.exodusii.view.InterpolatedView;
import dev.exodusii.view.VectorView;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several threads copy what a surface needs of a step: the same floats as one.
class HelpedSurfaceTest {

    /// 19,602 nodes and 39,200 triangles outside: more than one thread's part, and not a multiple of it.
    private static final long CELLS = 57;

    @TempDir
    private Path folder;
    private Path path;
    private ExodusFile file;
    private Surface surface;
    private VectorView moved;
    private ExecutorService threads;
    private final AtomicInteger helpers = new AtomicInteger();
    private SurfaceValues helped;

    @BeforeEach
    void make() throws IOException {
        path = folder.resolve("cube.e");
        GridModel model = GridModel.of(GridShape.HEX8, CELLS, CELLS, CELLS).withoutSets().blocks(2).steps(2, 1)
                .variable(EntityKind.NODAL, "u", (index, x, y, z, time) -> Math.sin(index + time))
                .variable(EntityKind.NODAL, "v", (index, x, y, z, time) -> x * time - y)
                .variable(EntityKind.NODAL, "w", (index, x, y, z, time) -> z / (1 + index))
                .variable(EntityKind.ELEMENT_BLOCK, "load", (index, x, y, z, time) -> Math.cos(index) - time);
        try (ExodusWriter writer = Exodus.create(path, model.definition().build())) {
            model.to(writer);
        }
        file = Exodus.open(path);
        surface = MeshFaces.of(file, Workers.callingThread()).surface(SurfaceOptions.standard(), Workers.callingThread());
        moved = VectorView.of(file.nodal("u").step(1), file.nodal("v").step(1), file.nodal("w").step(1));
        threads = Executors.newFixedThreadPool(3);
        helped = surface.values().helpedBy(workers());
    }

    private Workers workers() {
        return Workers.of(work -> {
            helpers.incrementAndGet();
            threads.execute(work);
        }, 4);
    }

    @AfterEach
    void close() {
        threads.shutdown();
        file.close();
    }

    private void assertSame(int floats, BiConsumer<SurfaceValues, float[]> copy) {
        float[] expected = new float[floats];
        float[] found = new float[floats];
        copy.accept(surface.values(), expected);
        assertEquals(0, helpers.get(), "helpers that nobody asked for");
        copy.accept(helped, found);
        assertArrayEquals(expected, found);
        assertTrue(helpers.get() > 0, "nobody helped");
    }

    @Test
    void displacedNodesAreTheSame() {
        assertSame(3 * surface.nodeCount(), (values, to) -> values.copyDisplaced(moved, 10, to));
    }

    @Test
    void valuesOfElementsAreTheSame() {
        assertSame(surface.triangleCount(),
                (values, to) -> values.copyElements(ElementValues.of(file, "load", 1), Primitive.TRIANGLE, to));
    }

    @Test
    void valuesBetweenStepsAreTheSame() {
        assertSame(surface.nodeCount(), (values, to) -> values.nodal(InterpolatedView.of(file.nodal("u").step(0),
                file.nodal("u").step(1), 0.3)).copyTo(to));
    }

    @Test
    void bufferOfTheMachineIsFilledBehindItsPosition() {
        assertSame(surface.nodeCount() + 5, (values, to) -> {
            FloatBuffer buffer = ByteBuffer.allocateDirect(to.length * Float.BYTES).order(ByteOrder.nativeOrder())
                    .asFloatBuffer().position(5);
            values.copyMagnitudes(moved, buffer);
            assertEquals(0, buffer.remaining());
            buffer.flip().get(to);
        });
    }

    @Test
    void memoryIsFilledFromItsStart() {
        assertSame(3 * surface.nodeCount(), (values, to) -> {
            MemorySegment memory = Arena.ofAuto().allocate(ValueLayout.JAVA_FLOAT, to.length);
            values.copyVectors(moved, memory);
            MemorySegment.copy(memory, ValueLayout.JAVA_FLOAT, 0, to, 0, to.length);
        });
    }

    @Test
    void memoryOfOneThreadIsFilledByIt() {
        try (Arena own = Arena.ofConfined()) {
            MemorySegment memory = own.allocate(ValueLayout.JAVA_FLOAT, 3L * surface.nodeCount());
            float[] expected = new float[3 * surface.nodeCount()];
            surface.values().copyVectors(moved, expected);

            helped.copyVectors(moved, memory);

            assertArrayEquals(expected, memory.toArray(ValueLayout.JAVA_FLOAT));
            assertEquals(0, helpers.get());
        }
    }

    @Test
    void bufferThatIsTooSmallIsNotTouched() {
        FloatBuffer buffer = FloatBuffer.allocate(surface.nodeCount() - 1);

        assertThrows(java.nio.BufferOverflowException.class, () -> helped.copyMagnitudes(moved, buffer));
        assertEquals(0, buffer.position());
        assertEquals(0, helpers.get());
    }

    @Test
    void whoStopsTheWorkersEndsTheCopy() {
        SurfaceValues stopped = surface.values().helpedBy(workers().stoppedBy(() -> true));

        assertThrows(CancellationException.class, () -> stopped.copyVectors(moved, new float[3 * surface.nodeCount()]));
    }

    @Test
    void lostValuesAreNamedWhoeverReadsThem() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }

        LostDataException lost = assertThrows(LostDataException.class,
                () -> helped.copyVectors(moved, new float[3 * surface.nodeCount()]));
        assertEquals(path.toString(), lost.file());
    }
}
