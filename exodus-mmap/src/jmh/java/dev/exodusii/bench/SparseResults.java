package dev.exodusii.bench;

import java.io.IOException;
import java.nio.file.Path;

/// A file of any size that takes next to no room: times, a few values, and holes.
///
/// @param nodes     the number of nodes
/// @param steps     the number of time steps
/// @param variables the number of nodal variables, all of doubles: `v1`, `v2`...
record SparseResults(long nodes, long steps, int variables) {

    private static final int NAME = 33;

    void write(Path path) throws IOException {
        ClassicHeader header = new ClassicHeader(2, steps);
        header.dimension("len_name", NAME);
        header.dimension("num_dim", 3);
        header.dimension("num_nodes", nodes);
        header.dimension("num_nod_var", variables);
        header.attribute("api_version", ClassicHeader.FLOAT, 6.02f);
        header.attribute("version", ClassicHeader.FLOAT, 6.02f);
        header.attribute("floating_point_word_size", ClassicHeader.INT, Double.BYTES);
        header.attribute("file_size", ClassicHeader.INT, 1);
        header.attribute("title", ClassicHeader.CHAR, "sparse");
        for (String axis : new String[] {"coordx", "coordy", "coordz"}) {
            header.variable(axis, ClassicHeader.DOUBLE, "num_nodes");
        }
        header.variable("name_nod_var", ClassicHeader.CHAR, "num_nod_var", "len_name");
        header.variable("time_whole", ClassicHeader.DOUBLE, ClassicHeader.RECORD);
        for (int variable = 1; variable <= variables; variable++) {
            header.variable("vals_nod_var" + variable, ClassicHeader.DOUBLE, ClassicHeader.RECORD, "num_nodes");
        }
        ModelFile.write(path, header, file -> {
            for (int variable = 0; variable < variables; variable++) {
                file.text(file.at("name_nod_var") + (long) variable * NAME, "v" + (variable + 1));
            }
            for (long step = 0; step < steps; step++) {
                file.real(file.at("time_whole", step), ClassicHeader.DOUBLE, 0, step);
            }
        });
    }
}
