package dev.exodusii.bench;

import dev.exodusii.mmap.Exodus;
import dev.exodusii.netcdf.write.Fill;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/// A file of any size that takes next to no room: times and holes.
///
/// @param nodes     the number of nodes
/// @param steps     the number of time steps
/// @param variables the number of nodal variables, all of doubles: `v1`, `v2`...
record SparseResults(long nodes, long steps, int variables) {

    void write(Path path) throws IOException {
        ExodusDefinition definition = ExodusDefinition.builder().title("sparse").dimension(3).nodes(nodes)
                .fill(Fill.HOLES).nodalVariables(IntStream.rangeClosed(1, variables).mapToObj(v -> "v" + v)
                        .toArray(String[]::new)).build();
        try (ExodusWriter writer = Exodus.create(path, definition)) {
            for (long step = 0; step < steps; step++) {
                writer.putTime(step, step);
            }
            writer.announce(steps);
        }
    }
}
