package dev.exodusii.cli.repair;

import dev.exodusii.netcdf.Layout;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.Repair;
import dev.exodusii.view.RealView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is saved of a file.
///
/// @param input      the file that is repaired, as the user named it
/// @param output     the file that is written
/// @param definition what that consists of
/// @param declared   the records that the header counts, or nothing where it leaves that open
/// @param counted    those of them that are complete
/// @param uncounted  the complete records behind them that are saved as well
/// @param left       the complete records behind those that are not saved
/// @param partial    the bytes of a last record that is not complete
/// @param dropped    the fixed variables that are cut short, which are left out
public record Saved(String input, String output, FileDefinition definition, OptionalLong declared, long counted,
        long uncounted, long left, long partial, List<Variable> dropped) {

    private static final String TIME = "time_whole";

    /// Decides what is saved of a file.
    ///
    /// @param input          the file's name
    /// @param output         the name of what is written
    /// @param file           the file, open
    /// @param takesUncounted whether records that the header does not count are saved
    /// @return what is saved
    public static Saved of(String input, String output, NetcdfFile file, boolean takesUncounted) {
        Repair repair = Repair.of(file);
        Layout layout = file.layout();
        long uncounted = takesUncounted ? timed(file, repair.uncounted()) : 0;
        boolean isCutShort = layout.isStreaming() || layout.recordsDeclared() > layout.recordsComplete();
        long end = layout.recordStart() + layout.recordsComplete() * layout.recordStride();
        long partial = isCutShort && layout.recordStart() >= 0
                ? Math.clamp(layout.fileBytes() - end, 0, layout.recordStride()) : 0;
        OptionalLong declared = layout.isStreaming() ? OptionalLong.empty() : OptionalLong.of(layout.recordsDeclared());
        return new Saved(input, output, repair.definition(), declared, repair.counted(), uncounted,
                repair.uncounted() - uncounted, partial, repair.damaged());
    }

    /// Counts the uncounted records whose time goes on: the time of a step that was never finished mostly does not.
    private static long timed(NetcdfFile file, long uncounted) {
        Optional<Variable> time = file.variable(TIME).filter(v -> v.isRecord() && v.rank() == 1 && v.type().isReal());
        if (time.isEmpty() || uncounted == 0) {
            return uncounted;
        }
        RealView times = time.get().completeRecords().reals();
        long first = file.layout().records();
        long step = first;
        double last = first == 0 ? Double.NEGATIVE_INFINITY : times.get(first - 1);
        while (step < first + uncounted && times.get(step) > last && times.get(step) < Double.POSITIVE_INFINITY) {
            last = times.get(step);
            step++;
        }
        return step - first;
    }

    /// Returns the number of records that are written.
    public long records() {
        return counted + uncounted;
    }

    /// Returns the records that the header counts but that are not in the file in full.
    public long lost() {
        return declared.isPresent() ? declared.getAsLong() - counted : 0;
    }

    /// Tells whether the file was sound, so that nothing but a copy was made.
    public boolean wasSound() {
        return declared.isPresent() && lost() == 0 && uncounted == 0 && left == 0 && dropped.isEmpty();
    }
}
