package dev.exodusii.mmap;

import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.write.Fill;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/// Writes Exodus results files as large as one likes that take next to no room: a header, and holes with a few values in
/// places that the test chooses.
///
/// @param version   1, 2 or 5
/// @param nodes     the number of nodes
/// @param steps     the number of time steps, whose times are their numbers
/// @param variables the number of nodal variables, all of type double: `v1`, `v2`...
record SparseModel(int version, long nodes, long steps, int variables) {

    /// Writes the file and puts `value(variable, step, node)` where `probes` asks for it.
    void write(Path path, List<Probe> probes) {
        try (ExodusWriter writer = Exodus.create(path, definition())) {
            for (long step = 0; step < steps; step++) {
                writer.putTime(step, step);
            }
            for (Probe probe : probes) {
                writer.nodal("v" + (probe.variable() + 1)).step(probe.step()).slice(probe.node(), 1).put(probe.value());
            }
            writer.announce(steps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One value that is not a hole.
    record Probe(int variable, long step, long node, double value) {}

    private ExodusDefinition definition() {
        return ExodusDefinition.builder().dimension(1).nodes(nodes).fill(Fill.HOLES)
                .format(ContainerFormat.values()[version == 5 ? 2 : version - 1])
                .nodalVariables(IntStream.rangeClosed(1, variables).mapToObj(v -> "v" + v).toArray(String[]::new))
                .build();
    }

    long fileBytes() {
        return definition().layout().layout().fileBytes(steps);
    }

    /// Where the first step begins: with its time, followed by the variables.
    long recordStart() {
        return definition().layout().layout().recordStart();
    }

    long recordBytes() {
        return definition().layout().layout().recordStride();
    }
}
