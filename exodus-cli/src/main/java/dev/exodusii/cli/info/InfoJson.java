package dev.exodusii.cli.info;

import dev.exodusii.ExodusFile;
import dev.exodusii.ExodusVersion;
import dev.exodusii.IdMap;
import dev.exodusii.Int64Status;
import dev.exodusii.TimeAxis;
import dev.exodusii.cli.json.Json;
import dev.exodusii.netcdf.Layout;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// All that the model knows of a file without its large arrays, as the document `exo.info/1`. Lists are there even when
/// they are empty, and single values that a file lacks are null.
public final class InfoJson {

    private final Summary summary;
    private final ExodusFile file;
    private final Json json;

    private InfoJson(Summary summary, Json json) {
        this.summary = summary;
        this.file = summary.file();
        this.json = json;
    }

    /// Writes the document.
    ///
    /// @param summary what is known of the file
    /// @param isAll   whether to write the information records in full
    /// @param json    the object to write into
    public static void write(Summary summary, boolean isAll, Json json) {
        InfoJson info = new InfoJson(summary, json);
        info.format();
        info.health();
        info.mesh();
        info.time();
        new EntitiesJson(summary.file(), json).write();
        new VariablesJson(summary.file(), json).write();
        new MetadataJson(summary.file(), json).write(isAll);
        info.findings();
        info.layout();
    }

    /// Writes what there is of the step at which a file was cut short, null where it was not.
    ///
    /// @param file the file
    /// @param json the object to write into
    public static void writePartialStep(ExodusFile file, Json json) {
        PartialStep.of(file.container()).ifPresentOrElse(partial -> json.object("partialStep", partial::write),
                () -> json.absent("partialStep"));
    }

    private void format() {
        json.field("bytes", summary.bytes()).field("format", file.container().format().label());
        version("exodus", file.version());
        version("apiVersion", file.apiVersion());
        json.field("floatBytes", summary.floatBytes()).field("idBytes", summary.idBytes());
        Int64Status int64 = file.int64Status();
        json.object("int64", status -> status.field("bits", int64.bits()).field("maps", int64.maps())
                .field("ids", int64.ids()).field("bulk", int64.bulk()));
        json.field("largeModel", file.isLargeModel()).field("maximumNameLength", file.maximumNameLength())
                .nonEmpty("title", file.title());
    }

    /// A version is written as the number that people know, such as `8.03`.
    private void version(String name, Optional<ExodusVersion> version) {
        if (version.isPresent()) {
            json.number(name, version.get().toString());
        } else {
            json.absent(name);
        }
    }

    private void health() {
        Layout layout = summary.health().layout();
        boolean isRecorded = file.container().recordDimension().isPresent();
        json.object("health", health -> {
            health.field("state", summary.health().state().key());
            if (isRecorded && layout.isStreaming()) {
                health.absent("stepsHeader");
            } else {
                health.field("stepsHeader", isRecorded ? layout.recordsDeclared() : file.times().steps());
            }
            health.field("stepsOnDisk", isRecorded ? layout.recordsComplete() : file.times().steps())
                    .field("stepsUsable", file.times().steps()).field("lastWrittenTime", file.lastWrittenTime());
        });
    }

    private void mesh() {
        json.object("mesh", mesh -> {
            mesh.field("dim", file.dimension()).field("nodes", file.nodeCount()).field("elements", file.elementCount())
                    .field("edges", file.edgeCount()).field("faces", file.faceCount());
            if (summary.box().isPresent()) {
                Box box = summary.box().get();
                mesh.object("box", corners -> corners.reals("min", box.axes().stream().mapToDouble(MinMax::min))
                        .reals("max", box.axes().stream().mapToDouble(MinMax::max)));
            } else {
                mesh.absent("box");
            }
            mesh.texts("coordinateNames", file.coordinates().names());
            EntitiesJson.attributes(mesh, file.coordinates().attributes());
            AttributeValues.write(mesh, "metadata", file.nodalMetadata());
            mesh.object("idMaps", maps -> {
                idMap("nodes", file.nodeIds());
                idMap("elements", file.elementIds());
                idMap("edges", file.edgeIds());
                idMap("faces", file.faceIds());
            });
            mesh.field("hasElementOrder", file.elementOrder().isPresent());
        });
    }

    private void idMap(String name, IdMap ids) {
        json.object(name, map -> map.field("stored", ids.stored().isPresent()).field("count", ids.size()));
    }

    private void time() {
        TimeAxis times = file.times();
        Optional<RealView> stored = times.stored().filter(values -> !values.isEmpty());
        json.object("time", time -> time.field("count", times.steps())
                .field("first", stored.map(values -> OptionalDouble.of(values.get(0))).orElse(OptionalDouble.empty()))
                .field("last", stored.map(values -> OptionalDouble.of(values.get(values.size() - 1)))
                        .orElse(OptionalDouble.empty()))
                .field("stored", times.stored().isPresent())
                .reals("values", stored.map(RealView::stream).orElse(DoubleStream.empty())));
    }

    private void findings() {
        json.objects("findings", file.findings(), finding -> json
                .field("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .field("code", finding.code().name()).field("place", finding.place())
                .field("message", finding.message()).field("count", finding.count())
                .texts("examples", finding.examples()));
    }

    private void layout() {
        Layout layout = summary.health().layout();
        json.object("layout", all -> {
            all.field("headerBytes", layout.headerBytes()).field("dataStart", layout.dataStart());
            all.field("dimensions", file.container().dimensions().size())
                    .field("variables", file.container().variables().size());
            if (layout.recordStart() < 0) {
                all.absent("recordStart");
            } else {
                all.field("recordStart", layout.recordStart());
            }
            all.field("recordStride", layout.recordStride());
            if (layout.isStreaming()) {
                all.absent("recordsDeclared");
            } else {
                all.field("recordsDeclared", layout.recordsDeclared());
            }
            all.field("recordsComplete", layout.recordsComplete()).field("records", layout.records());
            // The header of a broken file can declare more than can be counted.
            if (layout.dataBytes() == Long.MAX_VALUE) {
                all.absent("dataBytes");
            } else {
                all.field("dataBytes", layout.dataBytes());
            }
            all.field("fileBytes", layout.fileBytes()).field("streaming", layout.isStreaming())
                    .field("truncated", layout.isTruncated());
        });
    }
}
