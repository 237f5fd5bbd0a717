package dev.exodusii.cli.follow;

import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.address.NamedVariable;
import dev.exodusii.cli.json.Ids;
import dev.exodusii.cli.json.Json;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.cli.text.Style;
import dev.exodusii.cli.text.Text;
import dev.exodusii.parallel.Workers;
import dev.exodusii.statistics.StepScan;
import dev.exodusii.view.ElementType;
import dev.exodusii.view.MinMax;
import dev.exodusii.view.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A step of a file: its time, and the ranges of some variables at it.
///
/// @param step   the 0-based step
/// @param time   its time, or nothing where the file has none
/// @param ranges the ranges in the order in which they were asked for
public record StepLine(long step, Optional<Double> time, List<Range> ranges) {

    private static final int DIGITS = 6;

    /// The range of a variable over all that it is stored on.
    ///
    /// @param address  the variable
    /// @param isSingle whether it is stored as floats
    /// @param extremes its extremes, NaN left out
    public record Range(String address, boolean isSingle, MinMax extremes) {

        private String text(double value) {
            return isSingle ? Numbers.real((float) value) : Numbers.real(value);
        }

        private String min() {
            return extremes.isEmpty() ? "" : text(extremes.min());
        }

        private String max() {
            return extremes.isEmpty() ? "" : text(extremes.max());
        }
    }

    /// Makes the record; the list is copied.
    public StepLine {
        ranges = List.copyOf(ranges);
    }

    /// Reads a step.
    ///
    /// @param file      the file
    /// @param step      the 0-based step
    /// @param variables the variables whose ranges are wanted
    /// @param workers   who does the work
    /// @return the step
    public static StepLine of(ExodusFile file, long step, List<NamedVariable> variables, Workers workers) {
        List<TimeSeries> series = variables.stream().flatMap(variable -> variable.parts().stream())
                .map(NamedVariable.Part::series).toList();
        List<Statistics> found = new ArrayList<>();
        if (!series.isEmpty()) {
            StepScan.run(series, new long[] {step}, workers, (_, statistics) -> found.addAll(statistics));
        }
        List<Range> ranges = new ArrayList<>();
        int part = 0;
        for (NamedVariable variable : variables) {
            int end = part + variable.parts().size();
            boolean isSingle = variable.parts().stream()
                    .allMatch(it -> it.series().values().type() == ElementType.FLOAT);
            ranges.add(new Range(variable.address(), isSingle, found.subList(part, end).stream()
                    .reduce(Statistics.NONE, Statistics::then).extremes()));
            part = end;
        }
        return new StepLine(step, file.times().stored().map(times -> times.slice(step, 1).toArray()[0]), ranges);
    }

    /// Returns the names of the columns of [#row].
    ///
    /// @param variables the variables whose ranges are wanted
    /// @return the names, with tabs between them
    public static String heading(List<NamedVariable> variables) {
        StringBuilder heading = new StringBuilder("step\ttime");
        for (NamedVariable variable : variables) {
            heading.append('\t').append(variable.address()).append(" min\t").append(variable.address()).append(" max");
        }
        return heading.toString();
    }

    /// Returns the step as a row for programs, with tabs between the values.
    public String row() {
        StringBuilder row = new StringBuilder().append(step).append('\t').append(time.map(Numbers::real).orElse(""));
        for (Range range : ranges) {
            row.append('\t').append(range.min()).append('\t').append(range.max());
        }
        return row.toString();
    }

    /// Returns the step as a JSON object in one line.
    ///
    /// @param ids how ids are written
    /// @return the object
    public String json(Ids ids) {
        Json json = Json.begin(false, ids).field("step", step);
        time.ifPresentOrElse(value -> json.field("time", value), () -> json.absent("time"));
        json.objects("ranges", ranges, range -> {
            json.field("variable", range.address);
            if (range.extremes.isEmpty()) {
                json.absent("min").absent("max");
            } else if (range.isSingle) {
                json.real("min", (float) range.extremes.min()).real("max", (float) range.extremes.max());
            } else {
                json.field("min", range.extremes.min()).field("max", range.extremes.max());
            }
            json.field("nan", range.extremes.nans()).field("inf", range.extremes.infinites());
        });
        return json.end();
    }

    /// Returns the step as a line for people.
    public Text line() {
        Text line = Text.of("step ").plus(Text.of(Style.STRONG, Numbers.grouped(step)));
        if (time.isPresent()) {
            line = line.plus("  time ").plus(Text.of(Style.STRONG, Numbers.rounded(time.get(), DIGITS)));
        }
        for (Range range : ranges) {
            String nans = range.extremes.nans() == 0 ? "" : " (" + Numbers.grouped(range.extremes.nans()) + " NaN)";
            line = line.plus("  " + range.address + " ").plus(range.extremes.isEmpty() ? "-"
                    : Numbers.rounded(range.extremes.min(), DIGITS) + " .. "
                            + Numbers.rounded(range.extremes.max(), DIGITS)).plus(nans);
        }
        return line;
    }
}
