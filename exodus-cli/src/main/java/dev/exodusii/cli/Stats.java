package dev.exodusii.cli;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.AbsentException;
import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.address.Steps;
import dev.exodusii.cli.address.VariablePattern;
import dev.exodusii.cli.address.Words;
import dev.exodusii.cli.rows.Column;
import dev.exodusii.cli.rows.RowWriter;
import dev.exodusii.cli.stats.EntryId;
import dev.exodusii.cli.stats.Subject;
import dev.exodusii.cli.stats.Total;
import dev.exodusii.cli.text.Progress;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.parallel.ParallelReads;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.StepScan;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.Statistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// `exo stats`: smallest, largest and mean values, and where they are.
final class Stats extends RowVerb {

    private static final int DIGITS = 5;

    private final Flag perStep = flag("--per-step", "One row for each step.");
    private final Flag perBlock = flag("--per-block", "One row for each block or set that a variable is stored on.");
    private final Option step = stepOption(false, "STEPS", "At which steps: all (as usual), last, 0..5, 10:20:2,"
            + " t=1..2.");

    private boolean isTable;

    Stats(Exo exo) {
        super(exo, "stats", "Finds the smallest, largest and mean values of variables, where they are, and what is no"
                + " number.",
                new Arguments("FILE... [VAR...]", 1, Integer.MAX_VALUE, "The files, and variables such as nodal/disp_y,"
                        + " 'elem/stress_*@block:1', 'nodal/*', coord; all variables as usual."),
                "", "NaN is counted and takes no part in the rest. Each value is read once, on all processors.", "",
                "Examples:", "  exo stats run.e", "  exo stats run.e nodal/disp_y --per-step",
                "  exo stats run.e 'elem/stress_*' --per-block --step last --csv");
    }

    @Override
    String schema() {
        return "exo.stats/1";
    }

    @Override
    ExitCode rows(ExodusFile file, List<String> words, Sink sink) {
        Set<NamedVariable> variables = new LinkedHashSet<>();
        boolean hasCoordinates = false;
        for (String word : words) {
            if (word.equals("coord") || word.equals("coord/*")) {
                hasCoordinates = true;
            } else {
                variables.addAll(VariablePattern.parse(word).require(file));
            }
        }
        if (words.isEmpty()) {
            variables.addAll(VariablePattern.all(file));
        }
        List<Subject> subjects = Subject.of(List.copyOf(variables), perBlock.isSet());
        long[] steps = steps(file);
        isTable = sink.isTable();
        try (RowWriter rows = sink.open(columns(hasCoordinates ? 2 : subjects.size(), sink.isTable()), DIGITS, head -> head
                .field("steps", steps.length))) {
            if (hasCoordinates) {
                coordinates(file, rows);
            }
            if (!subjects.isEmpty() && steps.length > 0) {
                scan(file, subjects, steps, rows);
            }
        }
        if (subjects.isEmpty() && !hasCoordinates) {
            sink.note(Text.of(Style.FAINT, "  no variables; exo stats FILE coord is about the coordinates"));
        } else if (steps.length == 0 && !hasCoordinates) {
            sink.note(Text.of(Style.FAINT, "  no steps, hence no values"));
        }
        return ExitCode.OK;
    }

    private long[] steps(ExodusFile file) {
        if (file.times().isEmpty() && !step.isSet()) {
            return new long[0];
        }
        List<Moment> moments = step.isSet() ? Steps.parse(file.times(), String.join(",", step.values()))
                : Steps.all(file.times());
        if (moments.stream().anyMatch(Moment::isInterpolated)) {
            throw AbsentException.syntax("statistics are of steps, not of what lies between them",
                    "t=3.5 chooses the nearest step");
        }
        return moments.stream().mapToLong(Moment::step).distinct().toArray();
    }

    private List<Column> columns(int subjects, boolean isTable) {
        List<Column> columns = new ArrayList<>();
        if (!perStep.isSet() || subjects > 1) {
            columns.add(Column.words("variable"));
        }
        if (perStep.isSet()) {
            columns.addAll(List.of(Column.numbers("step"), Column.numbers("time"), Column.numbers("min"),
                    Column.numbers("min_at"), Column.numbers("max"), Column.numbers("max_at")));
        } else if (isTable) {
            columns.addAll(List.of(Column.numbers("min"), Column.numbers("id@step"), Column.numbers("max"),
                    Column.numbers("id@step")));
        } else {
            columns.addAll(List.of(Column.numbers("min"), Column.numbers("min_at"), Column.numbers("min_step"),
                    Column.numbers("max"), Column.numbers("max_at"), Column.numbers("max_step")));
        }
        columns.addAll(List.of(Column.numbers("nan"), Column.numbers("inf"), Column.numbers("mean"),
                Column.numbers("values")));
        return columns;
    }

    private void scan(ExodusFile file, List<Subject> subjects, long[] steps, RowWriter rows) {
        List<TimeSeries> series = subjects.stream().flatMap(subject -> subject.variable().parts().stream())
                .map(NamedVariable.Part::series).toList();
        long bytes = steps.length * series.stream()
                .mapToLong(each -> each.size() * each.values().type().byteSize()).sum();
        Total[] totals = new Total[subjects.size()];
        Arrays.fill(totals, Total.NONE);
        try (Progress progress = exo().progress("reading", bytes)) {
            Workers workers = exo().workers().watchedBy(progress::advance);
            StepScan.runOnce(series, steps, workers, (position, found) -> {
                int part = 0;
                for (int i = 0; i < totals.length; i++) {
                    Subject subject = subjects.get(i);
                    int end = part + subject.variable().parts().size();
                    Total now = Total.of(steps[position], found.subList(part, end));
                    part = end;
                    if (perStep.isSet()) {
                        progress.hide();
                        write(file, subject, now, Optional.of(steps[position]), totals.length > 1, rows);
                    } else {
                        totals[i] = totals[i].then(now);
                    }
                }
            });
        }
        for (int i = 0; i < totals.length && !perStep.isSet(); i++) {
            write(file, subjects.get(i), totals[i], Optional.empty(), true, rows);
        }
    }

    private void write(ExodusFile file, Subject subject, Total total, Optional<Long> atStep, boolean isNamed,
            RowWriter rows) {
        MinMax extremes = total.statistics().extremes();
        if (isNamed) {
            rows.word(subject.variable().address());
        }
        atStep.ifPresent(number -> rows.integer(number).real(file.times().time(number)));
        extreme(file, subject, extremes.min(), extremes.minIndex(), total.minStep(), atStep.isPresent(), rows);
        extreme(file, subject, extremes.max(), extremes.maxIndex(), total.maxStep(), atStep.isPresent(), rows);
        counts(total.statistics(), rows);
        rows.end();
    }

    private void extreme(ExodusFile file, Subject subject, double value, long index, long atStep,
            boolean isStepKnown, RowWriter rows) {
        if (index < 0) {
            rows.absent();
        } else {
            rows.real(value);
        }
        place(subject.id(file, index), isStepKnown ? OptionalLong.empty() : OptionalLong.of(atStep), rows);
    }

    /// Writes where an extreme is: id and step apart for programs, together for people.
    ///
    /// @param atStep the step, -1 where there is none; nothing where each row has its own
    private void place(Optional<EntryId> id, OptionalLong atStep, RowWriter rows) {
        if (isTable && atStep.isPresent()) {
            String step = atStep.getAsLong() < 0 ? "" : "@" + atStep.getAsLong();
            if (id.isEmpty() && step.isEmpty()) {
                rows.absent();
            } else {
                rows.word(id.map(EntryId::text).orElse("") + step);
            }
            return;
        }
        id.ifPresentOrElse(entry -> entry.write(rows), rows::absent);
        if (atStep.isPresent() && atStep.getAsLong() >= 0) {
            rows.integer(atStep.getAsLong());
        } else if (atStep.isPresent()) {
            rows.absent();
        }
    }

    private static void counts(Statistics statistics, RowWriter rows) {
        rows.integer(statistics.extremes().nans()).integer(statistics.extremes().infinites());
        if (statistics.extremes().isEmpty()) {
            rows.absent();
        } else {
            rows.real(statistics.mean());
        }
        rows.integer(statistics.extremes().count());
    }

    private void coordinates(ExodusFile file, RowWriter rows) {
        List<String> names = Words.axes(file);
        for (int axis = 0; axis < names.size(); axis++) {
            Statistics statistics = ParallelReads.statistics(file.coordinates().axis(axis), exo().workers());
            rows.word("coord/" + names.get(axis));
            if (perStep.isSet()) {
                rows.absent().absent();
            }
            MinMax extremes = statistics.extremes();
            for (int end = 0; end < 2; end++) {
                long index = end == 0 ? extremes.minIndex() : extremes.maxIndex();
                if (index < 0) {
                    rows.absent();
                } else {
                    rows.real(end == 0 ? extremes.min() : extremes.max());
                }
                place(index < 0 ? Optional.empty() : Optional.of(EntryId.of(file.nodeIds().id(index))),
                        perStep.isSet() ? OptionalLong.empty() : OptionalLong.of(-1), rows);
            }
            counts(statistics, rows);
            rows.end();
        }
    }
}
