package dev.exodusii.cli.layout;

import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import java.util.List;
import java.util.stream.IntStream;

/// How much there is of a variable: of records, those that are complete.
final class Extent {

    private Extent() {}

    static long length(NetcdfFile file, Dimension dimension) {
        return file.recordDimension().filter(dimension::equals).isPresent() ? file.layout().records()
                : dimension.length();
    }

    static List<Long> shape(NetcdfFile file, Variable variable) {
        return variable.dimensions().stream().map(dimension -> length(file, dimension)).toList();
    }

    static long bytes(NetcdfFile file, Variable variable) {
        long bytes = variable.type().byteSize();
        for (long length : shape(file, variable)) {
            bytes = Math.multiplyExact(bytes, length);
        }
        return bytes;
    }

    /// Returns how many bytes lie between neighbours in each dimension: a record apart in the first of a record variable.
    static List<Long> strides(NetcdfFile file, Variable variable) {
        List<Long> shape = shape(file, variable);
        return IntStream.range(0, shape.size()).mapToObj(d -> d == 0 && variable.isRecord()
                ? file.layout().recordStride()
                : shape.subList(d + 1, shape.size()).stream().reduce((long) variable.type().byteSize(), (a, b) -> a * b))
                .toList();
    }
}
