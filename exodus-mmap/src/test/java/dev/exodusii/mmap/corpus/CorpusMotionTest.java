package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.mmap.SurfaceRule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Surfaces of every file of the corpus at times between two steps.
class CorpusMotionTest {

    @Test
    void surfacesBetweenTwoStepsAreWhatTheRuleSays() throws IOException {
        Report report = new Report();
        Corpus.forEachOpen(Corpus.find().files(), report, (file, open) -> {
            SurfaceRule.check(open, (what, expected, actual) -> {
                report.count("floats");
                if (Float.compare(expected, actual) != 0) {
                    report.difference(file.path(), what + ": " + actual + " instead of " + expected);
                }
            });
        });
        System.out.printf("corpus motion: %,d floats%n", report.number("floats"));
        report.failOnDifferences("motion");
        assertTrue(report.number("floats") > 0, "nothing was compared");
    }
}
