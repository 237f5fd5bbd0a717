package dev.exodusii.cli.layout;

import dev.exodusii.cli.json.Json;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.Layout;
import dev.exodusii.netcdf.NetcdfFile;
import java.util.OptionalLong;

/// Where the values lie, for programs.
public final class LayoutJson {

    private LayoutJson() {}

    /// Writes the layout of a file.
    ///
    /// @param file the open file
    /// @param json where it goes: an object that is open
    public static void write(NetcdfFile file, Json json) {
        Layout layout = file.layout();
        json.field("format", file.format().label()).field("bytes", layout.fileBytes())
                .field("headerBytes", layout.headerBytes()).field("dataStart", layout.dataStart());
        Usage usage = Usage.of(file);
        json.object("usage", bytes -> bytes.field("header", usage.header()).field("fixed", usage.fixed())
                .field("records", usage.records()).field("padding", usage.padding()).field("behind", usage.behind()));
        json.object("records", records -> records.field("start", present(layout.recordStart()))
                .field("stride", layout.recordStride()).field("count", layout.records())
                .field("declared", present(layout.recordsDeclared())).field("complete", layout.recordsComplete()));
        json.objects("variables", file.variables(), variable -> {
            json.field("name", variable.name()).field("type", variable.type().label())
                    .field("dtype", NumpyExpression.dtype(variable.type()));
            json.texts("dimensions", variable.dimensions().stream().map(Dimension::name).toList());
            json.integers("shape", Extent.shape(file, variable).stream().mapToLong(Long::longValue));
            json.integers("strides", Extent.strides(file, variable).stream().mapToLong(Long::longValue));
            json.field("offset", variable.begin()).field("bytes", Extent.bytes(file, variable))
                    .field("isRecord", variable.isRecord()).field("isComplete", variable.isComplete());
        });
    }

    /// What is not there is -1 in the layout.
    private static OptionalLong present(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
