package dev.exodusii.cli.layout;

import dev.exodusii.cli.json.Ids;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.netcdf.Attribute;
import dev.exodusii.netcdf.Dimension;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.Variable;
import dev.exodusii.view.ElementType;
import java.io.Writer;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A reference file: Zarr metadata whose chunks are ranges of bytes of the netCDF file, as Kerchunk and fsspec define it
/// (version 1). With it xarray and Dask read the file lazily as if it were a Zarr store.
public final class Kerchunk {

    /// Chunks that are not larger than this can be fetched one by one.
    private static final long LARGEST = 64L << 20;
    private static final String FILL = "_FillValue";

    private final NetcdfFile file;
    private final String target;
    private final Json refs;

    private Kerchunk(NetcdfFile file, String target, Json refs) {
        this.file = file;
        this.target = target;
        this.refs = refs;
    }

    /// Writes the document.
    ///
    /// @param file   the open file
    /// @param target the path or URL under which readers find the file
    /// @param out    where it goes, piece by piece: with many records it is large
    public static void write(NetcdfFile file, String target, Writer out) {
        Json.stream(out, document -> document.field("version", 1)
                .object("refs", refs -> new Kerchunk(file, target, refs).write()));
    }

    private void write() {
        Json group = Json.begin(false, Ids.INTEGERS);
        refs.field(".zgroup", group.field("zarr_format", 2).end());
        refs.field(".zattrs", attributes(file.attributes(), Optional.empty()));
        Set<String> names = new HashSet<>();
        for (Variable variable : file.variables()) {
            // Values that are not in the file cannot be referred to, nor can a second variable of the same name.
            if (variable.isComplete() && names.add(variable.name())) {
                write(variable);
            }
        }
    }

    private void write(Variable variable) {
        List<Long> shape = Extent.shape(file, variable);
        List<Long> chunks = chunks(variable, shape);
        Json array = Json.begin(false, Ids.INTEGERS);
        array.field("zarr_format", 2);
        array.integers("shape", shape.stream().mapToLong(Long::longValue));
        array.integers("chunks", chunks.stream().mapToLong(Long::longValue));
        array.field("dtype", NumpyExpression.dtype(variable.type())).field("order", "C");
        fill(variable, array);
        array.absent("compressor").absent("filters");
        refs.field(variable.name() + "/.zarray", array.end());
        refs.field(variable.name() + "/.zattrs", attributes(variable.attributes(),
                Optional.of(variable.dimensions().stream().map(Dimension::name).toList())));
        if (!shape.contains(0L)) {
            references(variable, shape, chunks);
        }
    }

    private static void fill(Variable variable, Json array) {
        Optional<Attribute> fill = variable.attribute(FILL).filter(attribute -> attribute.length() == 1
                && attribute.type() == variable.type());
        if (fill.isEmpty()) {
            array.absent("fill_value");
        } else if (fill.get().isText()) {
            array.field("fill_value", Base64.getEncoder().encodeToString(bytes(fill.get())));
        } else if (variable.type() == ElementType.UINT64) {
            array.number("fill_value", integer(fill.get(), fill.get().values().integers().get(0)));
        } else if (variable.type().isReal()) {
            array.field("fill_value", fill.get().values().reals().get(0));
        } else {
            array.field("fill_value", fill.get().values().integers().get(0));
        }
    }

    private static byte[] bytes(Attribute attribute) {
        return attribute.values().rawSegment().orElseThrow().toArray(ValueLayout.JAVA_BYTE);
    }

    /// Tells whether there is something else between the records of a variable.
    private boolean isScattered(Variable variable) {
        return variable.isRecord() && variable.dimensions().stream().skip(1).mapToLong(Dimension::length)
                .reduce((long) variable.type().byteSize(), (a, b) -> a * b) != file.layout().recordStride();
    }

    /// One record in a chunk where there is something between them; else as many rows as a chunk may have. A last chunk that is not full must still have bytes
    /// behind it in the file, which readers ignore; where it has none, rows are divided evenly or not at all.
    private List<Long> chunks(Variable variable, List<Long> shape) {
        List<Long> chunks = new ArrayList<>(shape);
        if (shape.isEmpty()) {
            return chunks;
        }
        if (isScattered(variable)) {
            chunks.set(0, 1L);
        } else if (!shape.contains(0L)) {
            chunks.set(0, rows(variable, shape.getFirst()));
        }
        return chunks.stream().map(length -> Math.max(1, length)).toList();
    }

    private long rows(Variable variable, long all) {
        long rowBytes = Extent.bytes(file, variable) / all;
        long rows = Math.clamp(LARGEST / rowBytes, 1, all);
        long chunkCount = (all + rows - 1) / rows;
        if (variable.begin() + chunkCount * rows * rowBytes <= file.layout().fileBytes()) {
            return rows;
        }
        for (long divisor = rows; divisor > rows / 64; divisor--) {
            if (all % divisor == 0) {
                return divisor;
            }
        }
        return all;
    }

    private void references(Variable variable, List<Long> shape, List<Long> chunks) {
        if (shape.isEmpty()) {
            refs.reference(variable.name() + "/0", target, variable.begin(), variable.type().byteSize());
            return;
        }
        long bytes = variable.type().byteSize();
        for (long length : chunks) {
            bytes *= length;
        }
        long stride = isScattered(variable) ? file.layout().recordStride() : bytes;
        String rest = ".0".repeat(shape.size() - 1);
        long count = (shape.getFirst() + chunks.getFirst() - 1) / chunks.getFirst();
        for (long chunk = 0; chunk < count; chunk++) {
            refs.reference(variable.name() + "/" + chunk + rest, target, variable.begin() + chunk * stride, bytes);
        }
    }

    private static String attributes(List<Attribute> attributes, Optional<List<String>> dimensions) {
        Json json = Json.beginAscii();
        // Groups have no dimensions, scalars an empty list.
        dimensions.ifPresent(names -> json.texts("_ARRAY_DIMENSIONS", names));
        for (Attribute attribute : attributes) {
            if (!attribute.name().equals(FILL)) {
                attribute(json, attribute);
            }
        }
        return json.end();
    }

    private static void attribute(Json json, Attribute attribute) {
        if (attribute.isText()) {
            json.field(attribute.name(), text(attribute));
        } else if (attribute.type().isReal()) {
            if (attribute.length() == 1) {
                json.field(attribute.name(), attribute.values().reals().get(0));
            } else {
                json.reals(attribute.name(), attribute.values().reals().stream());
            }
        } else if (attribute.length() == 1) {
            json.number(attribute.name(), integer(attribute, attribute.values().integers().get(0)));
        } else {
            json.numbers(attribute.name(), attribute.values().integers().stream()
                    .mapToObj(value -> integer(attribute, value)));
        }
    }

    /// Returns the whole text: only zeros at its end are padding.
    private static String text(Attribute attribute) {
        byte[] bytes = bytes(attribute);
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static String integer(Attribute attribute, long value) {
        return attribute.type() == ElementType.UINT64 ? Long.toUnsignedString(value) : Long.toString(value);
    }

    /// Says in words what is in the document.
    ///
    /// @param file the file
    /// @return such as `72 variables, 6 records`
    public static String inShort(NetcdfFile file) {
        return Numbers.count(file.variables().stream().filter(Variable::isComplete).count(), "variable") + ", "
                + Numbers.count(file.layout().records(), "record") + file.variables().stream()
                        .filter(variable -> !variable.isComplete()).map(Variable::name)
                        .collect(Collectors.collectingAndThen(Collectors.toList(),
                                cut -> cut.isEmpty() ? "" : "; left out: " + String.join(", ", cut)));
    }
}
