package dev.exodusii.netcdf.write;

import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ArrayView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Puts the values of one file into another: all variables that both have, byte for byte where the types are equal.
public final class RecordCopy {

    private record Pair(Variable from, VariableDefinition to) {}

    private final NetcdfFile file;
    private final NetcdfWriter writer;
    private final List<Pair> fixed = new ArrayList<>();
    private final List<Pair> recorded = new ArrayList<>();

    private RecordCopy(NetcdfFile file, NetcdfWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /// Finds the variables that both have.
    ///
    /// @param file   the file that is read
    /// @param writer the file that is written; the shapes of its variables are equal
    /// @return what copies them
    public static RecordCopy of(NetcdfFile file, NetcdfWriter writer) {
        RecordCopy copy = new RecordCopy(file, writer);
        List<VariableDefinition> rest = new ArrayList<>(writer.definition().variables());
        for (Variable variable : file.variables()) {
            // Names may occur twice: each is taken once.
            for (VariableDefinition candidate : rest) {
                if (candidate.name().equals(variable.name())) {
                    (variable.isRecord() ? copy.recorded : copy.fixed).add(new Pair(variable, candidate));
                    rest.remove(candidate);
                    break;
                }
            }
        }
        return copy;
    }

    /// Copies all fixed variables and all records.
    ///
    /// @throws IOException when they cannot be written
    public void all() throws IOException {
        fixed();
        records(0, file.layout().records());
    }

    /// Copies the fixed variables.
    ///
    /// @throws IOException when they cannot be written
    public void fixed() throws IOException {
        for (Pair pair : fixed) {
            writer.put(pair.to, Values.of(pair.from.view()));
        }
    }

    /// Copies some records, one after the other.
    ///
    /// @param from  the first 0-based record
    /// @param count how many
    /// @throws IOException when they cannot be written
    public void records(long from, long count) throws IOException {
        List<ArrayView> views = recorded.stream().map(pair -> pair.from.view()).toList();
        for (long record = from; record < from + count; record++) {
            for (int i = 0; i < recorded.size(); i++) {
                writer.put(recorded.get(i).to, record, Values.of(views.get(i).select(0, record)));
            }
        }
    }
}
