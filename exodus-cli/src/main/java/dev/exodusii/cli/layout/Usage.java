package dev.exodusii.cli.layout;

import dev.exodusii.netcdf.Layout;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;

/// What the bytes of a file are used for. The parts add up to the size of the file.
///
/// @param header  the header
/// @param fixed   values of variables without records, as far as they are in the file
/// @param records values in records that are counted and complete
/// @param padding what lies between these: padding, and room that a writer left
/// @param behind  what lies behind them: records that are incomplete or not counted, and what nobody asked for
record Usage(long header, long fixed, long records, long padding, long behind) {

    static Usage of(NetcdfFile file) {
        Layout layout = file.layout();
        long fixed = 0;
        long records = 0;
        long end = layout.headerBytes();
        for (Variable variable : file.variables()) {
            if (variable.isRecord()) {
                records += Extent.bytes(file, variable);
            } else {
                long stored = stored(file, variable);
                fixed += stored;
                end = Math.max(end, stored == 0 ? 0 : variable.begin() + stored);
            }
        }
        if (layout.records() > 0 && layout.recordStart() >= 0) {
            // The padding of the last record need not be there.
            end = Math.max(end, Math.min(layout.fileBytes(), layout.recordStart()
                    + layout.records() * layout.recordStride()));
        }
        return new Usage(layout.headerBytes(), fixed, records, end - layout.headerBytes() - fixed - records,
                layout.fileBytes() - end);
    }

    /// Returns how many bytes of a variable without records are in the file.
    static long stored(NetcdfFile file, Variable variable) {
        return Math.clamp(file.layout().fileBytes() - variable.begin(), 0, Extent.bytes(file, variable));
    }
}
