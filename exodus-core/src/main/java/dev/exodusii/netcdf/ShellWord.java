package dev.exodusii.netcdf;

import java.util.regex.Pattern;

/// File names in commands that an error message proposes.
final class ShellWord {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./+,:=@%\\\\][\\p{L}\\p{N}_./+,:=@%\\\\-]*");
    private static final Pattern NETCDF4_EXTENSION = Pattern.compile("(?i)\\.(nc|nc4|h5|hdf5)$");

    private ShellWord() {}

    /// Quotes a file name for a shell where that is needed.
    static String of(String file) {
        return PLAIN.matcher(file).matches() ? file : "'" + file.replace("'", "'\\''") + "'";
    }

    /// Proposes a name for the converted file that differs from the original: `model.nc4` becomes `model.e`, and
    /// `model.e.4.0` becomes `model-cdf5.e.4.0`, because the end of such a name has a meaning.
    static String converted(String file) {
        String renamed = NETCDF4_EXTENSION.matcher(file).replaceFirst(".e");
        if (!renamed.equals(file)) {
            return renamed;
        }
        int start = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1;
        int dot = file.indexOf('.', start + 1);
        int end = dot < 0 ? file.length() : dot;
        return file.substring(0, end) + "-cdf5" + file.substring(end);
    }
}
