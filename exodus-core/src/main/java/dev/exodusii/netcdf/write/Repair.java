package dev.exodusii.netcdf.write;

import dev.exodusii.diagnostic.Faults;
import dev.exodusii.netcdf.ContainerFormat;
import dev.exodusii.netcdf.Layout;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ArrayView;
import dev.exodusii.view.StoredBytes;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Finds out what can be saved of a file that was cut short, or whose header counts its records wrongly, and writes that as
/// a sound file. No value is made up, and none is changed.
///
/// The file that is repaired is only read. Safe for use by several threads as long as it is open.
public final class Repair {

    private final NetcdfFile file;
    private final long uncounted;

    private Repair(NetcdfFile file, long uncounted) {
        this.file = file;
        this.uncounted = uncounted;
    }

    /// Examines a file; reads little more than its header.
    ///
    /// @param file the file, which must stay open
    /// @return what can be saved of it
    public static Repair of(NetcdfFile file) {
        return new Repair(file, Faults.guard(file.name(), "its uncounted records", () -> countUncounted(file)));
    }

    /// Records behind the counted ones, up to the first that nobody wrote values into. Where another variable lies behind
    /// the records, what follows them is not theirs.
    private static long countUncounted(NetcdfFile file) {
        Layout layout = file.layout();
        List<Variable> recorded = file.variables().stream().filter(Variable::isRecord).toList();
        if (recorded.isEmpty() || layout.isStreaming()
                || file.variables().stream().anyMatch(v -> !v.isRecord() && v.begin() >= layout.recordStart())) {
            return 0;
        }
        List<byte[]> fills = recorded.stream().map(Repair::fillValue).toList();
        List<ArrayView> views = recorded.stream().map(Variable::completeRecords).toList();
        long record = layout.records();
        while (record < layout.recordsComplete() && isWritten(views, fills, record)) {
            record++;
        }
        return record - layout.records();
    }

    private static byte[] fillValue(Variable variable) {
        return FillValue.of(variable.type(), variable.attribute(FillValue.ATTRIBUTE).map(AttributeDefinition::of));
    }

    private static boolean isWritten(List<ArrayView> views, List<byte[]> fills, long record) {
        for (int i = 0; i < views.size(); i++) {
            MemorySegment slab = views.get(i).select(0, record).rawSegment().orElseThrow();
            byte[] fill = fills.get(i);
            boolean isZero = true;
            boolean isFill = true;
            for (long at = 0; at < slab.byteSize() && (isZero || isFill); at++) {
                byte b = slab.get(ValueLayout.JAVA_BYTE, at);
                isZero &= b == 0;
                isFill &= b == fill[(int) (at % fill.length)];
            }
            if (!isZero && !isFill) {
                return true;
            }
        }
        return false;
    }

    /// Returns the number of records that the header counts and the file holds in full.
    public long counted() {
        return file.layout().records();
    }

    /// Returns the number of records behind those, complete and not blank, that the header does not count. Whether their
    /// writer was done with them cannot be told.
    public long uncounted() {
        return uncounted;
    }

    /// Returns the fixed variables that are cut short, in the order of the header.
    public List<Variable> damaged() {
        return file.variables().stream().filter(variable -> !variable.isComplete()).toList();
    }

    /// Returns the definition of all variables that are complete, in the format of the file.
    public FileDefinition definition() {
        DefinitionBuilder builder = definitionBuilder();
        try {
            return builder.build();
        } catch (IllegalArgumentException layoutOfItsOwn) {
            // Laid out as it is the file kept within the limits of its format; in the order of the header it does not.
            return builder.format(ContainerFormat.CDF_5).build();
        }
    }

    /// Begins a definition with all variables that are complete, for a copy with other settings.
    ///
    /// @return a builder
    public DefinitionBuilder definitionBuilder() {
        return new DefinitionBuilder().copy(file, Variable::isComplete);
    }

    /// Copies all complete fixed variables and some records, and announces these.
    ///
    /// @param writer   a new file of [#definition]
    /// @param records  how many records, at most those counted and uncounted
    /// @param progress is told of bytes that were copied since it was told last
    /// @throws IOException when they cannot be written
    public void copyTo(NetcdfWriter writer, long records, LongConsumer progress) throws IOException {
        RecordCopy copy = RecordCopy.of(file, writer, progress);
        copy.fixed();
        if (file.layout().recordStart() >= 0) {
            copy.records(0, records);
        }
        writer.announce(records);
    }

    /// Compares a copy with the file, byte for byte.
    ///
    /// @param copy     the copy, open
    /// @param records  how many records it should have
    /// @param progress is told of bytes that were compared since it was told last
    /// @return the first difference in words, or nothing when there is none
    /// @throws dev.exodusii.diagnostic.LostDataException when one of the files has become shorter meanwhile
    public Optional<String> difference(NetcdfFile copy, long records, LongConsumer progress) {
        return Faults.guard(file.name() + " or " + copy.name(), "what is compared",
                () -> firstDifference(copy, records, progress));
    }

    private Optional<String> firstDifference(NetcdfFile copy, long records, LongConsumer progress) {
        List<Variable> originals = new ArrayList<>(file.variables());
        originals.removeAll(damaged());
        List<Variable> copies = copy.variables();
        if (originals.size() != copies.size() || copy.layout().records() != records || copy.layout().isTruncated()) {
            return Optional.of(copies.size() + " variables and " + copy.layout().records() + " records in place of "
                    + originals.size() + " and " + records);
        }
        for (int i = 0; i < originals.size(); i++) {
            Variable original = originals.get(i);
            if (!original.name().equals(copies.get(i).name())
                    || !isEqual(original, copies.get(i), original.isRecord() ? records : 1)) {
                return Optional.of("variable " + original.name());
            }
            progress.accept(original.recordBytes() * (original.isRecord() ? records : 1));
        }
        return Optional.empty();
    }

    private static boolean isEqual(Variable original, Variable copy, long records) {
        if (!original.isRecord()) {
            return isEqual(original.view(), copy.view());
        }
        ArrayView all = original.completeRecords();
        for (long record = 0; record < records; record++) {
            if (!isEqual(all.select(0, record), copy.view().select(0, record))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEqual(ArrayView one, ArrayView other) {
        return one.type() == other.type()
                && StoredBytes.mismatch(one.rawSegment().orElseThrow(), other.rawSegment().orElseThrow()) < 0;
    }
}
