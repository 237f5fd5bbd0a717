package dev.exodusii.cli;

import dev.exodusii.mmap.Netcdf;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.StepScan;
import dev.exodusii.view.RealView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Work on enough numbers that the JVM learns which loops are worth compiling: with what it has learnt, a first scan of a
/// large file runs at full speed from the start instead of after half a second.
final class Practice {

    private static final int VALUES = 1 << 20;
    private static final int ROUNDS = 400;
    private static final int DOUBLE = 6;

    private Practice() {}

    static void scan() throws IOException {
        Path path = Files.createTempFile("exo", ".nc");
        try {
            Files.write(path, file());
            try (NetcdfFile file = Netcdf.open(path)) {
                RealView values = file.requireVariable("v").view().reals();
                for (int round = 0; round < ROUNDS; round++) {
                    StepScan.of(values, Workers.callingThread());
                }
            }
        } finally {
            Files.delete(path);
        }
    }

    /// Makes a classic netCDF file with one variable: `double v(n)`.
    private static byte[] file() {
        ByteBuffer file = ByteBuffer.allocate(128 + VALUES * Double.BYTES);
        file.put(new byte[] {'C', 'D', 'F', 1}).putInt(0);
        file.putInt(10).putInt(1);
        name(file, "n").putInt(VALUES);
        file.putInt(0).putInt(0);
        file.putInt(11).putInt(1);
        name(file, "v").putInt(1).putInt(0).putInt(0).putInt(0).putInt(DOUBLE).putInt(VALUES * Double.BYTES).putInt(128);
        for (int i = 0; i < VALUES; i++) {
            file.putDouble(128 + i * Double.BYTES, Math.sin(i));
        }
        return file.array();
    }

    private static ByteBuffer name(ByteBuffer file, String name) {
        return file.putInt(1).put(name.getBytes(StandardCharsets.US_ASCII)).put(new byte[3]);
    }
}
