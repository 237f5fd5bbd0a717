import org.jspecify.annotations.NullMarked;

/// Reads and writes Exodus II files, and any classic netCDF file, in memory: the container, the model and zero-copy views.
///
/// This module does no I/O. `dev.exodusii.mmap` opens, maps and makes files.
@NullMarked
module dev.exodusii.core {
    requires static org.jspecify;
    // Used where the user adds it to the JVM; never needed.

    exports dev.exodusii;
    exports dev.exodusii.check;
    exports dev.exodusii.compare;
    exports dev.exodusii.diagnostic;
    exports dev.exodusii.geometry;
    exports dev.exodusii.grid;
    exports dev.exodusii.netcdf;
    exports dev.exodusii.netcdf.write;
    exports dev.exodusii.parallel;
    exports dev.exodusii.slice;
    exports dev.exodusii.statistics;
    exports dev.exodusii.surface;
    exports dev.exodusii.topology;
    exports dev.exodusii.transform;
    exports dev.exodusii.view;
    exports dev.exodusii.write;
}
