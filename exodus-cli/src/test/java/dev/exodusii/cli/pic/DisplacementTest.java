package dev.exodusii.cli.pic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.exodusii.ExodusFile;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.parallel.Workers;
import dev.exodusii.surface.MeshFaces;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How much larger movements are drawn.
class DisplacementTest {

    /// Of a mesh whose largest movement is drawn 10 times as large at step 2, and 5 times at step 3.
    private static final double SIZE = 0.08;

    @Test
    void factorBetweenTwoStepsIsThatOfTheMovementsThere() throws IOException {
        try (ExodusFile file = Exodus.open(Path.of(System.getProperty("exodus.testdata"), "plate.e"))) {
            Workers alone = Workers.callingThread();
            Surface surface = MeshFaces.of(file, alone).surface(SurfaceOptions.standard(), alone);
            Displacement chosen = Displacement.parse(file, "disp:auto")
                    .chosen(surface, List.of(new Moment(2, 3, 0.99, 0.995)), SIZE);

            assertEquals(Optional.of(5.0), chosen.factor());
        }
    }
}
