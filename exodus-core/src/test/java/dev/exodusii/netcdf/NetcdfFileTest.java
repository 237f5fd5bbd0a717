package dev.exodusii.netcdf;

import static dev.exodusii.netcdf.HeaderBuilder.INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.diagnostic.UnreadableFileException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NetcdfFileTest {

    private static HeaderBuilder mesh() {
        return HeaderBuilder.cdf2().dimension("num_nodes", 4).recordDimension("time_step")
                .variable("coordx", INT, 0).variable("coordy", INT, 0);
    }

    @Test
    void missingVariableSuggestsWhatMayBeMeant() throws Exception {
        NetcdfFile file = mesh().open();

        var missing = assertThrows(NoSuchElementException.class, () -> file.requireVariable("CoordX"));

        assertTrue(missing.getMessage().startsWith("model.e: there is no variable 'CoordX'; did you mean 'coordx'"),
                missing::getMessage);
    }

    @Test
    void missingDimensionListsWhatThereIs() throws Exception {
        NetcdfFile file = mesh().open();

        var missing = assertThrows(NoSuchElementException.class, () -> file.requireDimension("len_string"));

        assertEquals("model.e: there is no dimension 'len_string'; there are: num_nodes, time_step",
                missing.getMessage());
    }

    @Test
    void namesAreFoundExactly() throws Exception {
        assertEquals(Optional.empty(), mesh().open().variable("coord"));
    }

    @Test
    void namesAreFoundAmongMany() throws Exception {
        HeaderBuilder builder = HeaderBuilder.cdf2().dimension("n", 4);
        for (int i = 0; i < 50; i++) {
            builder.variable("v" + i, INT, 0);
        }
        assertEquals(37, builder.open().requireVariable("v37").index());
    }

    @Test
    void variableAtIndexZeroIsOneLikeAnyOther() throws Exception {
        assertEquals(0, mesh().open().requireVariable("coordx").index());
    }

    @Test
    void recordDimensionIsFoundWhereverItStands() throws Exception {
        assertEquals("time_step", mesh().open().recordDimension().orElseThrow().name());
    }

    @Test
    void toStringSumsUp() throws Exception {
        assertEquals("model.e (CDF-2, 2 dimensions, 2 variables)", mesh().open().toString());
    }

    @Test
    void headerStaysReadableAfterClosing() throws Exception {
        NetcdfFile file = mesh().open();
        file.close();

        assertFalse(file.isOpen());
        assertEquals("int coordx(num_nodes = 4)", file.requireVariable("coordx").toString());
    }

    @Test
    void closingTwiceClosesTheSourceOnce() throws Exception {
        var source = new CountingSource(mesh().file());
        NetcdfFile file = NetcdfFile.open(source);
        file.close();
        file.close();

        assertEquals(1, source.closed.get());
    }

    @Test
    void sourceOfAFileThatCannotBeOpenedIsClosed() {
        var source = new CountingSource(new byte[0]);

        assertThrows(UnreadableFileException.class, () -> NetcdfFile.open(source));

        assertEquals(1, source.closed.get());
    }

    @Test
    void whatCouldNotBeClosedMayBeClosedAgain() throws Exception {
        var source = new CountingSource(mesh().file());
        NetcdfFile file = NetcdfFile.open(source);
        source.isBusy = true;
        assertThrows(IllegalStateException.class, file::close);
        source.isBusy = false;
        file.close();

        assertEquals(1, source.closed.get());
    }

    @Test
    void closingAFileInMemoryLeavesTheMemoryAlone() throws Exception {
        try (Arena arena = Arena.ofShared()) {
            MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_BYTE, mesh().file());
            NetcdfFile.parse(memory, "model.e").close();

            assertTrue(memory.scope().isAlive());
        }
    }

    @Test
    void fileIsClosedOnceItsMemoryIsReleased() throws Exception {
        NetcdfFile file;
        try (Arena arena = Arena.ofShared()) {
            file = NetcdfFile.parse(arena.allocateFrom(ValueLayout.JAVA_BYTE, mesh().file()),
                    "model.e");
            assertTrue(file.isOpen());
        }

        assertFalse(file.isOpen());
        var refused = assertThrows(IllegalStateException.class, () -> file.requireVariable("coordx").view());
        assertEquals("model.e is closed", refused.getMessage());
    }

    private static final class CountingSource implements ByteSource {

        private final MemorySegment segment;
        private final AtomicInteger closed = new AtomicInteger();
        private boolean isBusy;

        CountingSource(byte[] bytes) {
            segment = MemorySegment.ofArray(bytes);
        }

        @Override
        public String name() {
            return "model.e";
        }

        @Override
        public MemorySegment segment() {
            return segment;
        }

        @Override
        public boolean isOpen() {
            return closed.get() == 0;
        }

        @Override
        public void close() {
            if (isBusy) {
                throw new IllegalStateException("a system call still uses it");
            }
            closed.incrementAndGet();
        }
    }
}
