package dev.exodusii.fuzz;

import static dev.exodusii.fuzz.Judge.require;

import dev.exodusii.ElementSet;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideSet;
import dev.exodusii.TimeSeries;
import dev.exodusii.check.ModelCheck;
import dev.exodusii.compare.Comparison;
import dev.exodusii.compare.ComparisonReport;
import dev.exodusii.compare.ComparisonSettings;
import dev.exodusii.compare.Matching;
import dev.exodusii.compare.Verdict;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.FaceCorners;
import dev.exodusii.geometry.NearestNode;
import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.PointLocator;
import dev.exodusii.geometry.Positions;
import dev.exodusii.geometry.SpatialIndex;
import dev.exodusii.parallel.ParallelReads;
import dev.exodusii.parallel.Workers;
import dev.exodusii.slice.Plane;
import dev.exodusii.slice.Slice;
import dev.exodusii.statistics.FileIdentity;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.statistics.RangeCodec;
import dev.exodusii.statistics.Ranges;
import dev.exodusii.statistics.StepScan;
import dev.exodusii.surface.ElementValues;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Primitive;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.surface.SurfaceTooLargeException;
import dev.exodusii.view.RealView;
import dev.exodusii.view.Statistics;
import java.nio.IntBuffer;
import java.util.List;
import java.util.NoSuchElementException;

/// Makes all that the library can make of a mesh and its results: checks, comparisons, surfaces, slices, indexes, ranges.
final class DerivedWalk {

    private static final Workers HERE = Workers.callingThread();
    private static final long MOST = 1 << 12;
    private static final List<Point> PLACES = List.of(Point.of(0, 0, 0), Point.of(0.3, 0.2, 0.1), Point.of(1e9, -1, 0));

    private final ExodusFile file;
    private final Judge judge;

    DerivedWalk(ExodusFile file, Judge judge) {
        this.file = file;
        this.judge = judge;
    }

    /// @param undamaged the file before it was damaged
    void walk(ExodusFile undamaged) {
        judge.ask("check", () -> ModelCheck.run(file, true, 4, HERE).toString());
        compare(file, file, ComparisonSettings.builder().build());
        compare(undamaged, file, ComparisonSettings.builder().matching(Matching.FILE_ORDER).build());
        compare(file, undamaged, ComparisonSettings.builder().matching(Matching.PARTIAL).build());
        surfaces();
        slices();
        locators();
        ranges();
        results();
    }

    private void compare(ExodusFile first, ExodusFile second, ComparisonSettings settings) {
        judge.ask("comparison", () -> {
            int[] events = new int[1];
            ComparisonReport report = Comparison.of(first, second, settings).run(HERE, event -> events[0]++);
            if (first == second && report.verdict() == Verdict.DIFFERENT && isSound()) {
                throw new AssertionError("a file differs from itself: " + report);
            }
            return events[0];
        });
    }

    /// Tells whether the file has all that it names: what is missing can be equal to nothing.
    private boolean isSound() {
        return file.findings().stream().allMatch(finding -> finding.severity() == Severity.INFO);
    }

    private void surfaces() {
        MeshFaces faces = judge.ask("faces", () -> MeshFaces.of(file, HERE), SurfaceTooLargeException.class).orElse(null);
        if (faces == null) {
            return;
        }
        for (int face = 0; face < faces.outerFaceCount(); face++) {
            require(faces.outerElement(face) >= 0 && faces.outerSide(face) >= 0, "a face is of no element");
        }
        SurfaceOptions options = SurfaceOptions.standard();
        for (SurfaceOptions one : List.of(options, options.andInterfaces().andMidSideNodes(),
                options.onlyBlocks(block -> block.index() == 0))) {
            judge.ask("surface", () -> faces.surface(one, HERE), SurfaceTooLargeException.class).ifPresent(this::surface);
        }
        for (SideSet set : file.sideSets().stream().limit(8).toList()) {
            judge.ask("sides", () -> faces.sideSet(set, options, HERE), SurfaceTooLargeException.class)
                    .ifPresent(this::surface);
        }
        for (ElementSet set : file.elementSets().stream().limit(8).toList()) {
            judge.ask("elements", () -> faces.elementSet(set, options, HERE), SurfaceTooLargeException.class)
                    .ifPresent(this::surface);
        }
    }

    private void surface(Surface surface) {
        indexes(surface.nodes(), file.nodeCount());
        for (IntBuffer own : List.of(surface.triangles(), surface.lines(), surface.points())) {
            indexes(own, surface.nodeCount());
        }
        float[] positions = new float[3 * surface.nodeCount()];
        judge.ask("positions", () -> {
            surface.values().copyPositions(positions);
            return positions.length;
        });
        judge.ask("edges", () -> {
            indexes(surface.elementEdges(), surface.nodeCount());
            indexes(surface.featureEdges(30), surface.nodeCount());
            return surface.toString();
        });
        judge.ask("normals", () -> {
            surface.normals().copyFlat(positions, new float[3 * surface.triangleCount()]);
            surface.normals().copyNodal(positions, new float[3 * surface.nodeCount()]);
            surface.normals().copySmooth(positions, 0.5, new float[9 * surface.triangleCount()]);
            return 0;
        });
        judge.ask("pick", () -> surface.pick(positions, Point.of(0.1, 0.1, 9), Point.of(0, 0, -1)).map(hit ->
                hit.toString().length() + file.nodeIds().id(hit.node())));
        judge.ask("faces of a surface", () -> {
            int sum = 0;
            for (int face = 0; face < Math.min(MOST, surface.faceCount()); face++) {
                sum += surface.face(face).toString().length() + surface.faceEntry(face);
            }
            return sum;
        });
        values(surface);
    }

    private void values(Surface surface) {
        for (TimeSeries series : file.nodalVariables().stream().limit(3).toList()) {
            if (series.steps() > 0) {
                judge.ask("nodal values", () -> {
                    surface.values().copyNodal(series.step(series.steps() - 1), new float[surface.nodeCount()]);
                    return 0;
                });
            }
        }
        for (String name : file.variables(EntityKind.ELEMENT_BLOCK).names().stream().limit(3).toList()) {
            judge.ask("element values", () -> {
                ElementValues values = ElementValues.of(file, name, 0);
                surface.values().copyElements(values, Primitive.TRIANGLE, new float[surface.triangleCount()]);
                surface.values().copyElements(values, Primitive.LINE, new float[surface.lineCount()]);
                surface.values().copyElements(values, Primitive.POINT, new float[surface.pointCount()]);
                return 0;
            }, IndexOutOfBoundsException.class);
        }
    }

    private static void indexes(IntBuffer indexes, long limit) {
        for (int i = 0; i < indexes.remaining(); i++) {
            if (indexes.get(i) < 0 || indexes.get(i) >= limit) {
                throw new AssertionError("index " + indexes.get(i) + " of " + limit);
            }
        }
    }

    private void slices() {
        for (Point normal : List.of(Point.of(1, 0, 0), Point.of(1, 2, 3))) {
            judge.ask("slice", () -> Slice.of(file, Plane.through(Point.of(0.3, 0.2, 0.1), normal), HERE))
                    .ifPresent(this::slice);
        }
    }

    private void slice(Slice slice) {
        judge.ask("words of a slice", () -> slice.toString() + slice.skipped() + slice.area());
        for (int point = 0; point < slice.pointCount(); point++) {
            require(slice.nodeBefore(point) >= 0 && slice.nodeAfter(point) < file.nodeCount()
                    && slice.weight(point) >= 0 && slice.weight(point) <= 1, "a point of a slice is nowhere");
        }
        for (int polygon = 0; polygon < slice.polygonCount(); polygon++) {
            require(slice.polygonOffset(polygon + 1) - slice.polygonOffset(polygon) >= 3, "a polygon is no polygon");
        }
        for (TimeSeries series : file.nodalVariables().stream().limit(2).toList()) {
            if (series.steps() > 0) {
                judge.ask("values on a slice", () -> {
                    slice.copyValuesTo(series.step(0), new float[slice.pointCount()]);
                    return 0;
                });
            }
        }
    }

    private void locators() {
        List<PointLocator> locators = List.of(PointLocator.scanning(file, HERE), SpatialIndex.of(file, HERE));
        for (PointLocator locator : locators) {
            for (Point place : PLACES) {
                judge.ask("nearest node", () -> locator.nearestNode(place).toString());
                judge.ask("nearest element", () -> locator.nearestElement(place).toString());
            }
        }
        for (Point place : PLACES) {
            judge.ask("the same nearest node", () -> {
                List<Double> distances = locators.stream().map(locator -> locator.nearestNode(place).found()
                        .map(NearestNode::distance).orElse(-1.0)).toList();
                require(distances.getFirst().equals(distances.getLast()), "nearest nodes are " + distances + " away");
                return 0;
            });
        }
        judge.ask("containing", () -> {
            int sum = 0;
            for (ElementPoint place : ((SpatialIndex) locators.getLast()).containing(PLACES.get(1))) {
                sum += place.toString().length() + place.nodeCount();
                for (int node = 0; node < place.nodeCount(); node++) {
                    require(place.nodeIndex(node) >= 0 && place.nodeIndex(node) < file.nodeCount(), "no such node");
                }
            }
            return sum;
        }, UnsupportedOperationException.class);
        judge.ask("corners of faces", () -> FaceCorners.of(file).nodeIndexes(0).length, IndexOutOfBoundsException.class);
        judge.ask("positions of nodes", () -> Positions.stored(file).axes(file).map(List::size).orElse(0));
    }

    private void ranges() {
        Ranges ranges = Ranges.of(file);
        for (EntityKind kind : EntityKind.values()) {
            for (String name : file.variables(kind).names().stream().limit(4).toList()) {
                Quantity quantity = Quantity.of(kind, name);
                judge.ask("bytes to read", () -> ranges.bytesToRead(List.of(quantity)), NoSuchElementException.class);
                judge.ask("range", () -> ranges.overall(quantity, HERE), NoSuchElementException.class);
            }
        }
        judge.ask("ranges kept", () -> {
            byte[] kept = RangeCodec.encode(FileIdentity.of(file, 1), ranges.table());
            ranges.add(RangeCodec.decode(kept).table().orElseThrow());
            return kept.length;
        });
    }

    private void results() {
        for (TimeSeries series : file.nodalVariables().stream().limit(3).toList()) {
            if (series.steps() == 0) {
                continue;
            }
            RealView step = series.step(series.steps() - 1);
            judge.ask("reads in parallel", () -> {
                require(ParallelReads.statistics(step, HERE).extremes().equals(step.minMax()), "extremes differ");
                Views.same(step.sum(), ParallelReads.sum(step, HERE));
                ParallelReads.copy(step, new float[Math.toIntExact(step.size())], HERE);
                return 0;
            });
        }
        judge.ask("scan", () -> {
            List<TimeSeries> all = file.nodalVariables().stream().filter(series -> series.steps() > 0).toList();
            Statistics[] last = {Statistics.NONE};
            StepScan.run(all, all.isEmpty() ? new long[0] : new long[] {0}, HERE,
                    (position, found) -> last[0] = last[0].then(found.getFirst()));
            return last[0].toString();
        });
    }
}
