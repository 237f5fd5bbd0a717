package dev.exodusii.cli.layout;

import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.text.Escape;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.RealView;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Python that opens values of a file as a NumPy array over the mapped file: nothing is copied, and no library but NumPy
/// is needed.
public final class NumpyExpression {

    private NumpyExpression() {}

    /// Returns the expression for a netCDF variable.
    ///
    /// @param path     the file as Python is to open it
    /// @param file     the open file
    /// @param variable the variable
    /// @return such as `np.ndarray((6, 1025), '>f8', np.memmap('run.e', mode='r'), 170388, (172088, 8))`
    /// @throws AbsentException when its values are not in the file
    public static String of(String path, NetcdfFile file, Variable variable) {
        if (!variable.isComplete()) {
            throw AbsentException.of("NO_VALUES", variable.name() + " is cut short in the file", "");
        }
        return expression(path, Extent.shape(file, variable), dtype(variable.type()), variable.begin(),
                Extent.strides(file, variable));
    }

    /// Returns the expression for a variable of the model, steps x entries.
    ///
    /// @param path   the file as Python is to open it
    /// @param file   the container
    /// @param series the variable, with a step at least
    /// @return the expression
    /// @throws AbsentException when it has no values
    public static String of(String path, NetcdfFile file, TimeSeries series) {
        if (series.steps() == 0 || series.size() == 0) {
            throw AbsentException.of("NO_VALUES", series.name() + " has no values", "");
        }
        long first = address(series.step(0));
        long stride = series.steps() > 1 ? address(series.step(1)) - first : file.layout().recordStride();
        return expression(path, List.of(series.steps(), series.size()), dtype(series.values().type()),
                first - base(file), List.of(stride, (long) series.values().type().byteSize()));
    }

    private static long address(RealView view) {
        return view.rawSegment().map(MemorySegment::address).orElseThrow();
    }

    /// Returns the address at which the file begins, seen from any variable.
    private static long base(NetcdfFile file) {
        for (Variable variable : file.variables()) {
            boolean isWhole = variable.isComplete() && !variable.isRecord() || file.layout().records() > 0
                    && variable.isComplete() && variable.isRecord();
            if (isWhole && Extent.bytes(file, variable) > 0) {
                var view = variable.isRecord() ? variable.view().select(0, 0) : variable.view();
                var raw = view.rawSegment();
                if (raw.isPresent()) {
                    return raw.get().address() - variable.begin();
                }
            }
        }
        throw new IllegalStateException("no variable has values");
    }

    private static String expression(String path, List<Long> shape, String dtype, long offset, List<Long> strides) {
        if (shape.contains(0L)) {
            return "np.empty(" + tuple(shape) + ", '" + dtype + "')";
        }
        return "np.ndarray(" + tuple(shape) + ", '" + dtype + "', np.memmap(" + quoted(path) + ", mode='r'), " + offset
                + ", " + tuple(strides) + ")";
    }

    private static String tuple(List<Long> values) {
        return "(" + values.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + (values.size() == 1 ? ",)" : ")");
    }

    /// Spells a path as Python does; what a terminal would act upon becomes an escape.
    private static String quoted(String path) {
        StringBuilder text = new StringBuilder("'");
        path.codePoints().forEach(c -> {
            if (c == '\'' || c == '\\') {
                text.append('\\').append((char) c);
            } else if (Escape.isPrintable(c)) {
                text.appendCodePoint(c);
            } else {
                text.append(String.format(Locale.ROOT, c > Character.MAX_VALUE ? "\\U%08x" : "\\u%04x", c));
            }
        });
        return text.append('\'').toString();
    }

    /// Returns how NumPy spells a stored type; all of them are big-endian.
    static String dtype(ElementType type) {
        return switch (type) {
            case BYTE -> "|i1";
            case CHAR -> "|S1";
            case SHORT -> ">i2";
            case INT -> ">i4";
            case FLOAT -> ">f4";
            case DOUBLE -> ">f8";
            case UBYTE -> "|u1";
            case USHORT -> ">u2";
            case UINT -> ">u4";
            case INT64 -> ">i8";
            case UINT64 -> ">u8";
        };
    }
}
