package dev.exodusii.bench;

import dev.exodusii.ExodusFile;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import dev.exodusii.surface.SurfaceValues;
import dev.exodusii.view.VectorView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;

/// What a viewer does in a program that has just started: opens a file, shows the outside of the displaced mesh in the
/// colours of a vector's lengths, moves through the steps, and opens the file again. Prints the same lines as
/// `vtk_surface.py`: a name and a value, times in seconds.
final class Viewer {

    private static final Workers BOTH = Workers.of(ForkJoinPool.commonPool(), 2);

    private final ExodusFile file;
    private final Surface surface;
    private final SurfaceValues values;
    private final FloatBuffer positions;
    private final FloatBuffer colours;

    private Viewer(ExodusFile file) {
        this.file = file;
        this.surface = MeshFaces.of(file, BOTH).surface(SurfaceOptions.standard(), BOTH);
        this.values = surface.values().helpedBy(BOTH);
        this.positions = floats(3 * surface.nodeCount());
        this.colours = floats(surface.nodeCount());
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    public static void main(String[] args) throws IOException {
        Path path = Path.of(args[0]);
        int steps = Integer.parseInt(args[1]);
        long begun = System.nanoTime();
        try (ExodusFile file = Exodus.open(path)) {
            Viewer viewer = new Viewer(file);
            viewer.show(0);
            print("first", seconds(begun));
            print("nodes", viewer.surface.nodeCount());
            print("faces", viewer.surface.faceCount());
            print("step", viewer.play(steps));
            print("replay", viewer.play(steps));
        }
        print("own", status("RssAnon"));
        print("peak", status("VmHWM"));
        begun = System.nanoTime();
        try (ExodusFile file = Exodus.open(path)) {
            new Viewer(file).show(0);
            print("again", seconds(begun));
        }
    }

    /// @return what a step takes, the median of all but the first
    private double play(int steps) {
        double[] times = new double[steps - 1];
        for (int step = 1; step < steps; step++) {
            long begun = System.nanoTime();
            show(step);
            times[step - 1] = seconds(begun);
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private void show(long step) {
        VectorView moved = VectorView.of(file.nodal("disp_x").step(step), file.nodal("disp_y").step(step),
                file.nodal("disp_z").step(step));
        values.copyDisplaced(moved, 1, positions.clear());
        values.copyMagnitudes(moved, colours.clear());
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long status(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) * 1024).findFirst().orElseThrow();
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "%s %s%n", name, value);
    }
}
