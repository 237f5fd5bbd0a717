package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeAxis;
import dev.exodusii.TimeBracket;
import dev.exodusii.TimeSeries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Places in time in every file of the corpus, beside a plain reading of the rule: list the steps that nothing later
/// replaces, and look among them.
class CorpusTimeTest {

    @Test
    void everyTimeIsBetweenTheStepsThatAreNotReplaced() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEachOpen(corpus.files(), report, (file, open) -> {
            check(file.path(), open, report);
        });
        System.out.printf("corpus time: %,d places, %,d files whose times do not increase%n", report.number("places"),
                report.number("unordered"));
        report.failOnDifferences("time");
        assertTrue(report.number("places") > 0, "no time was looked for");
        assertTrue(report.number("unordered") > 0, "all times increase");
    }

    private static void check(String path, ExodusFile file, Report report) {
        TimeAxis times = file.times();
        List<Long> valid = valid(times);
        if (valid.size() < Math.min(times.steps(), 5000)) {
            report.count("unordered");
        }
        List<Double> wanted = new ArrayList<>(List.of(-1e300, 1e300, 0.0, Double.POSITIVE_INFINITY));
        for (long step = 0; step < Math.min(times.steps(), 50); step++) {
            wanted.add(times.time(step));
            wanted.add(times.time(step) + 0.3 * (times.time(Math.min(step + 1, times.steps() - 1)) - times.time(step)));
        }
        for (double time : wanted) {
            if (times.steps() <= 5000) {
                report.count("places");
                compare(path + " at " + time, file, expected(times, valid, time), times.at(time), report);
            }
        }
    }

    private static List<Long> valid(TimeAxis times) {
        List<Long> valid = new ArrayList<>();
        for (long step = 0; step < Math.min(times.steps(), 5000); step++) {
            double time = times.time(step);
            if (Double.isFinite(time)) {
                valid.removeIf(earlier -> times.time(earlier) >= time);
                valid.add(step);
            }
        }
        return valid;
    }

    private static long[] expected(TimeAxis times, List<Long> valid, double time) {
        if (valid.isEmpty() || Double.isNaN(time)) {
            return new long[0];
        }
        long before = valid.getFirst();
        for (long step : valid) {
            if (times.time(step) <= time) {
                before = step;
            } else {
                return new long[] {before, times.time(before) >= time ? before : step};
            }
        }
        return new long[] {before, before};
    }

    private static void compare(String place, ExodusFile file, long[] expected, Optional<TimeBracket> found, Report report) {
        if (found.isEmpty() != (expected.length == 0)) {
            report.difference(place, "found " + found);
        } else if (found.isPresent()) {
            TimeBracket bracket = found.get();
            if (bracket.before() != expected[0] || bracket.after() != expected[1]) {
                report.difference(place, "found " + bracket + " instead of " + expected[0] + ", " + expected[1]);
            }
            file.nodalVariables().stream().limit(1).forEach(series -> values(place, series, bracket, report));
        }
    }

    private static void values(String place, TimeSeries series, TimeBracket time, Report report) {
        if (series.size() > 20_000 || time.after() >= series.steps()) {
            return;
        }
        float[] copied = new float[(int) series.size()];
        series.at(time).copyTo(copied);
        for (int i = 0; i < copied.length; i++) {
            double from = series.get(time.before(), i);
            double to = series.get(time.after(), i);
            float expected = (float) (time.weight() == 0 ? from : from + time.weight() * (to - from));
            if (Float.compare(expected, copied[i]) != 0) {
                report.difference(place, "value " + i + " is " + copied[i] + " instead of " + expected);
                return;
            }
        }
    }
}
