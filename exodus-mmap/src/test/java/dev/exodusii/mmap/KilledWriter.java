package dev.exodusii.mmap;

import dev.exodusii.netcdf.write.AttributeDefinition;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.view.ElementType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// A program that writes steps until it is killed, and says on stdout what it has announced.
public final class KilledWriter {

    static final int NODES = 5_000;
    /// Odd, so that slabs have padding.
    static final int FLAGS = 4_003;
    static final int MESH = 300_000;

    private KilledWriter() {}

    /// @param args the file, and how it is written: `new`, `in-place`, `append`, each with `-durable` behind it or not
    public static void main(String[] args) throws IOException {
        Path path = Path.of(args[0]);
        WriteOption[] options = args[1].endsWith("-durable") ? new WriteOption[] {WriteOption.DURABLE}
                : new WriteOption[0];
        say("begins");
        if (args[1].startsWith("append")) {
            steps(NetcdfOutput.append(path, options));
            return;
        }
        if (args[1].startsWith("in-place")) {
            options = args[1].endsWith("-durable") ? new WriteOption[] {WriteOption.IN_PLACE, WriteOption.DURABLE}
                    : new WriteOption[] {WriteOption.IN_PLACE};
        }
        NetcdfWriter writer = NetcdfOutput.create(path, definition(), options);
        writer.put(writer.variable("mesh"), Values.of(mesh()));
        writer.commit();
        say("announced 0");
        steps(writer);
    }

    static FileDefinition definition() {
        return FileDefinition.builder().recordDimension("time_step").dimension("num_nodes", NODES)
                .dimension("num_flags", FLAGS).dimension("num_mesh", MESH)
                .attribute(AttributeDefinition.text("title", "to be killed"))
                .variable("time_whole", ElementType.DOUBLE, List.of("time_step"))
                .variable("mesh", ElementType.DOUBLE, List.of("num_mesh"))
                .variable("temperature", ElementType.DOUBLE, List.of("time_step", "num_nodes"))
                .variable("flags", ElementType.BYTE, List.of("time_step", "num_flags"))
                .variable("small", ElementType.FLOAT, List.of("time_step", "num_nodes")).build();
    }

    private static void steps(NetcdfWriter writer) throws IOException {
        for (long step = writer.records(); ; step++) {
            put(writer, step);
            writer.announce(step + 1);
            say("announced " + (step + 1));
        }
    }

    static void put(NetcdfWriter writer, long step) throws IOException {
        writer.put(writer.variable("flags"), step, Values.of(flags(step)));
        writer.put(writer.variable("temperature"), step, Values.of(temperature(step)));
        writer.put(writer.variable("small"), step, Values.of(temperature(step)));
        writer.put(writer.variable("time_whole"), step, Values.of(step * 0.5));
    }

    static double[] mesh() {
        double[] mesh = new double[MESH];
        for (int i = 0; i < mesh.length; i++) {
            mesh[i] = i + 0.25;
        }
        return mesh;
    }

    static double[] temperature(long step) {
        double[] values = new double[NODES];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + step * 1_000 + i * 0.5;
        }
        return values;
    }

    static byte[] flags(long step) {
        byte[] values = new byte[FLAGS];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) (1 + (step + i) % 100);
        }
        return values;
    }

    private static void say(String what) throws IOException {
        System.out.write((what + "\n").getBytes(StandardCharsets.US_ASCII));
        System.out.flush();
    }
}
