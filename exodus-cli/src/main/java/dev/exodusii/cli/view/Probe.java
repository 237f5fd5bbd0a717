package dev.exodusii.cli.view;

import dev.exodusii.ElementBlock;
import dev.exodusii.EntityKind;
import dev.exodusii.ExodusFile;
import dev.exodusii.NodeSet;
import dev.exodusii.SideSet;
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
/// @param set       the side set that the surface is of, if it is
record Probe(ExodusFile file, Surface surface, float[] positions, Choice choice, Optional<SideSet> set) {

    private static final int MOST_VALUES = 40;
    private static final int AXES = 3;
    private static final int DIGITS = 6;

    @SuppressWarnings("ArrayRecordComponent")
    Probe {}

    /// Returns which of the surface's nodes is nearest to a place of the picture.
    int node(Scene.Hit hit, int x, int y) {
        return nearest(switch (hit.kind()) {
            case TRIANGLE -> new int[] {surface.triangles().get(3 * hit.index()),
                surface.triangles().get(3 * hit.index() + 1), surface.triangles().get(3 * hit.index() + 2)};
            case LINE -> new int[] {surface.lines().get(2 * hit.index()), surface.lines().get(2 * hit.index() + 1)};
            case POINT -> new int[] {surface.points().get(hit.index())};
        }, x, y);
    }

    /// Tells of what was hit.
    ///
    /// @param onSurface the surface's node that is meant
    /// @param history   how the value develops, where that is known already
    Picked at(Scene.Hit hit, int onSurface, Optional<Picture> history) {
        int element = switch (hit.kind()) {
            case TRIANGLE -> surface.faceElement(surface.triangleFaces().get(hit.index()));
            case LINE -> surface.lineElement(hit.index());
            case POINT -> surface.pointElement(hit.index());
        };
        int entry = switch (hit.kind()) {
            case TRIANGLE -> surface.faceEntry(surface.triangleFaces().get(hit.index()));
            case LINE -> surface.lineEntry(hit.index());
            case POINT -> surface.pointEntry(hit.index());
        };
        int node = surface.nodes().get(onSurface);
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
        set.ifPresent(it -> lines.add("entry " + entry + " of side set " + it.id() + name(it.name())));
        Optional<Spot> spot = choice.colour().flatMap(quantity -> spot(quantity, block, element, node, entry));
        String shown = "";
        if (!file.times().isEmpty()) {
            addValues(block, element, node, entry, lines);
            shown = spot.map(this::value).orElse("");
        }
        return new Picked(status + shown, List.copyOf(lines), history.or(() -> spot.flatMap(this::history)));
    }

    /// Tells of a node of a node set.
    ///
    /// @param of      the set
    /// @param node    the 0-based index of the node
    /// @param history how the value develops, where that is known already
    Picked atNode(NodeSet of, long node, Optional<Picture> history) {
        long id = file.nodeIds().idOrNumber(node);
        String label = "node set " + of.id() + name(of.name());
        List<String> lines = new ArrayList<>();
        lines.add("node " + id + " (index " + node + ") at " + place(node));
        lines.add(label);
        Optional<Spot> spot = choice.colour().filter(quantity -> quantity.kind() == EntityKind.NODAL)
                .map(quantity -> new Spot(quantity, quantity.in(file), node, "node " + id))
                .filter(it -> !it.series.isEmpty());
        String shown = "";
        if (!file.times().isEmpty()) {
            List<String> values = new ArrayList<>();
            add(file.nodalVariables(), node, "", values);
            addValues(values, lines);
            shown = spot.map(this::value).orElse("");
        }
        return new Picked("node " + id + " of " + label + shown, List.copyOf(lines),
                history.or(() -> spot.flatMap(this::history)));
    }

    private static String name(String name) {
        return name.isEmpty() ? "" : " '" + name + "'";
    }

    private String place(long node) {
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
    private void addValues(ElementBlock block, int element, int node, int entry, List<String> lines) {
        List<String> values = new ArrayList<>();
        add(file.nodalVariables(), node, "", values);
        add(block.variables(), element - block.firstIndex(), " (element)", values);
        set.ifPresent(it -> add(it.variables(), entry, " (side)", values));
        addValues(values, lines);
    }

    private void addValues(List<String> values, List<String> lines) {
        long step = choice.step();
        lines.add("at step " + step + ", time " + Numbers.rounded(file.times().time(step), DIGITS) + ":");
        lines.addAll(values.subList(0, Math.min(values.size(), MOST_VALUES)));
        if (values.size() > MOST_VALUES) {
            lines.add("  and " + (values.size() - MOST_VALUES) + " more");
        }
    }

    private void add(List<TimeSeries> variables, long index, String where, List<String> values) {
        for (TimeSeries series : variables) {
            values.add(values.size() < MOST_VALUES
                    ? "  " + series.name() + " = " + Numbers.rounded(series.get(choice.step(), index), DIGITS) + where : "");
        }
    }

    /// Where the value is that colours stand for.
    ///
    /// @param quantity what colours stand for
    /// @param series   the variable, or the components of the vector
    /// @param index    the 0-based position of the value among theirs
    /// @param place    what a person calls it
    private record Spot(Quantity quantity, List<TimeSeries> series, long index, String place) {}

    private Optional<Spot> spot(Quantity quantity, ElementBlock block, int element, int node, int entry) {
        List<TimeSeries> series = switch (quantity.kind()) {
            case NODAL -> quantity.in(file);
            case SIDE_SET -> set.map(quantity::on).orElse(List.of());
            default -> quantity.on(block);
        };
        if (series.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(switch (quantity.kind()) {
            case NODAL -> new Spot(quantity, series, node, "node " + file.nodeIds().idOrNumber(node));
            case SIDE_SET -> new Spot(quantity, series, entry, "entry " + entry + " of side set "
                    + set.orElseThrow().id());
            default -> new Spot(quantity, series, element - block.firstIndex(), "element " + file.elementIds().idOrNumber(element));
        });
    }

    private String value(Spot spot) {
        double[] components = spot.series.stream().mapToDouble(series -> series.get(choice.step(), spot.index)).toArray();
        return ", " + spot.quantity.label() + " = " + Numbers.rounded(length(components), DIGITS);
    }

    private static double length(double[] components) {
        if (components.length == 1) {
            return components[0];
        }
        double sum = 0;
        for (double component : components) {
            sum += component * component;
        }
        return Math.sqrt(sum);
    }

    private Optional<Picture> history(Spot spot) {
        int steps = (int) Math.min(file.times().steps(), 1 << 20);
        if (steps < 2) {
            return Optional.empty();
        }
        file.times().prefetch();
        double[] times = new double[steps];
        double[][] components = new double[spot.series.size()][Math.toIntExact(file.times().steps())];
        for (int i = 0; i < components.length; i++) {
            spot.series.get(i).histories(new long[] {spot.index}, components[i]);
        }
        double[] values = new double[steps];
        double[] one = new double[components.length];
        for (int step = 0; step < steps; step++) {
            times[step] = file.times().time(step);
            for (int i = 0; i < one.length; i++) {
                one[i] = components[i][step];
            }
            values[step] = length(one);
        }
        String name = spot.quantity.label();
        try {
            return Optional.of(new Picture(new Chart(name + " at " + spot.place, "time", name,
                    List.of(new Line(name, times, values)), false), 400, 250));
        } catch (Chart.EmptyChartException e) {
            return Optional.empty();
        }
    }
}
