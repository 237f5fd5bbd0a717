package dev.exodusii.cli.pic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeBracket;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What colours stand for at a time between two steps.
class SurfaceQuantityTest {

    private static final double WEIGHT = 0.3;
    private static final TimeBracket TIME = new TimeBracket(2, 3, WEIGHT, TimeBracket.Place.AMONG_STEPS);

    private ExodusFile file;
    private Surface surface;

    @BeforeEach
    void open() throws IOException {
        file = Exodus.open(Path.of(System.getProperty("exodus.testdata"), "plate.e"));
        Workers alone = Workers.callingThread();
        surface = MeshFaces.of(file, alone).surface(SurfaceOptions.standard(), alone);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private double between(String variable, int node) {
        double before = file.nodal(variable).get(TIME.before(), surface.nodes().get(node));
        return before + WEIGHT * (file.nodal(variable).get(TIME.after(), surface.nodes().get(node)) - before);
    }

    private float[] copied(Quantity quantity) {
        float[] copied = new float[surface.nodeCount()];
        new SurfaceQuantity(file, quantity).copyNodes(surface.values(), TIME, copied);
        return copied;
    }

    @Test
    void valuesAreRoundedOnce() {
        float[] expected = new float[surface.nodeCount()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) between("temperature", i);
        }
        assertArrayEquals(expected, copied(Quantity.of(EntityKind.NODAL, "temperature")));
    }

    @Test
    void lengthsAreThoseOfTheInterpolatedVectors() {
        float[] expected = new float[surface.nodeCount()];
        for (int i = 0; i < expected.length; i++) {
            double x = between("disp_x", i);
            double y = between("disp_y", i);
            double z = between("disp_z", i);
            expected[i] = (float) Math.sqrt(x * x + y * y + z * z);
        }
        assertArrayEquals(expected, copied(Quantity.displacement(file).orElseThrow()));
    }
}
