package dev.exodusii.netcdf.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Values go to their places, and what was announced stays complete and as it is, whatever happens.
class NetcdfWriterTest {

    private final MemorySink memory = new MemorySink("made.nc");

    private static FileDefinition definition(Fill fill) {
        return FileDefinition.builder().recordDimension("t").dimension("n", 3).dimension("m", 2)
                .variable("x", ElementType.DOUBLE, List.of("n")).variable("table", ElementType.SHORT, List.of("n", "m"))
                .variable("v", ElementType.FLOAT, List.of("t", "n")).variable("w", ElementType.INT, List.of("t"))
                .fill(fill).build();
    }

    private NetcdfWriter writer(Fill fill, ByteSink sink) {
        return NetcdfWriter.create(definition(fill), sink, Durability.DEVICE);
    }

    private NetcdfFile written() throws IOException {
        return NetcdfFile.parse(MemorySegment.ofArray(memory.toByteArray()), "made.nc");
    }

    private static void putMesh(NetcdfWriter writer) throws IOException {
        writer.put(writer.variable("x"), Values.of(1.5, 2.5, 3.5));
        writer.put(writer.variable("table"), Values.of(1, 2, 3, 4, 5, 6));
    }

    private static void putStep(NetcdfWriter writer, long step) throws IOException {
        writer.put(writer.variable("v"), step, Values.of(step + 0.5, step + 1.5, step + 2.5));
        writer.put(writer.variable("w"), step, Values.of(step));
    }

    private static void assertFails(Class<? extends Exception> type, String message, Executable action) {
        assertEquals(message, assertThrows(type, action).getMessage());
    }

    @Test
    void whatWasPutIsRead() throws IOException {
        try (NetcdfWriter writer = writer(Fill.NONE, memory)) {
            putMesh(writer);
            writer.commit();
            putStep(writer, 0);
            putStep(writer, 1);
            writer.announce(2);
        }
        try (NetcdfFile file = written()) {
            assertEquals(List.of(), file.findings());
            assertArrayEquals(new double[] {1.5, 2.5, 3.5}, file.requireVariable("x").view().reals().toArray());
            assertArrayEquals(new long[] {1, 2, 3, 4, 5, 6}, file.requireVariable("table").view().integerMatrix().toArray());
            assertArrayEquals(new double[] {0.5, 1.5, 2.5, 1.5, 2.5, 3.5},
                    file.requireVariable("v").view().realMatrix().toArray());
            assertArrayEquals(new long[] {0, 1}, file.requireVariable("w").view().integers().toArray());
        }
    }

    @Test
    void aBoxGoesToItsPlaces() throws IOException {
        try (NetcdfWriter writer = writer(Fill.VALUES, memory)) {
            writer.put(writer.variable("table"), new Region(new long[] {1, 1}, new long[] {2, 1}), Values.of(7, 8));
            writer.put(writer.variable("v"), new Region(new long[] {1, 2}, new long[] {1, 1}), Values.of(9.0));
            writer.put(writer.variable("w"), Region.records(0, 3), Values.of(1, 2, 3));
            writer.announce(3);
        }
        try (NetcdfFile file = written()) {
            assertArrayEquals(new long[] {-32_767, -32_767, -32_767, 7, -32_767, 8},
                    file.requireVariable("table").view().integerMatrix().toArray());
            double fill = 9.969209968386869e36;
            assertArrayEquals(new double[] {fill, fill, fill, fill, fill, 9, fill, fill, fill},
                    file.requireVariable("v").view().realMatrix().toArray());
            assertArrayEquals(new long[] {1, 2, 3}, file.requireVariable("w").view().integers().toArray());
        }
    }

    @Test
    void beforeTheCommitNoReaderTakesItForAFile() throws IOException {
        NetcdfWriter writer = writer(Fill.NONE, memory);
        putMesh(writer);
        assertEquals(0, memory.toByteArray()[0]);
        writer.commit();
        assertEquals('C', memory.toByteArray()[0]);
        writer.close();
    }

    @Test
    void aRecordIsInTheFileWhenItIsAnnounced() throws IOException {
        NetcdfWriter writer = writer(Fill.NONE, memory);
        putMesh(writer);
        writer.commit();
        putStep(writer, 0);
        assertEquals(0, written().layout().records());
        writer.announce(1);
        assertEquals(1, written().layout().records());
        putStep(writer, 1);
        writer.close();
        assertEquals(1, written().layout().records());
        assertEquals(1, written().layout().recordsComplete(), "what was not announced is cut off");
    }

    @Test
    void recordsAnnouncedBeforeTheCommitAppearWithTheRest() throws IOException {
        try (NetcdfWriter writer = writer(Fill.NONE, memory)) {
            putStep(writer, 1);
            putStep(writer, 0);
            putMesh(writer);
            writer.announce(2);
            assertTrue(writer.isCommitted());
        }
        assertEquals(2, written().layout().records());
    }

    @Test
    void nothingIsMadeUp() throws IOException {
        NetcdfWriter writer = writer(Fill.NONE, memory);
        writer.put(writer.variable("x"), Values.of(1, 2, 3));
        assertFails(IllegalStateException.class, "made.nc: table: no values were put; put them, or define the file with"
                + " fill values", writer::commit);
        putMesh(writer);
        writer.commit();
        writer.put(writer.variable("w"), 0, Values.of(1));
        assertFails(IllegalStateException.class, "made.nc: v: no values were put for record 0; put them, or define the file"
                + " with fill values", () -> writer.announce(1));
        assertFails(IllegalArgumentException.class, "made.nc: 2 records cannot be announced, only 1 were put",
                () -> writer.announce(2));
        assertEquals(0, written().layout().records());
    }

    @Test
    void whatWasAnnouncedDoesNotChange() throws IOException {
        NetcdfWriter writer = writer(Fill.NONE, memory);
        putMesh(writer);
        putStep(writer, 0);
        writer.announce(1);
        assertFails(IllegalStateException.class, "made.nc: w: record 0 was announced; announced values do not change",
                () -> writer.put(writer.variable("w"), 0, Values.of(1)));
        assertFails(IllegalStateException.class, "made.nc: x: the file is complete; its values do not change",
                () -> writer.put(writer.variable("x"), Values.of(1, 2, 3)));
        assertFails(IllegalArgumentException.class, "made.nc: 1 records were announced, not 0; they stay",
                () -> writer.announce(0));
        writer.close();
        assertFails(IllegalStateException.class, "made.nc is closed", () -> writer.announce(1));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        NetcdfWriter writer = writer(Fill.NONE, memory);
        assertFails(IllegalArgumentException.class, "made.nc: x: 2 values were given for 3 places",
                () -> writer.put(writer.variable("x"), Values.of(1.0, 2.0)));
        assertFails(IllegalArgumentException.class, "v: say which records the values are for; the variable grows with them",
                () -> writer.put(writer.variable("v"), Values.of(1.0, 2.0, 3.0)));
        assertFails(IndexOutOfBoundsException.class, "x: 3 values from index 1 on do not fit into dimension n = 3",
                () -> writer.put(writer.variable("x"), Region.records(1, 3), Values.of(1, 2, 3)));
        assertFails(IllegalArgumentException.class, "a region cannot start or count below 0: from [-1], [1] values",
                () -> writer.put(writer.variable("x"), Region.records(-1, 1), Values.of(1)));
        assertFails(IllegalArgumentException.class, "float v(t = records, n = 3) is no variable of the definition of made.nc",
                () -> writer.put(definition(Fill.NONE).requireVariable("v"), 0, Values.of(1, 2, 3)));
        assertFails(IllegalArgumentException.class, "made.nc: 4294967296 records are more than CDF-2 can count",
                () -> writer.put(writer.variable("w"), 4_294_967_295L, Values.of(1)));
    }

    /// Fails at one write, and takes all others.
    private static final class FailingSink implements ByteSink {

        private final MemorySink memory;
        private final List<String> log = new ArrayList<>();
        private int left;

        FailingSink(MemorySink memory, int left) {
            this.memory = memory;
            this.left = left;
        }

        @Override
        public String name() {
            return memory.name();
        }

        @Override
        public void write(long offset, ByteBuffer bytes) throws IOException {
            if (left-- == 0) {
                throw new IOException("No space left on device");
            }
            log.add("write " + offset);
            memory.write(offset, bytes);
        }

        @Override
        public void truncate(long end) {
            memory.truncate(end);
        }

        @Override
        public long size() {
            return memory.size();
        }

        @Override
        public void force() {
            log.add("force");
        }

        @Override
        public void commit() {
            log.add("commit");
        }

        @Override
        public void close() {
            log.add("close");
        }
    }

    @Test
    void valuesReachTheDeviceBeforeTheCountDoes() throws IOException {
        FailingSink sink = new FailingSink(memory, -1);
        NetcdfWriter writer = writer(Fill.NONE, sink);
        putMesh(writer);
        writer.commit();
        assertEquals(List.of("force", "write 4", "force", "write 0", "force", "commit"), sink.log.subList(2, sink.log.size()));
        sink.log.clear();
        putStep(writer, 0);
        writer.announce(1);
        assertEquals(List.of("force", "write 4", "force"), sink.log.subList(2, sink.log.size()));
    }

    @Test
    void afterAnyFailureTheFileIsAsItWasAndCanGoOn() throws IOException {
        for (int failing = 0; ; failing++) {
            MemorySink target = new MemorySink("made.nc");
            FailingSink sink = new FailingSink(target, Integer.MAX_VALUE);
            NetcdfWriter writer = writer(Fill.NONE, sink);
            putMesh(writer);
            putStep(writer, 0);
            writer.announce(1);
            byte[] before = target.toByteArray();
            sink.left = failing;
            try {
                putStep(writer, 1);
                writer.announce(2);
                assertTrue(failing >= 3, "two values and the count are three writes");
                return;
            } catch (IOException full) {
                byte[] after = target.toByteArray();
                for (int i = 0; i < before.length; i++) {
                    assertEquals(before[i], after[i], "byte " + i);
                }
            }
            putStep(writer, 1);
            writer.announce(2);
            try (NetcdfFile file = NetcdfFile.parse(MemorySegment.ofArray(target.toByteArray()), "made.nc")) {
                assertEquals(2, file.layout().records());
                assertEquals(3.5, file.requireVariable("v").view().realMatrix().get(1, 2));
            }
        }
    }

    @Test
    void valuesThatWereSpoiltAreNotAnnounced() throws IOException {
        NetcdfWriter writer = writer(Fill.NONE, memory);
        putMesh(writer);
        putStep(writer, 0);
        assertThrows(ArithmeticException.class, () -> writer.put(writer.variable("w"), 0, Values.of(1L << 40)));
        assertFails(IllegalStateException.class, "made.nc: w: the last values that were put for record 0 failed half-way; put"
                + " all of them again", () -> writer.announce(1));
        writer.put(writer.variable("w"), 0, Values.of(7));
        writer.announce(1);
        assertEquals(7, written().requireVariable("w").view().integers().get(0));
    }

    @Test
    void aFailedWriterThatIsClosedLeavesWhatWasAnnounced() throws IOException {
        FailingSink sink = new FailingSink(memory, Integer.MAX_VALUE);
        NetcdfWriter writer = writer(Fill.NONE, sink);
        putMesh(writer);
        putStep(writer, 0);
        writer.announce(1);
        byte[] before = memory.toByteArray();
        sink.left = 1;
        assertThrows(IOException.class, () -> putStep(writer, 1));
        assertFalse(memory.toByteArray().length == before.length);
        writer.close();
        assertArrayEquals(before, memory.toByteArray());
    }

    @Test
    void bytesWithAndWithoutASignAreNotTheSame() throws IOException {
        FileDefinition bytes = FileDefinition.builder().dimension("n", 2).variable("signed", ElementType.BYTE, List.of("n"))
                .variable("unsigned", ElementType.UBYTE, List.of("n")).variable("text", ElementType.CHAR, List.of("n")).build();
        try (NetcdfWriter writer = NetcdfWriter.create(bytes, memory, Durability.PROCESS)) {
            assertFails(ArithmeticException.class, "made.nc: unsigned: the value -1 at index 1 does not fit into the type ubyte",
                    () -> writer.put(writer.variable("unsigned"), Values.of((byte) 1, (byte) -1)));
            assertFails(ArithmeticException.class, "made.nc: signed: the value 200 at index 0 does not fit into the type byte",
                    () -> writer.put(writer.variable("signed"),
                            Values.of(MemorySegment.ofArray(new byte[] {(byte) 200, 1}), ElementType.UBYTE)));
            writer.put(writer.variable("unsigned"), Values.of((byte) 1, (byte) 127));
            writer.put(writer.variable("signed"), Values.of((byte) 1, (byte) -1));
            writer.put(writer.variable("text"), Values.of((byte) 'a', (byte) -1));
            writer.commit();
        }
    }

    @Test
    void aRegionThatFailedIsPutAgain() throws IOException {
        try (NetcdfWriter writer = writer(Fill.NONE, memory)) {
            VariableDefinition table = writer.variable("table");
            writer.put(writer.variable("x"), Values.of(1.5, 2.5, 3.5));
            writer.put(table, new Region(new long[] {0, 0}, new long[] {1, 2}), Values.of(1, 2));
            Region rest = new Region(new long[] {1, 0}, new long[] {2, 2});
            assertThrows(ArithmeticException.class, () -> writer.put(table, rest, Values.of(3, 4, 70_000, 6)));
            writer.put(table, new Region(new long[] {1, 0}, new long[] {1, 2}), Values.of(3, 4));
            assertFails(IllegalStateException.class, "made.nc: table: the last values that were put failed half-way; put"
                    + " all of them again", writer::commit);
            writer.put(table, rest, Values.of(3, 4, 5, 6));
            writer.commit();
        }
        try (NetcdfFile file = written()) {
            assertArrayEquals(new long[] {1, 2, 3, 4, 5, 6}, file.requireVariable("table").view().integerMatrix().toArray());
        }
    }
}
