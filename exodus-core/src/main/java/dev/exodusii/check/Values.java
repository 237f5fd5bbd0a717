package dev.exodusii.check;

import dev.exodusii.Block;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.EntitySet;
import dev.exodusii.EntryAttributes;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeAxis;
import dev.exodusii.TimeSeries;
import dev.exodusii.diagnostic.Severity;
import dev.exodusii.parallel.ParallelReads;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.StepScan;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.RealView;
import dev.exodusii.view.Statistics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// Numbers that should be finite: times, coordinates, results.
final class Values {

    private final ExodusFile file;
    private final Findings findings;
    private final Workers workers;

    Values(ExodusFile file, Findings findings, Workers workers) {
        this.file = file;
        this.findings = findings;
        this.workers = workers;
    }

    void times() {
        Optional<RealView> stored = file.times().stored();
        stored.ifPresent(times -> findings.check("times", () -> times(times)));
        if (stored.isEmpty() && file.times().steps() > 0) {
            findings.add(Severity.WARNING, CheckCode.TIME_VALUE, "times", "are missing: nobody knows when the "
                    + file.times().steps() + " steps are", 1, List.of());
        }
    }

    private void times(RealView times) {
        Tally wrong = findings.tally();
        Tally backwards = findings.tally();
        Tally same = findings.tally();
        for (long step = 0; step < times.size(); step++) {
            double time = times.get(step);
            long at = step;
            if (!Double.isFinite(time)) {
                wrong.add(() -> "step " + at + ": " + time);
            } else if (step > 0 && time < times.get(step - 1)) {
                backwards.add(() -> "step " + at + ": " + time + " after " + times.get(at - 1));
            } else if (step > 0 && time == times.get(step - 1)) {
                same.add(() -> "steps " + (at - 1) + " and " + at + ": " + time);
            }
        }
        findings.read(times.size());
        findings.add(Severity.ERROR, CheckCode.TIME_VALUE, "times", "not finite", wrong);
        findings.add(Severity.WARNING, CheckCode.TIME_ORDER, "times", "go backwards", backwards);
        findings.add(Severity.WARNING, CheckCode.TIME_ORDER, "times", "stand still", same);
    }

    void coordinates() {
        for (int axis = 0; axis < file.coordinates().dimension(); axis++) {
            String place = "coordinate " + "xyz".charAt(Math.min(axis, 2));
            int own = axis;
            if (file.coordinates().isStored(axis)) {
                findings.check(place, () -> coordinates(place, file.coordinates().axis(own)));
            }
        }
    }

    private void coordinates(String place, RealView values) {
        findings.read(values.size());
        MinMax extremes = ParallelReads.statistics(values, workers).extremes();
        long count = extremes.nans() + extremes.infinites();
        if (count > 0) {
            Tally tally = findings.tally();
            places(values, Math.min(count, findings.most()), tally, this::node);
            findings.add(Severity.ERROR, CheckCode.COORDINATE_VALUE, place, "not finite", count, tally.examples());
        }
    }

    /// The values that entries carry all the time.
    void attributes() {
        findings.check("node attributes", () -> attributes(file.coordinates().attributes(), "nodes", this::node));
        for (EntityKind kind : EntityKind.values()) {
            for (Entity entity : file.entities(kind)) {
                if (entity instanceof Block block && !block.isNull()) {
                    Numbered names = Numbered.entries(file, block);
                    findings.check("attributes of " + block, () -> attributes(block.attributes(), block.toString(),
                            row -> names.name(block.firstIndex() + row)));
                } else if (entity instanceof EntitySet set && !set.isNull()) {
                    findings.check("attributes of " + set, () -> attributes(set.attributes(), set.toString(),
                            Values::entry));
                }
            }
        }
    }

    private void attributes(EntryAttributes attributes, String place, LongFunction<String> name) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < attributes.size(); i++) {
            String stored = attributes.names().get(i);
            if (!stored.isBlank() && !names.add(stored)) {
                findings.add(Severity.WARNING, CheckCode.DUPLICATE_NAME, place, "two attributes of the name '" + stored
                        + "'", 1, List.of());
            }
            RealView values = attributes.attribute(i);
            findings.read(values.size());
            MinMax extremes = ParallelReads.statistics(values, workers).extremes();
            long count = extremes.nans() + extremes.infinites();
            if (count > 0) {
                Tally tally = findings.tally();
                places(values, Math.min(count, findings.most()), tally, name);
                String label = attributes.labels().get(i);
                findings.add(Severity.WARNING, CheckCode.ATTRIBUTE_VALUE, place, "attribute "
                        + (label.isBlank() ? i + 1 : "'" + label + "'") + " is not finite", count, tally.examples());
            }
        }
    }

    private String node(long index) {
        return Numbered.nodes(file).name(index);
    }

    /// Finds the first values that are not finite; only called where there are some.
    static void places(RealView values, long wanted, Tally tally, LongFunction<String> name) {
        long found = 0;
        for (long i = 0; i < values.size() && found < wanted; i++) {
            double value = values.get(i);
            if (!Double.isFinite(value)) {
                long at = i;
                tally.add(() -> name.apply(at) + ": " + value);
                found++;
            }
        }
    }

    /// A variable on something, with what was found of it so far.
    private static final class Subject {

        private final TimeSeries series;
        private final String place;
        private final LongFunction<String> entry;
        private final Tally examples;
        private long count;

        /// @param entry what to call the value at an index
        Subject(TimeSeries series, String place, LongFunction<String> entry, Tally examples) {
            this.series = series;
            this.place = place;
            this.entry = entry;
            this.examples = examples;
        }
    }

    void results() {
        List<Subject> subjects = subjects();
        TimeAxis times = file.times();
        if (subjects.isEmpty() || times.isEmpty()) {
            return;
        }
        long[] steps = LongStream.range(0, times.steps()).toArray();
        findings.check("results", () -> StepScan.run(subjects.stream().map(subject -> subject.series).toList(), steps,
                workers, (position, found) -> {
                    for (int i = 0; i < subjects.size(); i++) {
                        note(subjects.get(i), position, found.get(i));
                    }
                }));
        for (Subject subject : subjects) {
            findings.check(subject.place, () -> findings.read(subject.series.size() * times.steps()));
            if (subject.count > 0) {
                findings.add(Severity.WARNING, CheckCode.RESULT_VALUE, subject.place, "not finite", subject.count,
                        subject.examples.examples());
            }
        }
    }

    private void note(Subject subject, int step, Statistics found) {
        long bad = found.extremes().nans() + found.extremes().infinites();
        subject.count += bad;
        int wanted = findings.most() - subject.examples.examples().size();
        if (bad > 0 && wanted > 0) {
            boolean isSingle = subject.series.size() == 1;
            places(subject.series.step(step), wanted, subject.examples,
                    index -> "step " + step + (isSingle ? "" : ", " + subject.entry.apply(index)));
        }
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        file.globalVariables().forEach(series -> subjects.add(subject(series, "", Values::entry)));
        file.nodalVariables().forEach(series -> subjects.add(subject(series, "", this::node)));
        for (EntityKind kind : EntityKind.values()) {
            for (Entity entity : file.entities(kind)) {
                LongFunction<String> name = entity instanceof Block block
                        ? row -> Numbered.entries(file, block).name(block.firstIndex() + row) : Values::entry;
                entity.variables().forEach(series -> subjects.add(subject(series, " on " + entity, name)));
                entity.reductionVariables().forEach(series -> subjects.add(subject(series, " on " + entity, name)));
            }
        }
        return subjects;
    }

    private static String entry(long index) {
        return "entry " + (index + 1);
    }

    private Subject subject(TimeSeries series, String on, LongFunction<String> entry) {
        String kind = on.isEmpty() ? series.kind().label() + " " : "";
        return new Subject(series, kind + "variable '" + series.name() + "'" + on, entry, findings.tally());
    }
}
