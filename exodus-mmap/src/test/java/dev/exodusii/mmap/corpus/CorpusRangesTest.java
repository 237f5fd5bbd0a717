package dev.exodusii.mmap.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.exodusii.CompositeVariable;
import dev.exodusii.Entity;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.statistics.Ranges;
import dev.exodusii.view.MinMax;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/// Ranges of all variables of every file of the corpus, beside a plain loop over single values.
class CorpusRangesTest {

    private static final long MOST_VALUES = 3_000_000;

    @Test
    void rangesAreThoseOfSingleValues() throws IOException {
        Corpus corpus = Corpus.find();
        Report report = new Report();
        Corpus.forEachOpen(corpus.files(), report, (file, open) -> {
            for (EntityKind kind : EntityKind.values()) {
                check(file.path(), open, kind, report);
            }
        });
        System.out.printf("corpus ranges: %,d ranges of variables, %,d of lengths of vectors%n",
                report.number("variables"), report.number("vectors"));
        report.failOnDifferences("ranges");
        assertTrue(report.number("variables") > 0 && report.number("vectors") > 0, "no ranges were compared");
    }

    private static void check(String path, ExodusFile file, EntityKind kind, Report report) {
        Ranges ranges = Ranges.of(file);
        List<String> names = file.variables(kind).names();
        for (String name : names.subList(0, Math.min(20, names.size()))) {
            compare(path, file, Quantity.of(kind, name), ranges, report, "variables");
        }
        for (CompositeVariable composite : CompositeVariable.group(names)) {
            if (composite.kind() == CompositeVariable.Kind.VECTOR_2D
                    || composite.kind() == CompositeVariable.Kind.VECTOR_3D) {
                compare(path, file, Quantity.of(file.variables(kind), composite), ranges, report, "vectors");
            }
        }
    }

    private static void compare(String path, ExodusFile file, Quantity quantity, Ranges ranges, Report report,
            String topic) {
        List<List<TimeSeries>> parts = parts(file, quantity);
        long entries = parts.stream().mapToLong(part -> part.getFirst().size()).sum();
        long steps = file.times().steps();
        if (entries * steps > MOST_VALUES) {
            return;
        }
        try {
            MinMax overall = ranges.overall(quantity, Workers.callingThread());
            report.same("overall", path + " " + quantity, expected(parts, 0, steps), overall);
            for (long step = 0; step < steps; step++) {
                report.count(topic);
                report.same("range", path + " " + quantity + " at step " + step, expected(parts, step, step + 1),
                        ranges.known(quantity, step).orElseThrow());
            }
        } catch (NoSuchElementException nowhere) {
            report.same("parts", path + " " + quantity, 0, parts.size());
        }
    }

    private static List<List<TimeSeries>> parts(ExodusFile file, Quantity quantity) {
        List<List<TimeSeries>> parts = new ArrayList<>();
        List<List<TimeSeries>> stored = new ArrayList<>();
        switch (quantity.kind()) {
            case GLOBAL -> stored.add(file.globalVariables());
            case NODAL -> stored.add(file.nodalVariables());
            default -> {
                for (Entity entity : file.entities(quantity.kind())) {
                    stored.add(entity.variables());
                }
            }
        }
        for (List<TimeSeries> here : stored) {
            List<TimeSeries> found = new ArrayList<>();
            for (String name : quantity.names()) {
                here.stream().filter(series -> series.name().equals(name)).findFirst().ifPresent(found::add);
            }
            if (found.size() == quantity.names().size()) {
                parts.add(found);
            }
        }
        return parts;
    }

    private static MinMax expected(List<List<TimeSeries>> parts, long from, long to) {
        double min = Double.NaN;
        double max = Double.NaN;
        long minAt = -1;
        long maxAt = -1;
        long count = 0;
        long nans = 0;
        long infinites = 0;
        for (long step = from; step < to; step++) {
            for (List<TimeSeries> part : parts) {
                for (long i = 0; i < part.getFirst().size(); i++, count++) {
                    double value = value(part, step, i);
                    nans += Double.isNaN(value) ? 1 : 0;
                    infinites += Double.isInfinite(value) ? 1 : 0;
                    if (value < min || minAt < 0 && !Double.isNaN(value)) {
                        min = value;
                        minAt = count;
                    }
                    if (value > max || maxAt < 0 && !Double.isNaN(value)) {
                        max = value;
                        maxAt = count;
                    }
                }
            }
        }
        return new MinMax(min, max, minAt, maxAt, count, nans, infinites);
    }

    private static double value(List<TimeSeries> components, long step, long i) {
        if (components.size() == 1) {
            return components.getFirst().get(step, i);
        }
        double squared = 0;
        for (TimeSeries component : components) {
            squared += component.get(step, i) * component.get(step, i);
        }
        return Math.sqrt(squared);
    }
}
