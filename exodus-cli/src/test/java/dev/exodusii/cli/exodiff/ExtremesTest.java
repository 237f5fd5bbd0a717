package dev.exodusii.cli.exodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.mmap.Exodus;
import dev.exodusii.parallel.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ExtremesTest {

    private static final Path PLATE = Path.of(System.getProperty("exodus.testdata", "../testdata"), "plate.e");

    @Test
    void firstOfEqualValuesCountsInWhateverOrderTheyCome() {
        Extremes extremes = new Extremes();
        extremes.add(-2, new Extremes.Place(1, 0, 4));
        extremes.add(2, new Extremes.Place(0, 3, 7));
        extremes.add(2, new Extremes.Place(0, 3, 2));
        Extremes other = new Extremes();
        other.add(extremes);
        other.add(2, new Extremes.Place(0, 2, 9));
        assertEquals(new Extremes.Place(0, 2, 9), other.maxPlace());
        assertEquals(new Extremes.Place(0, 2, 9), other.minPlace());
    }

    @Test
    void nanTakesNoPartButIsKnown() {
        Extremes extremes = new Extremes();
        extremes.add(Double.NaN, new Extremes.Place(0, 0, 0));
        assertTrue(extremes.hasNan());
        assertEquals(-1, extremes.maxPlace().step());
    }

    @Test
    void scanFindsWhatALoopFinds() throws IOException {
        try (ExodusFile file = Exodus.open(PLATE)) {
            List<TimeSeries> all = file.nodalVariables();
            List<ExtremesScan.Part> parts = all.stream()
                    .map(series -> new ExtremesScan.Part(all.indexOf(series), 0, series)).toList();
            List<Extremes> found = ExtremesScan.run(parts, all.size(), file.times().steps(),
                    Workers.of(ForkJoinPool.commonPool(), 4));
            for (int i = 0; i < all.size(); i++) {
                Extremes expected = new Extremes();
                for (long step = 0; step < file.times().steps(); step++) {
                    for (long node = 0; node < all.get(i).size(); node++) {
                        expected.add(all.get(i).get(step, node), new Extremes.Place(step, 0, node));
                    }
                }
                assertEquals(expected.min(), found.get(i).min());
                assertEquals(expected.minPlace(), found.get(i).minPlace());
                assertEquals(expected.maxPlace(), found.get(i).maxPlace());
            }
        }
    }
}
