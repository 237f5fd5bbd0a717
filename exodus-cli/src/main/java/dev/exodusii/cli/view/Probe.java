package dev.exodusii.cli.view;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.TimeSeries;
import dev.exodusii.cli.plot.Chart;
import dev.exodusii.cli.plot.Line;
import dev.exodusii.cli.plot.Picture;
import dev.exodusii.cli.render.Projection;
import dev.exodusii.cli.render.Scene;
import dev.exodusii.cli.text.Numbers;
import dev.exodusii.geometry.Point;
import dev.exodusii.statistics.Quantity;
import dev.exodusii.surface.Surface;
import dev.exodusii.surface.SurfaceFace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells of something that was clicked on: which element it is of, which node is nearest, the values there, and how the
/// value that is shown develops.
///
/// @param file      the open file
/// @param surface   what was clicked on
/// @param positions where its nodes are in the picture
/// @param choice    what the picture shows
record Probe(ExodusFile file, Surface surface, float[] positions, Choice choice) {

    private static final int MOST_VALUES = 40;
    private static final int AXES = 3;
    private static final int DIGITS = 6;

    @SuppressWarnings("ArrayRecordComponent")
    Probe {}

    Picked at(Scene.Hit hit, int x, int y) {
        int[] around = switch (hit.kind()) {
            case TRIANGLE -> new int[] {surface.triangles().get(3 * hit.index()),
                surface.triangles().get(3 * hit.index() + 1), surface.triangles().get(3 * hit.index() + 2)};
            case LINE -> new int[] {surface.lines().get(2 * hit.index()), surface.lines().get(2 * hit.index() + 1)};
            case POINT -> new int[] {surface.points().get(hit.index())};
        };
        int element = switch (hit.kind()) {
            case TRIANGLE -> surface.faceElement(surface.triangleFaces().get(hit.index()));
            case LINE -> surface.lineElement(hit.index());
            case POINT -> surface.pointElement(hit.index());
        };
        int node = surface.nodes().get(nearest(around, x, y));
        List<String> lines = new ArrayList<>();
        ElementBlock block = surface.block(element);
        long elementId = file.elementIds().idOrNumber(element);
        String status = "element " + elementId + " of block " + block.id() + name(block.name());
        lines.add("element " + elementId + " (index " + element + ")");
        lines.add("block " + block.id() + name(block.name()) + ", " + block.topology().name());
        if (hit.kind() == dev.exodusii.surface.Primitive.TRIANGLE) {
            SurfaceFace face = surface.face(surface.triangleFaces().get(hit.index()));
            face.sideIndex().ifPresent(side -> lines.add("side " + (side + 1)));
            status += face.sideIndex().isPresent() ? ", side " + (face.sideIndex().getAsInt() + 1) : "";
            lines.add("nodes " + Arrays.stream(face.nodeIds()).mapToObj(Long::toString).collect(Collectors.joining(" ")));
        }
        long nodeId = file.nodeIds().idOrNumber(node);
        lines.add("nearest node " + nodeId + " (index " + node + ") at " + place(node));
        status += ", node " + nodeId;
        String shown = file.times().isEmpty() ? "" : values(block, element, node, lines);
        return new Picked(status + shown, List.copyOf(lines), history(block, element, node));
    }

    private static String name(String name) {
        return name.isEmpty() ? "" : " '" + name + "'";
    }

    private String place(int node) {
        List<String> axes = new ArrayList<>();
        file.coordinates().vectors().components().forEach(axis -> axes.add(Numbers.rounded(axis.get(node), DIGITS)));
        return String.join(", ", axes);
    }

    private int nearest(int[] around, int x, int y) {
        Projection projection = choice.camera().on(choice.width(), choice.height());
        int best = around[0];
        double least = Double.MAX_VALUE;
        for (int node : around) {
            int at = AXES * node;
            Point there = projection.toPicture(new Point(positions[at], positions[at + 1], positions[at + 2]));
            double distance = Math.hypot(there.x() - x, there.y() - y);
            if (distance < least) {
                least = distance;
                best = node;
            }
        }
        return best;
    }

    /// Adds the values at the step.
    ///
    /// @return that of what is shown, for the line at the bottom
    private String values(ElementBlock block, int element, int node, List<String> lines) {
        long step = choice.step();
        lines.add("at step " + step + ", time " + Numbers.rounded(file.times().time(step), DIGITS) + ":");
        int count = 0;
        for (TimeSeries series : file.nodalVariables()) {
            if (count++ < MOST_VALUES) {
                lines.add("  " + series.name() + " = " + Numbers.rounded(series.get(step, node), DIGITS));
            }
        }
        for (TimeSeries series : block.variables()) {
            if (count++ < MOST_VALUES) {
                lines.add("  " + series.name() + " = " + Numbers.rounded(series.get(step, element - block.firstIndex()), DIGITS)
                        + " (element)");
            }
        }
        if (count > MOST_VALUES) {
            lines.add("  and " + (count - MOST_VALUES) + " more");
        }
        return choice.colour().map(quantity -> {
            double value = value(series(quantity, block), quantity, step, block, element, node);
            return ", " + Stage.label(quantity) + " = " + Numbers.rounded(value, DIGITS);
        }).orElse("");
    }

    private List<TimeSeries> series(Quantity quantity, ElementBlock block) {
        return quantity.names().stream().flatMap(name -> quantity.kind() == EntityKind.NODAL
                ? file.nodalVariables().stream().filter(it -> it.name().equals(name)).limit(1)
                : block.variable(name).stream()).toList();
    }

    private static double value(List<TimeSeries> series, Quantity quantity, long step, ElementBlock block, int element,
            int node) {
        if (series.size() < quantity.names().size()) {
            return Double.NaN;
        }
        long index = quantity.kind() == EntityKind.NODAL ? node : element - block.firstIndex();
        if (series.size() == 1) {
            return series.getFirst().get(step, index);
        }
        double sum = 0;
        for (TimeSeries component : series) {
            sum += component.get(step, index) * component.get(step, index);
        }
        return Math.sqrt(sum);
    }

    private Optional<Picture> history(ElementBlock block, int element, int node) {
        Optional<Quantity> shown = choice.colour();
        int steps = (int) Math.min(file.times().steps(), 1 << 20);
        if (shown.isEmpty() || steps < 2) {
            return Optional.empty();
        }
        Quantity quantity = shown.get();
        List<TimeSeries> series = series(quantity, block);
        if (series.size() < quantity.names().size()) {
            return Optional.empty();
        }
        boolean isNodal = quantity.kind() == EntityKind.NODAL;
        long index = isNodal ? node : element - block.firstIndex();
        file.times().prefetch();
        double[] times = new double[steps];
        double[] values = new double[steps];
        double[] component = new double[Math.toIntExact(file.times().steps())];
        for (TimeSeries one : series) {
            one.histories(new long[] {index}, component);
            for (int step = 0; step < steps; step++) {
                values[step] += series.size() == 1 ? component[step] : component[step] * component[step];
            }
        }
        for (int step = 0; step < steps; step++) {
            times[step] = file.times().time(step);
            values[step] = series.size() == 1 ? values[step] : Math.sqrt(values[step]);
        }
        String place = isNodal ? "node " + file.nodeIds().idOrNumber(node)
                : "element " + file.elementIds().idOrNumber(element);
        String name = Stage.label(quantity);
        try {
            return Optional.of(new Picture(new Chart(name + " at " + place, "time", name,
                    List.of(new Line(name, times, values)), false), 400, 250));
        } catch (Chart.EmptyChartException e) {
            return Optional.empty();
        }
    }
}
