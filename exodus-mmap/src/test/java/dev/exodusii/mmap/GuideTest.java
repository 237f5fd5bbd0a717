package dev.exodusii.mmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.SideFaces;
import dev.exodusii.SideSet;
import dev.exodusii.TimeBracket;
import dev.exodusii.TimeSeries;
import dev.exodusii.cache.Derived;
import dev.exodusii.cache.StepCache;
import dev.exodusii.diagnostic.Finding;
import dev.exodusii.diagnostic.UnreadableFileException;
import dev.exodusii.geometry.ElementPoint;
import dev.exodusii.geometry.Point;
import dev.exodusii.geometry.SpatialIndex;
import dev.exodusii.netcdf.NetcdfFile;
import dev.exodusii.netcdf.write.FileDefinition;
import dev.exodusii.netcdf.write.NetcdfWriter;
import dev.exodusii.netcdf.write.Values;
import dev.exodusii.netcdf.RecordCount;
import dev.exodusii.parallel.Workers;
import dev.exodusii.slice.Plane;
import dev.exodusii.slice.Slice;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.statistics.Ranges;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceHit;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.surface.SurfaceValues;
import dev.exodusii.transform.ModelCopy;
import dev.exodusii.transform.Transform;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.IntegerMatrix;
import dev.exodusii.view.IntegerView;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import dev.exodusii.view.VectorView;
import dev.exodusii.write.ExodusCopy;
import dev.exodusii.write.ExodusDefinition;
import dev.exodusii.write.ExodusWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of the README, compiled and run. What stands between `// guide` and `// end` there is what stands here.
class GuideTest {

    private static final Path TESTDATA = Path.of(System.getProperty("exodus.testdata"));
    private static final Path PLATE = TESTDATA.resolve("plate.e");

    @TempDir
    Path folder;

    private final List<String> printed = Collections.synchronizedList(new ArrayList<>());

    private void println(Object text) {
        printed.add(String.valueOf(text));
    }

    private void draw(String what, RealView values) {
        println(what + " " + values.size());
    }

    @Test
    void open() throws IOException {
        Path path = PLATE;
        // guide: open
        try (ExodusFile file = Exodus.open(path)) {                // microseconds, whatever the size
            println(file.title());
            println(file.nodeCount() + " nodes, " + file.elementCount() + " elements, "
                    + file.times().steps() + " steps");
            for (ElementBlock block : file.elementBlocks()) {
                println(block.id() + " " + block.label() + ": " + block.size() + " x " + block.topology().name());
            }
            for (Finding finding : file.findings()) {              // what is odd or damaged, if anything
                println(finding);
            }
        }
        // end
        assertEquals(List.of("26 nodes, 11 elements, 5 steps", "20 core: 6 x HEX8", "0 skin: 3 x SHELL4",
                "7 struts: 2 x BEAM2"), printed.subList(1, printed.size()));
    }

    @Test
    void look() throws IOException {
        try (ExodusFile file = Exodus.open(PLATE)) {
            // guide: look
            TimeSeries temperature = file.nodal("temperature");    // steps x nodes, nothing is read yet
            RealView now = temperature.step(3);                    // all nodes at one step: contiguous
            RealView history = temperature.history(5);             // one node over all steps: strided
            MinMax range = now.minMax();                           // one pass over the mapping, NaN-aware

            for (long step = 0; step < file.times().steps(); step++) {
                println(file.times().time(step) + " " + history.get(step));
            }
            // end
            assertEquals(5, printed.size());
            assertEquals(26, now.size());
            assertEquals(1, range.nans());
            assertEquals(temperature.get(3, range.maxIndex()), range.max());
        }
    }

    @Test
    void histories() throws IOException {
        try (ExodusFile file = Exodus.open(PLATE)) {
            TimeSeries temperature = file.nodal("temperature");
            // guide: histories
            long[] nodes = {5, 0, 7};
            double[] histories = new double[(int) file.times().steps() * nodes.length];
            temperature.histories(nodes, histories);               // steps x nodes, each page read once
            temperature.prefetch(4);                               // a viewer's next step
            file.coordinates().x().announceTo(file.readAhead());   // or any view
            // end
            for (int step = 0; step < file.times().steps(); step++) {
                assertEquals(temperature.get(step, 7), histories[3 * step + 2]);
            }
        }
    }

    @Test
    void mesh() throws IOException {
        try (ExodusFile file = Exodus.open(PLATE)) {
            // guide: mesh
            RealView x = file.coordinates().x();
            for (ElementBlock block : file.elementBlocks()) {
                IntegerMatrix nodes = block.nodeIndexes();         // elements x nodes, 0-based, over the mapping
                double firstCorner = x.get(nodes.get(0, 0));
                block.variable("stress_xx").ifPresent(stress -> draw(block.label(), stress.step(3)));
                println(firstCorner);
            }
            IntegerView clamped = file.nodeSets().name("clamped").entryIndexes();
            long idOfFirst = file.nodeIds().id(clamped.get(0));    // the label that the user knows the node by

            SideSet pressure = file.sideSets().id(4);
            SideFaces faces = pressure.faces();                    // sides of elements with their nodes
            long corner = faces.nodeIndex(0, 0);
            // end
            assertTrue(printed.contains("core 6"), printed.toString());
            assertEquals(4, faces.nodeCount(0));
            assertTrue(corner >= 0 && corner < file.nodeCount());
            assertTrue(file.nodeIds().indexOf(idOfFirst).isPresent());
        }
    }

    @Test
    void openGl() throws IOException {
        try (ExodusFile file = Exodus.open(PLATE)) {
            // guide: gpu
            int nodes = Math.toIntExact(file.nodeCount());
            float[] positions = new float[3 * nodes];
            file.coordinates().copyInterleavedTo(positions);       // x, y, z, x, y, z ...

            FloatBuffer colours = direct(nodes * Float.BYTES).asFloatBuffer();
            file.nodal("temperature").step(3).copyTo(colours);     // double -> float, native order, one pass
            colours.flip();                                        // ready for glBufferData

            ElementBlock core = file.elementBlocks().name("core");
            IntBuffer indices = direct(Math.toIntExact(core.connectivity().size()) * Integer.BYTES).asIntBuffer();
            for (long element = 0; element < core.size(); element++) {
                core.nodeIndexes().row(element).copyTo(indices);   // 0-based
            }
            indices.flip();
            // end
            assertEquals(26, colours.remaining());
            assertEquals(48, indices.remaining());
            assertEquals((float) file.coordinates().z().get(25), positions[77]);
            assertEquals(core.connectivity().get(5, 7) - 1, indices.get(47));
        }
    }

    // guide: direct
    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
    // end

    @Test
    void surface() throws IOException {
        Point eye = new Point(0.1, 0.2, 100);
        Point direction = new Point(0, 0, -1);
        Workers workers = Workers.of(ForkJoinPool.commonPool(), 2);
        try (ExodusFile file = Exodus.open(PLATE)) {
            // guide: surface
            MeshFaces faces = MeshFaces.of(file, workers);         // found once: connectivity never changes
            Surface surface = faces.surface(SurfaceOptions.standard(), workers);   // of all blocks, or onlyBlocks(...)
            IntBuffer triangles = surface.triangles();             // three of the surface's own nodes each, outwards

            FloatBuffer positions = direct(3 * surface.nodeCount() * Float.BYTES).asFloatBuffer();
            FloatBuffer shown = direct(surface.nodeCount() * Float.BYTES).asFloatBuffer();
            VectorView moved = VectorView.of(file.nodal("disp_x").step(3), file.nodal("disp_y").step(3),
                    file.nodal("disp_z").step(3));
            SurfaceValues values = surface.values().helpedBy(workers);
            values.copyDisplaced(moved, 10, positions);            // at each step: only what is seen is read
            values.copyNodal(file.nodal("temperature").step(3), shown);

            Optional<SurfaceHit> hit = surface.pick(positions, eye, direction);    // what was clicked on; many times: picker()
            hit.ifPresent(there -> println(there.face() + ", node " + file.nodeIds().id(there.node())));
            // end
            assertEquals(3 * surface.triangleCount(), triangles.remaining());
            assertEquals(surface.nodeCount(), shown.position());
        }
    }

    @Test
    void view() throws IOException {
        try (ExodusFile file = Exodus.open(PLATE); ExecutorService executor = Executors.newFixedThreadPool(2)) {
            TimeSeries temperature = file.nodal("temperature");
            float[] colours = new float[Math.toIntExact(file.nodeCount())];
            Surface surface = MeshFaces.of(file, Workers.callingThread())
                    .surface(SurfaceOptions.standard(), Workers.callingThread());
            SurfaceValues values = surface.values();
            float[] shown = new float[surface.nodeCount()];
            // guide: view
            TimeBracket time = file.times().at(0.6).orElseThrow(); // between which steps, with a weight
            temperature.at(time).copyTo(colours);                  // interpolated on the way, in one pass
            values.nodal(temperature.at(time)).copyTo(shown);      // the same, of what is seen

            Ranges ranges = Ranges.of(file);                       // for the colour scale
            Quantity quantity = Quantity.of(EntityKind.NODAL, "temperature");
            Workers workers = Workers.of(executor, 2);             // or stoppedBy(...), watchedBy(...)
            MinMax now = ranges.atStep(quantity, 3, workers);
            ranges.computeInBackground(List.of(quantity), executor, workers)
                    .thenRun(() -> println(ranges.knownOverall(quantity).orElseThrow().max()));

            SpatialIndex index = SpatialIndex.of(file, workers);   // made when first asked
            for (ElementPoint place : index.containing(new Point(0.03, 0.06, 0))) {
                println(place.elementIndex() + " " + place.interpolate(temperature.at(time)));
            }

            Slice slice = Slice.of(file, Plane.through(new Point(0.03, 0, 0), new Point(1, 0, 0)), workers);
            float[] onSlice = new float[slice.pointCount()];
            slice.copyValuesTo(temperature.step(3), onSlice);      // polygons, their points and elements: see Slice
            // end
            assertEquals(temperature.step(3).minMax(), now);
            assertEquals(temperature.at(time).getFloat(25), colours[25]);
            assertEquals(colours[surface.nodes().get(7)], shown[7]);
            assertTrue(slice.polygonCount() > 0);
        }
    }

    @Test
    void cache() throws IOException {
        try (ExodusFile file = Exodus.open(PLATE)) {
            TimeSeries temperature = file.nodal("temperature");
            Executor executor = Runnable::run;
            // guide: cache
            StepCache cache = StepCache.ofBytes(512L << 20);       // one for all open files
            float[] values = cache.floats(temperature, 3);         // decoded once and shared: only to be read
            FloatBuffer colours = cache.floatBuffer(temperature, 3);   // outside the heap, read-only, ready for glBufferData

            VectorView displacement = VectorView.of(file.nodal("disp_x").step(3), file.nodal("disp_y").step(3),
                    file.nodal("disp_z").step(3));
            FloatBuffer deformed = StepCache.floatBuffer(          // x, y, z, x, y, z ... of the deformed mesh
                    cache.get(Derived.nativeDisplaced(file.coordinates().vectors(), displacement, 10)));

            cache.prefetch(Derived.nativeFloats(temperature.step(4)), executor);   // what is shown next
            println(cache.statistics());                           // hits, misses, evictions, bytes ...
            cache.invalidate(file);                                // when it is closed; copies stay valid
            // end
            assertEquals((float) temperature.get(3, 7), values[7]);
            assertEquals(values[7], colours.get(7));
            assertEquals(3 * 26, deformed.remaining());
            assertEquals("CacheStatistics[hits=0, misses=3, made=4, evictions=0, copies=4, bytes=1080, limit=536870912]",
                    printed.getFirst());
        }
    }

    @Test
    void follow() throws IOException {
        Path path = PLATE;
        // guide: follow
        try (FileWatcher watcher = FileWatcher.start(path, WatchOptions.standard(), event -> {
            println(event);                                    // steps 0 to 3 are new; replaced; cut short; gone ...
            if (event.kind() == FileEvent.Kind.GROWN) {
                try (ExodusFile now = event.open()) {          // has these steps, complete; older files stay valid
                    println(now.nodal("temperature").step(event.endStep() - 1).minMax().max());
                }
            }
        })) {
            watcher.look();                                    // it looks by itself; this is for who cannot wait
        }
        // end
        assertEquals(PLATE + ": is there", printed.getFirst());
    }

    @Test
    void crashed() throws IOException {
        Path path = TESTDATA.resolve("odd/plate-crashed.e");
        // guide: crashed
        try (ExodusFile file = Exodus.open(path, RecordCount.FROM_FILE_SIZE)) {
            println(file.times().steps() + " steps, also those that a writer that died did not count");
            println(file.refresh().change());                  // has it grown, been replaced, become shorter?
        }
        // end
        assertEquals(List.of("5 steps, also those that a writer that died did not count", "NONE"), printed);
    }

    @Test
    void refuse() {
        Path path = TESTDATA.resolve("README.md");
        // guide: refuse
        try (ExodusFile file = Exodus.open(path)) {
            println(file.title());
        } catch (UnreadableFileException e) {                      // not a classic Exodus file, or damaged
            println(e.getMessage());                               // what, where, and what to do
        } catch (IOException e) {                                  // missing, not readable ...
            println(e.getMessage());
        }
        // end
        assertTrue(printed.getFirst().contains("README.md: "), printed.toString());
    }

    @Test
    void plainNetcdf() throws IOException {
        Path path = PLATE;
        // guide: netcdf
        try (NetcdfFile file = Netcdf.open(path)) {                // any classic netCDF file
            RealView times = file.requireVariable("time_whole").view().reals();
            println(file.format().label() + ", last time " + times.get(times.size() - 1));
        }
        // end
        assertEquals(List.of("CDF-2, last time 2.0"), printed);
    }

    @Test
    void write() throws IOException {
        Path path = folder.resolve("made.nc");
        double[] x = {0, 0.5, 1};
        double[][] results = {{1, 2, 3}, {4, 5, 6}};
        // guide: write
        FileDefinition definition = FileDefinition.builder().recordDimension("time_step").dimension("num_nodes", 3)
                .variable("time_whole", ElementType.DOUBLE, List.of("time_step"))
                .variable("coordx", ElementType.DOUBLE, List.of("num_nodes"))
                .variable("vals_nod_var1", ElementType.FLOAT, List.of("time_step", "num_nodes")).build();
        try (NetcdfWriter writer = NetcdfOutput.create(path, definition)) {
            writer.put(writer.variable("coordx"), Values.of(x));           // straight from the array to its place
            writer.commit();                                               // now the file is there, complete
            for (int step = 0; step < results.length; step++) {
                writer.put(writer.variable("time_whole"), step, Values.of(step * 0.1));
                writer.put(writer.variable("vals_nod_var1"), step, Values.of(results[step]));
                writer.announce(step + 1);                                 // now the step is in the file
            }
        }
        try (NetcdfWriter writer = NetcdfOutput.append(path)) {            // behind the steps that it has
            long step = writer.records();
            writer.put(writer.variable("time_whole"), step, Values.of(step * 0.1));
            writer.put(writer.variable("vals_nod_var1"), step, Values.of(results[0]));
            writer.announce(step + 1);
        }
        // end
        try (NetcdfFile file = Netcdf.open(path)) {
            assertEquals(3, file.layout().records());
            assertEquals(6, file.requireVariable("vals_nod_var1").view().realMatrix().get(1, 2));
        }
    }

    @Test
    void close() throws IOException {
        ExodusFile file = Exodus.open(PLATE);
        RealView x = file.coordinates().x();
        // guide: close
        file.close();                                              // from any thread; the file is unmapped now
        // end
        assertFalse(file.isOpen());
        assertThrows(IllegalStateException.class, () -> x.get(0));
    }

    @Test
    void write(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("bar.e");
        float[] points = {0, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 2, 0, 0, 2, 1, 0,
            2, 0, 1, 2, 1, 1};
        int[] hexes = {0, 1, 2, 3, 4, 5, 6, 7, 1, 8, 9, 2, 5, 10, 11, 6};
        double[] temperatures = new double[12];
        // guide: write
        ExodusDefinition definition = ExodusDefinition.builder().title("a bar").dimension(3).nodes(12)
                .elementBlock(10, "HEX8", 2, block -> block.withName("steel"))
                .nodeSet(1, 4, set -> set.withName("clamped"))
                .sideSet(2, 1, set -> set.withName("pressure").withFactors(4))
                .globalVariables("energy").nodalVariables("temperature")
                .variables(EntityKind.ELEMENT_BLOCK, "stress_xx")
                .qaRecordOfThisLibrary()
                .build();                                      // checked: ids, counts, names, what fits together

        try (ExodusWriter writer = Exodus.create(path, definition)) {
            writer.coordinates().putInterleaved(points);       // x, y, z, x, y, z ..., or put(x, y, z)
            writer.elementBlock(10).nodeIndexes().put(hexes);  // 0-based; connectivity() takes 1-based numbers
            writer.nodeSet(1).entryIndexes().put(0, 3, 4, 7);
            writer.sideSet(2).entryIndexes().put(1);
            writer.sideSet(2).sides().put(2);
            writer.sideSet(2).distributionFactors().fill(1);
            for (int step = 0; step < 3; step++) {
                writer.putTime(step, 0.1 * step);
                writer.global("energy").step(step).put(42);
                writer.nodal("temperature").step(step).put(temperatures);
                writer.elementBlock(10).variable("stress_xx").step(step).put(1e6, 2e6);
                writer.announce(step + 1);                     // from now on the step is in the file
            }
        }
        // end
        // guide: append
        try (ExodusWriter writer = Exodus.append(path)) {      // adds steps, in place
            writer.putTime(3, 0.3);
            writer.globals().step(3).put(43);
            writer.nodal("temperature").step(3).put(temperatures);
            writer.elementBlock(10).variable("stress_xx").step(3).fill(0);
            writer.announce(4);
        }
        try (ExodusWriter writer = Exodus.rewrite(path, file -> file.nodalVariables("error"))) {
            writer.nodal("error").steps(0, 4).fill(0);         // all else has been copied
            writer.announce(4);                                // now the new version replaces the file
        }
        // end
        Path smaller = folder.resolve("smaller.e");
        // guide: copy
        try (ExodusFile file = Exodus.open(path)) {
            ExodusDefinition less = ExodusDefinition.of(file).toBuilder().realType(ElementType.FLOAT)
                    .retainVariables(EntityKind.NODAL, "temperature"::equals).build();
            try (ExodusWriter writer = Exodus.create(smaller, less)) {
                ExodusCopy.of(file, writer).all();             // straight from file to file
            }
        }
        // end
        try (ExodusFile file = Exodus.open(smaller)) {
            assertEquals(List.of(), file.findings());
            assertEquals(4, file.times().steps());
            assertEquals(2, file.coordinates().x().get(11));
            assertEquals(1, file.nodalVariables().size());
        }
        extract(path, path.resolveSibling("extract.e"));
    }

    private void extract(Path path, Path extract) throws IOException {
        // guide: extract
        try (ExodusFile file = Exodus.open(path)) {
            ModelCopy copy = ModelCopy.of(file)
                    .retain(EntityKind.ELEMENT_BLOCK, block -> block.name().equals("steel")).dropUnusedNodes()
                    .retainVariables(series -> series.kind() == EntityKind.NODAL)
                    .steps(0, 3)
                    .transform(Transform.mirror(new Point(0, 0, 0), new Point(1, 0, 0)))
                    .plan();                                   // nothing is written yet
            try (ExodusWriter writer = Exodus.create(extract, copy.definition().qaRecordOfThisLibrary().build())) {
                copy.to(writer);
            }
            copy.remarks().forEach(remark -> println(remark));  // what could not be taken along, or was not turned
        }
        // end
        try (ExodusFile file = Exodus.open(extract)) {
            assertEquals(2, file.times().steps());
            assertEquals(-2, file.coordinates().x().get(11));
            assertTrue(file.globalVariables().isEmpty());
        }
    }

    @Test
    void theReadmeShowsTheseExamplesAndNoOthers() throws IOException {
        List<String> here = find(Files.readString(TESTDATA.resolveSibling("exodus-mmap/src/test/java/dev/exodusii/mmap/"
                + "GuideTest.java")), "(?s)// guide: \\w+\n(.*?)\n *// end");
        List<String> there = find(Files.readString(TESTDATA.resolveSibling("README.md")), "(?s)```java\n(.*?)\n```");

        assertFalse(here.isEmpty());
        assertEquals(here, there);
    }

    private static List<String> find(String text, String expression) {
        return Pattern.compile(expression).matcher(text).results().map((MatchResult match) -> match.group(1)
                .stripIndent()).toList();
    }
}
