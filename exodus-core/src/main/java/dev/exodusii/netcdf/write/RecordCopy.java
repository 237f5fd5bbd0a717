package dev.exodusii.netcdf.write;

import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ArrayView;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/// Puts the values of one file into another: all variables that both have, byte for byte where the types are equal.
public final class RecordCopy {

    private record Pair(Variable from, VariableDefinition to) {}

    private final NetcdfWriter writer;
    private final LongConsumer progress;
    private final List<Pair> fixed = new ArrayList<>();
    private final List<Pair> recorded = new ArrayList<>();

    private RecordCopy(NetcdfWriter writer, LongConsumer progress) {
        this.writer = writer;
        this.progress = progress;
    }

    /// Finds the variables that both have.
    ///
    /// @param file   the file that is read; it must be open while it is copied
    /// @param writer the file that is written; the shapes of its variables are equal
    /// @return what copies them
    public static RecordCopy of(NetcdfFile file, NetcdfWriter writer) {
        return of(file, writer, _ -> {});
    }

    /// Finds the variables that both have.
    ///
    /// @param file     the file that is read; it must be open while it is copied
    /// @param writer   the file that is written; the shapes of its variables are equal
    /// @param progress is told of bytes that were copied since it was told last
    /// @return what copies them
    public static RecordCopy of(NetcdfFile file, NetcdfWriter writer, LongConsumer progress) {
        RecordCopy copy = new RecordCopy(writer, progress);
        // Names may occur twice: each is taken once.
        List<VariableDefinition> rest = new ArrayList<>(writer.definition().variables());
        for (Variable variable : file.variables()) {
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

    /// Copies the fixed variables.
    ///
    /// @throws IOException when they cannot be written
    public void fixed() throws IOException {
        for (Pair pair : fixed) {
            writer.put(pair.to, Values.of(pair.from.view()));
            progress.accept(pair.from.recordBytes());
        }
    }

    /// Copies some records, one after the other; also those that are complete but that the header does not count.
    ///
    /// @param from  the first 0-based record
    /// @param count how many
    /// @throws IOException               when they cannot be written
    /// @throws IndexOutOfBoundsException when the file does not hold them in full
    public void records(long from, long count) throws IOException {
        List<ArrayView> views = recorded.stream().map(pair -> pair.from.completeRecords()).toList();
        for (long record = from; record < from + count; record++) {
            for (int i = 0; i < recorded.size(); i++) {
                writer.put(recorded.get(i).to, record, Values.of(views.get(i).select(0, record)));
                progress.accept(recorded.get(i).from.recordBytes());
            }
        }
    }
}
