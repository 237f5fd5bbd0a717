package dev.exodusii.cli.hist;

import dev.exodusii.cli.address.Moment;
import dev.exodusii.cli.plot.Chart;
import dev.exodusii.cli.plot.Line;
import dev.exodusii.cli.text.Escape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Gathers curves of any number of files for one chart. What all lines have in common becomes the title and the label of
/// the axis; the legend says only what they differ in.
///
/// For one thread.
public final class Overlay {

    private record Drawn(String file, String variable, String place, double[] times, double[] values) {}

    private final List<Drawn> all = new ArrayList<>();
    private final Set<String> units = new LinkedHashSet<>();

    /// Adds what one file has.
    ///
    /// @param file    the file as the user named it
    /// @param unit    the unit of its times; empty where the file does not tell
    /// @param curves  the curves
    /// @param moments the moments at which they are drawn
    /// @param ahead   who has the values fetched
    public void add(String file, String unit, List<Curve> curves, List<Moment> moments, Foresight ahead) {
        units.add(unit);
        double[] times = moments.stream().mapToDouble(Moment::time).toArray();
        double[][] values = new double[curves.size()][moments.size()];
        for (int i = 0; i < moments.size(); i++) {
            ahead.before(i);
            for (int c = 0; c < curves.size(); c++) {
                values[c][i] = curves.get(c).at(moments.get(i));
            }
        }
        for (int c = 0; c < curves.size(); c++) {
            all.add(new Drawn(file, curves.get(c).variable().name(), curves.get(c).place(), times, values[c]));
        }
    }

    /// Tells whether there is nothing in it.
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// Makes the chart.
    ///
    /// @param isLog whether its vertical axis is logarithmic
    /// @return the chart
    /// @throws Chart.EmptyChartException when there is nothing to show
    public Chart chart(boolean isLog) {
        Set<String> files = distinct(Drawn::file);
        Set<String> names = files.stream().map(Overlay::shortName).collect(Collectors.toCollection(LinkedHashSet::new));
        Function<String, String> naming = names.size() == files.size() ? Overlay::shortName : Function.identity();
        Set<String> variables = distinct(Drawn::variable);
        Set<String> places = distinct(Drawn::place);
        String unit = units.size() == 1 ? units.iterator().next() : "";
        String title = joined(" at ", files.size() == 1 ? naming.apply(files.iterator().next()) : variables.size() == 1
                ? variables.iterator().next() : "", places.size() == 1 ? places.iterator().next() : "");
        List<Line> lines = new ArrayList<>();
        for (Drawn drawn : all) {
            String what = joined(" at ", variables.size() > 1 ? drawn.variable : "",
                    places.size() > 1 ? drawn.place : "");
            String label = joined(": ", files.size() > 1 ? naming.apply(drawn.file) : "", what);
            lines.add(new Line(Escape.printable(label), drawn.times, drawn.values));
        }
        return new Chart(Escape.printable(title), unit.isEmpty() ? "time" : "time / " + Escape.printable(unit),
                Escape.printable(axis(variables)), lines, isLog);
    }

    private Set<String> distinct(Function<Drawn, String> what) {
        return all.stream().map(what).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// The legend names the variables of a long list.
    private static String axis(Set<String> variables) {
        return variables.size() <= 3 ? String.join(", ", variables) : "value";
    }

    private static String joined(String between, String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + between + second;
    }

    private static String shortName(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }
}
