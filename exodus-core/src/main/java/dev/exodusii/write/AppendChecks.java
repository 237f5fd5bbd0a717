package dev.exodusii.write;

import dev.exodusii.netcdf.write.DimensionDefinition;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.VariableDefinition;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Checks that a file keeps the values of steps as the writer puts them; foreign programs have ways of their own.
final class AppendChecks {

    private AppendChecks() {}

    static void check(ExodusDefinition definition, NetcdfWriter file) throws IOException {
        for (VariableDefinition wanted : definition.layout().variables()) {
            if (!wanted.isRecord()) {
                continue;
            }
            Optional<VariableDefinition> stored = file.definition().variable(wanted.name());
            if (stored.isEmpty()) {
                throw refusal(file, "values that belong into '" + wanted.name() + "' are kept elsewhere");
            }
            if (!stored.get().isRecord() || !lengths(stored.get()).equals(lengths(wanted))) {
                throw refusal(file, "'" + wanted.name() + "' is stored as " + stored.get() + ", not as " + wanted);
            }
        }
        for (VariableDefinition stored : file.definition().variables()) {
            if (stored.isRecord() && definition.layout().variable(stored.name()).isEmpty()) {
                throw refusal(file, "'" + stored.name() + "' has values at each step, but they are none of the model");
            }
        }
    }

    private static List<Long> lengths(VariableDefinition variable) {
        return variable.dimensions().stream().skip(1).map(DimensionDefinition::length).toList();
    }

    private static IOException refusal(NetcdfWriter file, String reason) {
        return new IOException(file.name() + ": steps cannot be added in place: " + reason
                + "; write a copy, which keeps them as usual, and add to that");
    }
}
