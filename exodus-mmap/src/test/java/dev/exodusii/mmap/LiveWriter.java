package dev.exodusii.mmap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Adds steps to a results file as netCDF-C does, byte for byte in the same order. A program of its own, too.
final class LiveWriter implements AutoCloseable {

    static final int NODES = 1_500;
    static final int VARIABLES = 2;
    private static final int COUNT_AT = 4;

    /// In which order netCDF-C writes.
    enum Order {
        /// With its buffer: values first, and the count when it is told to synchronise.
        BUFFERED,
        /// With `NC_SHARE`: the count first, then the time and each variable in turn.
        SHARED,
        /// With `NC_SHARE`, from a program that writes its last variable first.
        SHARED_BACKWARDS
    }

    private final SparseModel model = new SparseModel(2, NODES, 0, VARIABLES);
    private final FileChannel channel;
    private final Order order;
    private int steps;

    private LiveWriter(Path path, Order order) throws IOException {
        this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
        this.order = order;
    }

    /// Makes a file without steps.
    static LiveWriter create(Path path, Order order) throws IOException {
        new SparseModel(2, NODES, 0, VARIABLES).write(path, List.of());
        return new LiveWriter(path, order);
    }

    /// What is written, so that every value can be checked.
    static double value(int variable, long step, long node) {
        return step * 1_000_003.0 + variable * 0.5 + node * 1e-4 + 1;
    }

    static double time(long step) {
        return 0.125 * (step + 1);
    }

    int steps() {
        return steps;
    }

    /// Adds a step in full.
    void step() throws IOException {
        if (order != Order.BUFFERED) {
            count(steps + 1);
        }
        time();
        for (int i = 0; i < VARIABLES; i++) {
            variable(order == Order.SHARED_BACKWARDS ? VARIABLES - 1 - i : i);
        }
        if (order == Order.BUFFERED) {
            count(steps + 1);
        }
        steps++;
    }

    void count(int records) throws IOException {
        write(ByteBuffer.allocate(Integer.BYTES).putInt(0, records), COUNT_AT);
    }

    void time() throws IOException {
        write(ByteBuffer.allocate(Double.BYTES).putDouble(0, time(steps)), at());
    }

    void variable(int variable) throws IOException {
        ByteBuffer values = ByteBuffer.allocate(NODES * Double.BYTES);
        for (int node = 0; node < NODES; node++) {
            values.putDouble(value(variable, steps, node));
        }
        write(values.flip(), at() + Double.BYTES + (long) variable * NODES * Double.BYTES);
    }

    private long at() {
        return model.recordStart() + steps * model.recordBytes();
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        for (long to = at; bytes.hasRemaining();) {
            to += channel.write(bytes, to);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// @param arguments the file, the order, how many steps, and how many microseconds to rest after each
    public static void main(String[] arguments) throws IOException {
        try (LiveWriter writer = create(Path.of(arguments[0]), Order.valueOf(arguments[1]))) {
            int steps = Integer.parseInt(arguments[2]);
            long nanos = 1_000L * Integer.parseInt(arguments[3]);
            while (writer.steps() < steps) {
                writer.step();
                LockSupport.parkNanos(nanos);
            }
        }
    }
}
